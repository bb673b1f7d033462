import type { LedgerLine } from '../../../src/store/reads.js';

/** The purpose that stands for every message of ours. */
export const everything = 'all';

/** A time in which the contact may not be written to. */
export interface Stop {
  /** Places in the ledger: of the line that began it, and of the one that ended it. */
  readonly from: number;
  readonly until: number | null;
}

export interface Folded {
  readonly stops: readonly Stop[];
  /** The contact's own time of the last STOP after each line; null: not stopped. */
  readonly stoppedAt: readonly (number | null)[];
  readonly topics: ReadonlyMap<string, { readonly state: string; readonly occurredAt: number }>;
}

/** What the lines of a ledger add up to, by the words of the promise: a withdrawal counts, an older grant does not. */
export function foldLedger(lines: readonly LedgerLine[]): Folded {
  const stops: Stop[] = [];
  const stoppedAt: (number | null)[] = [];
  const topics = new Map<string, { state: string; occurredAt: number }>();
  /** Kept after START: nothing older than it is a wish any more. */
  let latest: number | null = null;
  lines.forEach(({ entry: { change, purpose, occurredAt } }, place) => {
    const before = stoppedAt.at(-1) ?? null;
    const lastStop = latest ?? -Infinity;
    let after = before;
    if (purpose !== everything) {
      foldTopic(topics, { topic: purpose, change, occurredAt, stoppedAt: latest });
    } else if (change === 'granted') {
      if (before !== null && occurredAt > lastStop) {
        after = null;
        stops.push({ ...stops.pop()!, until: place });
      }
    } else {
      after = Math.max(lastStop, occurredAt);
      latest = after;
      if (before === null) stops.push({ from: place, until: null });
      for (const [topic, { occurredAt: earlier }] of topics)
        topics.set(topic, { state: 'withdrawn', occurredAt: Math.max(earlier, after) });
    }
    stoppedAt.push(after);
  });
  return { stops, stoppedAt, topics };
}

interface TopicLine {
  readonly topic: string;
  readonly change: string;
  readonly occurredAt: number;
  readonly stoppedAt: number | null;
}

function foldTopic(topics: Map<string, { state: string; occurredAt: number }>, line: TopicLine): void {
  const { topic, change, occurredAt, stoppedAt } = line;
  const before = topics.get(topic);
  const refusedAt = before === undefined || before.state === 'granted' ? -Infinity : before.occurredAt;
  if (change === 'granted' && occurredAt <= Math.max(refusedAt, stoppedAt ?? -Infinity)) return;
  topics.set(topic, { state: change, occurredAt: Math.max(occurredAt, before?.occurredAt ?? occurredAt) });
}
