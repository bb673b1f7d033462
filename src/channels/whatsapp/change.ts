import type { AccountNotice, ParsedUpdate } from '../channel.js';
import type { Fields } from '../fields.js';
import type { Reading } from '../meta/events/item.js';
import type { ContactIds } from './contact-ids.js';

/** One change of a delivery: what a webhook field says about one phone number of ours. */
export interface Change {
  readonly value: Fields;
  /** `metadata.phone_number_id`: the account. */
  readonly accountId: string;
  /** `metadata.display_phone_number`, digits only: tells our side of an echo from the other. */
  readonly ownPhone: string | null;
  /** `contacts`: who the people are that the change speaks of. */
  readonly contacts: readonly Fields[];
  /** When the entry was sent, epoch ms: stands in for what has no moment of its own. */
  readonly time: number | null;
  /** Our clock, epoch ms. */
  readonly receivedAt: number;
}

/** What came of one thing in a change. `reason`: nothing, and why. */
export type Finding = ParsedUpdate | AccountNotice | { readonly reason: string };

/** Puts a reading into its contact's thread. */
export function address(reading: Reading, { accountId }: Change, who: ContactIds): Finding {
  return 'reason' in reading ? reading : { channel: 'whatsapp', accountId, ...who, ...reading };
}
