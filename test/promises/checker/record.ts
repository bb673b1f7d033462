import type { SendErrorClass } from '../../../src/channels/channel.js';
import type { SupportedChannel } from '../../../src/core/channel.js';
import type { Event } from '../../../src/core/event.js';
import type { ContactExport } from '../../../src/store/reads.js';

/** A point of a history; see `place` for the order of two. */
export interface Moment {
  readonly place: number;
  /** Two things of one turn were under way at the same time. */
  readonly turn: number;
  /** Epoch ms. */
  readonly at: number;
}

/** What the one who made an event up meant by it. */
export type Meaning =
  'stop' | 'start' | 'yes' | 'no' | 'help' | 'leave' | 'person in another app' | 'our echo' | 'other';

/** Something the platform delivered, perhaps several times. No two of one contact have the same kind and moment. */
export interface Fed {
  readonly kind: Event['kind'];
  readonly meaning: Meaning;
  readonly text: string;
  /** Whether it shows that the contact is there, and so opens the reply window. */
  readonly isSign: boolean;
  /** Of an echo or a receipt: of which sends it speaks. */
  readonly about: readonly string[];
  readonly platformMessageId: string | null;
  readonly occurredAt: number;
  /** When it was first handed over. */
  readonly handed: Moment;
  /** Null: it never was. */
  readonly acknowledged: Moment | null;
}

/** Something that people did. */
export interface Deed {
  readonly kind: Extract<
    Event['kind'],
    'personTookOver' | 'personReplied' | 'handedBack' | 'handoffResolved' | 'withdrawalReported'
  >;
  readonly text: string;
  readonly purpose: string | null;
  readonly called: Moment;
  /** Null: the server died before it answered. */
  readonly acknowledged: Moment | null;
  /** Null: refused, or never answered. */
  readonly eventId: string | null;
}

/** One request to send, as the platform saw it. */
export interface Send {
  readonly reference: string;
  readonly text: string;
  readonly begun: Moment;
  /** Null: the server died first. */
  readonly answer: 'sent' | SendErrorClass | null;
  readonly ended: Moment | null;
}

/** From when on a version of the flows was served. Each text of a version carries its tag. */
export interface Served {
  readonly tag: string;
  readonly from: Moment;
}

/** All that is known of one contact at the end of a history, none of it from inside the server. */
export interface ContactRecord {
  readonly channel: SupportedChannel;
  readonly fed: readonly Fed[];
  readonly deeds: readonly Deed[];
  /** In the order in which they began. */
  readonly sends: readonly Send[];
  readonly served: readonly Served[];
  /** What the store says of them; null: it does not know them. */
  readonly kept: ContactExport | null;
}
