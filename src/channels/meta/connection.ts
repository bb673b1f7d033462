import type { AccountAccess } from '../channel.js';
import type { GraphEndpoint } from './graph.js';

/** Where the calls of one account go, and in whose name. */
export interface Connection {
  readonly endpoint: GraphEndpoint;
  /** What has the conversations: the page, or the Instagram account. */
  readonly node: string;
  /** The account's own id, as deliveries name it; the node's where they are the same. */
  readonly accountId: string;
  readonly token: string;
}

/** How an account of a channel is reached. */
export type Connect = (account: AccountAccess) => Connection;
