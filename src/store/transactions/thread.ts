import type { SupportedChannel } from '../../core/channel.js';
import type { Conversation } from '../../core/conversation.js';

/** A conversation in the hands of one transaction: read once, changed in place, written back once. */
export interface Thread {
  /** By which tables know it; `id` is for everybody else. */
  readonly number: number;
  readonly id: string;
  readonly contactId: string;
  readonly workspace: string;
  readonly account: string;
  readonly channel: SupportedChannel;
  readonly platformId: string;
  state: Conversation;
  waitingEvents: number;
  /** The seal of what cannot be opened any more: the state lacks it. Left out: the state is whole. */
  unreadable?: string;
}

/** What a platform calls a contact. */
export interface Alias {
  readonly workspace: string;
  readonly account: string;
  readonly platformId: string;
}
