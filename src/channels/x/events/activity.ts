import type { AccountNotice, ParsedUpdate, SkippedUpdate } from '../../channel.js';
import type { Fields } from '../../fields.js';

/** One delivery of X, or one of several in it, whichever form it came in. */
export interface Activity {
  /** The user whose account it is about; null: it is not told. */
  readonly accountId: string | null;
  /** Such as `dm.received`; null: the old form, which names what happened by its keys. */
  readonly type: string | null;
  /** X's id of this delivery's event; null: the old form has none. */
  readonly eventId: string | null;
  readonly payload: Fields;
  /** Our clock, epoch ms; nothing occurs after it. */
  readonly receivedAt: number;
}

/** What comes of a part of a delivery. */
export type Outcome =
  | { readonly update: ParsedUpdate }
  | { readonly notice: AccountNotice }
  | { readonly skipped: Pick<SkippedUpdate, 'reason'> };

export function skip(reason: string): Outcome {
  return { skipped: { reason } };
}
