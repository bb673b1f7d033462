/**
 * What was recorded of a trial, by those who saw it: contacts, people, the platform, and the database. Nothing in this
 * folder knows the server's code, so that the two cannot be wrong in the same way.
 */
export interface History {
  readonly said: readonly Said[];
  readonly deeds: readonly Deed[];
  /** The platform's own log: every request to send, in the order of arrival. */
  readonly sends: readonly Sent[];
  readonly rows: Rows;
  /** By contact, what is to come of their conversation; of whom nothing is here, only what holds for everybody is asked. */
  readonly scripts: ReadonlyMap<string, Script>;
}

/** A message that a contact wrote. Moments are of the recorder's clock, epoch ms. */
export interface Said {
  /** As the platform knows them. */
  readonly contact: string;
  readonly messageId: string;
  readonly text: string;
  readonly meaning: 'stop' | 'start' | 'other';
  /** By the platform's clock, as the webhook said. */
  readonly occurredAt: number;
  /** When it was delivered first. */
  readonly handedAt: number;
  /** When a delivery was first answered 200; null: none was. */
  readonly acknowledgedAt: number | null;
}

/** What somebody of the team did by the API. */
export interface Deed {
  readonly contact: string;
  readonly kind: 'take' | 'reply' | 'hand_back';
  /** Of a reply. */
  readonly text: string;
  readonly handedAt: number;
  readonly acknowledgedAt: number | null;
  /** The event that it became, as the answer said; null: there was no answer. */
  readonly eventId: string | null;
}

export interface Sent {
  readonly at: number;
  readonly contact: string;
  /** The line that it is, as we told the platform. */
  readonly lineId: string | null;
  readonly text: string;
  /** Whether the contact got it, whatever was answered. */
  readonly delivered: boolean;
}

/** What is to come of a conversation, whatever befalls the servers. */
export interface Script {
  /** What is said to them, in order. */
  readonly lines: readonly Expected<RegExp>[];
  readonly outcomes: readonly Expected<string>[];
  /** Change and purpose, such as `granted weekly_tips`, in order. */
  readonly ledger: readonly string[];
}

/** `optional`: it may never come about, since STOP or a person may overtake what it follows from. */
export interface Expected<T> {
  readonly what: T;
  readonly optional: boolean;
}

/** What the database holds at the end. */
export interface Rows {
  readonly conversations: readonly { readonly number: number; readonly contact: string }[];
  readonly lines: readonly Line[];
  readonly ledger: readonly LedgerRow[];
  readonly events: readonly EventRow[];
  readonly outcomes: readonly { readonly conversation: number; readonly name: string }[];
  readonly commits: readonly Commit[];
}

/** A row of the story. */
export interface Line {
  readonly sequence: number;
  readonly id: string;
  readonly conversation: number;
  readonly direction: 'in' | 'out';
  readonly text: string;
  readonly eventId: string;
  readonly platformMessageId: string | null;
  /** From here on: of outgoing lines. */
  readonly state: string | null;
  /** Since when it is in that state, by the server's clock, epoch ms. */
  readonly stateAt: number | null;
  readonly refusal: string | null;
  readonly speaker: string | null;
  readonly basis: Basis | null;
  readonly isBots: boolean;
  readonly claimedAt: number | null;
}

export interface Basis {
  readonly kind: string;
  /** Of a confirmation: `stop`, `start` or `help`. */
  readonly of?: string;
  readonly topic?: string | null;
}

export interface LedgerRow {
  readonly conversation: number;
  readonly sequence: number;
  readonly change: string;
  readonly purpose: string;
  readonly receivedAt: number;
  readonly eventId: string;
  readonly platformMessageId: string | null;
}

export interface EventRow {
  readonly conversation: number;
  readonly sequence: number;
  readonly id: string;
  readonly kind: string;
  readonly disposition: string;
}

/** Something that was committed, in the order in which the database did it (see `commit-audit.ts`). */
export interface Commit {
  readonly conversation: number;
  readonly what: 'claim' | 'stop' | 'start' | 'take_over' | 'hand_back' | 'setback';
  /** Of a claim, and of a setback: a message was sent, delivered or read, and then less than that. */
  readonly lineId: string | null;
  /**
   * What was committed together has the same one. PostgreSQL is told of many jobs in one transaction, table by table, so
   * that of two notes with the same one the first may be the later deed; on SQLite each has its own.
   */
  readonly transaction: number;
}
