/** `all` is every message of ours, `marketing` whatever promotes; anything else is a topic of the workspace. */
export type Purpose = string;
export const everything: Purpose = 'all';
/**
 * Whatever promotes, as the platforms' own settings have it. It is withdrawn and granted beside the topics: while it is
 * withdrawn no topic may be written about, and each keeps its own state for when it is granted again.
 */
export const marketing: Purpose = 'marketing';

export type ConsentChange = 'granted' | 'withdrawn' | 'refused';

/** What was agreed or withdrawn, with its proof: one line of the ledger (P10), before it is chained. */
export interface ConsentEntry {
  readonly change: ConsentChange;
  readonly purpose: Purpose;
  /** The contact's own clock (the platform's), epoch ms. */
  readonly occurredAt: number;
  readonly receivedAt: number;
  /** The event that carried it. */
  readonly eventId: string;
  /** The notice that the contact saw, word for word; null where none was shown (STOP). */
  readonly notice: string | null;
  /** The contact's own words; erased with the contact, bound by a commitment. */
  readonly words: string;
  readonly platformMessageId: string | null;
  /** `merge`: it was said under another name of the contact's, and is carried over as it was understood there. */
  readonly actor: 'contact' | 'person' | 'flow' | 'merge';
  readonly flow: { readonly name: string; readonly version: string; readonly step: string } | null;
}

/** Current consent: the fold of the ledger, kept with the conversation. */
export interface Consent {
  /** When everything was withdrawn, on both clocks; null: may be answered. */
  readonly stopped: { readonly occurredAt: number; readonly receivedAt: number } | null;
  /** The contact's clock at their latest withdrawal of everything; kept after START, so that no older grant counts. */
  readonly lastStopAt?: number;
  readonly topics: Readonly<Record<string, TopicConsent>>;
}

export interface TopicConsent {
  readonly state: ConsentChange;
  readonly occurredAt: number;
}

export const noConsent: Consent = { stopped: null, topics: {} };

type ConsentFacts = Pick<ConsentEntry, 'change' | 'purpose' | 'occurredAt' | 'receivedAt'> &
  Partial<Pick<ConsentEntry, 'actor'>>;

/**
 * Applies one entry. Withdrawal always wins when in doubt: a grant counts only when the contact made it after the
 * withdrawal (by their clock), so a late opt-in never undoes a later STOP; a withdrawal counts whenever it arrives.
 */
export function applyConsent(consent: Consent, entry: ConsentFacts): Consent {
  return entry.purpose === everything ? applyToEverything(consent, entry) : applyToTopic(consent, entry);
}

export function foldConsent(entries: readonly ConsentFacts[]): Consent {
  return entries.reduce(applyConsent, noConsent);
}

/** Whether a grant made at `occurredAt` is newer than what was withdrawn. */
export function isGrantEffective(consent: Consent, purpose: Purpose, occurredAt: number): boolean {
  const topic = topicConsent(consent, purpose);
  const stoppedAt = consent.lastStopAt ?? -Infinity;
  const refusedAt = topic && topic.state !== 'granted' ? topic.occurredAt : -Infinity;
  return occurredAt > Math.max(stoppedAt, refusedAt);
}

export function topicConsent(consent: Consent, topic: string): TopicConsent | undefined {
  return Object.hasOwn(consent.topics, topic) ? consent.topics[topic] : undefined;
}

export function hasTopicConsent(consent: Consent, topic: string): boolean {
  if (consent.stopped !== null || topicConsent(consent, marketing)?.state === 'withdrawn') return false;
  return topicConsent(consent, topic)?.state === 'granted';
}

function applyToEverything(consent: Consent, entry: ConsentFacts): Consent {
  if (entry.change === 'granted') {
    return isGrantEffective(consent, everything, entry.occurredAt) ? { ...consent, stopped: null } : consent;
  }
  const occurredAt = Math.max(entry.occurredAt, consent.lastStopAt ?? entry.occurredAt);
  const receivedAt = Math.max(entry.receivedAt, consent.stopped?.receivedAt ?? entry.receivedAt);
  return {
    stopped: { occurredAt, receivedAt },
    lastStopAt: occurredAt,
    topics: withdrawTopics(consent.topics, occurredAt),
  };
}

/**
 * STOP withdraws every topic: START lets us answer again, and asks for each topic anew. What the platform's settings say
 * stays as it is, since only they can say otherwise again.
 */
function withdrawTopics(topics: Consent['topics'], occurredAt: number): Consent['topics'] {
  return Object.fromEntries(
    Object.entries(topics).map(([topic, before]) => [
      topic,
      topic === marketing ? before : moveOn(before, 'withdrawn', occurredAt),
    ]),
  );
}

function applyToTopic(consent: Consent, entry: ConsentFacts): Consent {
  // What is carried over has been weighed against everything that was withdrawn under either name.
  const counts = entry.actor === 'merge' || isGrantEffective(consent, entry.purpose, entry.occurredAt);
  if (entry.change === 'granted' && !counts) return consent;
  const topic = moveOn(topicConsent(consent, entry.purpose), entry.change, entry.occurredAt);
  return { ...consent, topics: { ...consent.topics, [entry.purpose]: topic } };
}

/** The moment never goes back, so that a withdrawal that arrives late opens no gap for a grant before a later one. */
function moveOn(
  before: TopicConsent | undefined,
  state: TopicConsent['state'],
  occurredAt: number,
): TopicConsent {
  return { state, occurredAt: Math.max(occurredAt, before?.occurredAt ?? occurredAt) };
}
