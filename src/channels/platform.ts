import type { Channel } from './channel.js';
import type { Webhook } from './webhook.js';

/** A platform as the server is put together with it: one line in `app/platforms.ts`. */
export interface Platform {
  readonly webhook: Webhook;
  readonly channels: readonly Channel[];
}
