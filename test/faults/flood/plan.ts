import type { Said } from '../history/history.js';

/** A message that somebody is to write. */
export interface Planned {
  readonly object: 'instagram' | 'page';
  readonly accountId: string;
  readonly contact: string;
  readonly text: string;
  readonly meaning: Said['meaning'];
}

/** Of whom a delivery tells. */
export type Account = Pick<Planned, 'object' | 'accountId'>;

/** What one process of the flood is to do. */
export interface FloodPlan {
  /** Of the server, on the loopback. */
  readonly port: number;
  readonly path: string;
  readonly secret: string;
  readonly seconds: number;
  /** Ordinary messages that come due each second, from contacts of their own; missing: as many as are answered. */
  readonly perSecond?: number;
  /** Ordinary messages in each delivery, of different contacts and all of one account; missing: one. */
  readonly together?: number;
  /** Deliveries on the wire at the same time, at most; what comes due beyond waits with the sender. */
  readonly connections: number;
  /** Begins the ids of contacts, so that two floods have none in common. */
  readonly prefix: string;
  readonly accounts: readonly Account[];
  /** What comes in between, evenly, on connections that it shares with nothing else. */
  readonly among: readonly Planned[];
}

/** A message that was handed over, and how it was answered. */
export interface Handed extends Said {
  /** Null: not at all. */
  readonly status: number | null;
  /** From the hand-over to the answer, ms. */
  readonly took: number;
}

/** A delivery that was refused, with all that was in it. */
export interface Refused extends Account {
  readonly messages: readonly Handed[];
}

/** What came of it, in messages unless it is said. */
export interface FloodReport {
  /** Ordinary ones that came due, and that were handed over. */
  readonly due: number;
  readonly offered: number;
  /** Deliveries by the answer: a status, or `none`. */
  readonly answers: Readonly<Record<string, number>>;
  /** Ordinary ones that were acknowledged. */
  readonly acknowledged: readonly Handed[];
  /** How many ordinary ones were refused. */
  readonly refused: number;
  /** The first deliveries that were refused. */
  readonly toBringAgain: readonly Refused[];
  /** What came in between, all of it. */
  readonly among: readonly Handed[];
}
