import type { SupportedChannel } from '../../../core/channel.js';
import type { ParsedContent } from '../../channel.js';
import type { Fields } from '../../fields.js';

/** What the entry around something says about it. */
export interface Origin {
  readonly channel: SupportedChannel;
  readonly accountId: string;
  /** When the entry was sent, epoch ms: stands in for what has no moment of its own. */
  readonly time: number | null;
  /** Our clock, epoch ms. */
  readonly receivedAt: number;
}

/** One thing that happened in a thread, before it is known what. */
export interface Item {
  readonly fields: Fields;
  readonly channel: SupportedChannel;
  readonly accountId: string;
  readonly contactId: string;
  /** What else the contact was called until now; left out: nothing. */
  readonly alsoKnownAs?: readonly string[];
  /** Whether our side did it: an echo, or anything else whose sender is the account itself. */
  readonly byOurSide: boolean;
  /** The platform's moment as it stands in the payload, epoch ms: a repetition repeats it, so keys are made of it. */
  readonly time: number | null;
  /** When it happened, epoch ms; never after we received it. */
  readonly occurredAt: number;
}

export interface Understood {
  /** Business key, unique within the account. */
  readonly key: string;
  readonly content: ParsedContent;
}

export interface NotUnderstood {
  /** For the log: what was missing. Without words, ids or names out of the payload. */
  readonly reason: string;
}

export type Reading = Understood | NotUnderstood;

/** Reads what stands under the key that says what happened: `message`, `postback`, `read` … */
export type ReadEvent = (event: Fields, item: Item) => Reading;

/** Who and when, for the keys of what has no id of its own. */
export function threadMoment(item: Item): string {
  return `${item.contactId}:${item.time ?? 'untimed'}`;
}

/** The moment of something, epoch ms; never after we received it. */
export function momentOf(time: number | null, receivedAt: number): number {
  return Math.min(time ?? receivedAt, receivedAt);
}
