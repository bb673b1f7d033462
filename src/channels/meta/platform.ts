import type { Platform } from '../channel.js';
import { createInstagramChannel } from '../instagram/channel.js';
import { createMessengerChannel } from '../messenger/channel.js';
import type { Transport } from '../transport.js';
import { createGraphClient } from './graph.js';
import { createMetaWebhook } from './webhook.js';

export interface MetaOptions {
  readonly transport: Transport;
  /** `META_GRAPH_URL`. */
  readonly graphUrl: string;
  /** `INSTAGRAM_GRAPH_URL`. */
  readonly instagramGraphUrl: string;
  /** Such as `v26.0`. */
  readonly apiVersion: string;
  /** What Meta repeats when it subscribes; empty: it cannot. */
  readonly verifyToken: string;
}

/** Everything that comes by Meta's one webhook: Instagram, Messenger and WhatsApp. */
export function createMetaPlatform(options: MetaOptions): Platform {
  const { transport, graphUrl, instagramGraphUrl, apiVersion: version, verifyToken } = options;
  const graph = createGraphClient(transport);
  return {
    webhook: createMetaWebhook(verifyToken),
    channels: [
      createInstagramChannel({ graph, baseUrl: instagramGraphUrl, version }),
      createMessengerChannel({ graph, baseUrl: graphUrl, version }),
    ],
  };
}
