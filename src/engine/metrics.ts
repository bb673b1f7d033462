import type { SupportedChannel } from '../core/channel.js';
import type { SendOutcome } from '../store/store.js';

/** What the engine counts while it works; whoever shows figures gives it one. */
export interface EngineMetrics {
  /** A request to a platform has ended, one way or another. */
  sendEnded(channel: SupportedChannel, result: SendOutcome['kind']): void;
}
