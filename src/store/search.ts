import type { SupportedChannel } from '../core/channel.js';
import type { Wanted } from '../core/search-words.js';
import type { Listing, Page } from './reads.js';

export interface SearchScope {
  readonly wanted: Wanted;
  /** Where whoever asks may look; null: everywhere. */
  readonly workspaces: readonly string[] | null;
}

export interface FoundContact {
  readonly contactId: string;
  readonly conversationId: string;
  readonly name: string | null;
  readonly channel: SupportedChannel;
  readonly account: string;
  readonly platformIds: readonly string[];
}

export interface FoundMessage {
  readonly conversationId: string;
  readonly id: string;
  readonly contactName: string | null;
  readonly channel: SupportedChannel;
  readonly direction: 'in' | 'out' | 'note';
  readonly text: string;
  readonly at: number;
}

/**
 * What is found by words. What was said in confidence is not; nor what was taken back, or is erased. Whoever was merged is
 * found as the one that they are now.
 */
export interface Search {
  /** By name, platform ids and tags; those who came last first. */
  searchContacts(scope: SearchScope, limit: number): Promise<readonly FoundContact[]>;
  /** Messages, and notes of colleagues, the newest first. */
  searchMessages(scope: SearchScope, page: Page): Promise<Listing<FoundMessage>>;
}
