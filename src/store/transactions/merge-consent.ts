import {
  applyConsent,
  everything,
  foldConsent,
  noConsent,
  topicConsent,
  type Consent,
  type ConsentEntry,
  type TopicConsent,
} from '../../core/consent.js';

/** A line of a ledger, as far as consent follows from it. */
export type ConsentLine = Pick<ConsentEntry, 'change' | 'purpose' | 'occurredAt' | 'receivedAt' | 'actor'>;

export interface MergedConsent {
  readonly consent: Consent;
  /** What brings the one ledger to what both say. */
  readonly entries: readonly ConsentEntry[];
}

/**
 * What two ledgers say together: what one ledger would say if all that stands in them had been written into it in the order
 * in which it came. So nothing that was withdrawn under either name is granted, unless it was granted later under the other.
 */
export function mergeConsent(
  own: readonly ConsentLine[],
  other: readonly ConsentLine[],
  merge: Pick<ConsentEntry, 'eventId' | 'receivedAt'>,
): MergedConsent {
  const { wanted, startedAt } = foldBoth(weave(own, other));
  const entries: ConsentEntry[] = [];
  let consent = foldConsent(own);
  const write = (facts: Pick<ConsentEntry, 'change' | 'purpose' | 'occurredAt'>, receivedAt?: number) => {
    const entry = { ...proof, ...merge, ...facts, ...(receivedAt === undefined ? {} : { receivedAt }) };
    entries.push(entry);
    consent = applyConsent(consent, entry);
  };
  const { stopped, lastStopAt } = wanted;
  const isNewStop = lastStopAt !== undefined && lastStopAt > (consent.lastStopAt ?? -Infinity);
  if (lastStopAt !== undefined && (isNewStop || (stopped !== null && consent.stopped === null)))
    write({ change: 'withdrawn', purpose: everything, occurredAt: lastStopAt }, stopped?.receivedAt);
  if (stopped === null && consent.stopped !== null)
    write({ change: 'granted', purpose: everything, occurredAt: startedAt });
  for (const [purpose, topic] of Object.entries(wanted.topics)) {
    const { state: change, occurredAt } = topic;
    if (differs(topicConsent(consent, purpose), topic)) write({ change, purpose, occurredAt });
  }
  return { consent, entries };
}

const proof = { notice: null, words: '', platformMessageId: null, actor: 'merge', flow: null } as const;

function differs(found: TopicConsent | undefined, wanted: TopicConsent): boolean {
  if (found === undefined) return true;
  const isSame = (found.state === 'granted') === (wanted.state === 'granted');
  return !isSame || found.occurredAt < wanted.occurredAt;
}

/** In the order in which they were received; each ledger keeps its own. */
function weave(own: readonly ConsentLine[], other: readonly ConsentLine[]): readonly ConsentLine[] {
  const [left, right] = [[...own], [...other]];
  const woven: ConsentLine[] = [];
  while (left.length > 0 || right.length > 0) {
    const [first, second] = [left[0], right[0]];
    const isFirst = second === undefined || (first !== undefined && first.receivedAt <= second.receivedAt);
    const next = isFirst ? left.shift() : right.shift();
    if (next !== undefined) woven.push(next);
  }
  return woven;
}

/** With the contact's clock at the START that counts. */
function foldBoth(lines: readonly ConsentLine[]): { readonly wanted: Consent; readonly startedAt: number } {
  let [wanted, startedAt]: [Consent, number] = [noConsent, 0];
  for (const line of lines) {
    const before = wanted;
    wanted = applyConsent(before, line);
    if (before.stopped !== null && wanted.stopped === null) startedAt = line.occurredAt;
  }
  return { wanted, startedAt };
}
