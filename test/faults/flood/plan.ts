import type { Said } from '../history/history.js';

/** A message that somebody is to write. */
export interface Planned {
  readonly object: 'instagram' | 'page';
  readonly accountId: string;
  readonly contact: string;
  readonly text: string;
  readonly meaning: Said['meaning'];
}

/** What one process of the flood is to do. */
export interface FloodPlan {
  /** Of the server, on the loopback. */
  readonly port: number;
  readonly path: string;
  readonly secret: string;
  readonly seconds: number;
  /** Ordinary messages that come due each second, from contacts of their own; missing: as many as are answered. */
  readonly perSecond?: number;
  /** Requests on the wire at the same time, at most; what comes due beyond waits with the sender. */
  readonly connections: number;
  /** Begins the ids of contacts, so that two floods have none in common. */
  readonly prefix: string;
  readonly accounts: readonly Pick<Planned, 'object' | 'accountId'>[];
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

/** What came of it. */
export interface FloodReport {
  /** Ordinary ones that came due, and that were handed over. */
  readonly due: number;
  readonly offered: number;
  readonly seconds: number;
  /** By the answer: a status, or `none`. */
  readonly answers: Readonly<Record<string, number>>;
  /** Ordinary ones that were acknowledged. */
  readonly acknowledged: readonly Handed[];
  /** The first of those that were refused. */
  readonly refused: readonly Handed[];
  /** What came in between, all of it. */
  readonly among: readonly Handed[];
}
