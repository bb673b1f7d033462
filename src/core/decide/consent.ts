import { applyConsent, everything, isGrantEffective, topicConsent, type ConsentEntry } from '../consent.js';
import type { Draft } from './draft.js';
import { endAwaiting } from './awaiting.js';
import { wake } from './handoff-clock.js';
import { dropRun } from './run-state.js';
import { phrasesFor, speak } from './speak.js';

export type ConsentFacts = Omit<
  ConsentEntry,
  'occurredAt' | 'receivedAt' | 'eventId' | 'words' | 'platformMessageId'
>;

/** Writes a line of the ledger and folds it in; the two never part. */
export function recordConsent(draft: Draft, facts: ConsentFacts): void {
  const entry: ConsentEntry = {
    ...facts,
    occurredAt: draft.event.occurredAt,
    receivedAt: draft.event.receivedAt,
    eventId: draft.event.id,
    // A command is never said in confidence: the words of a STOP are always kept (P10).
    words: draft.isSensitive ? '' : wordsOf(draft),
    platformMessageId: 'platformMessageId' in draft.event ? draft.event.platformMessageId : null,
  };
  draft.ask({ kind: 'recordConsent', entry });
  draft.change({ consent: applyConsent(draft.conversation.consent, entry) });
  dropTokens(draft);
}

/** A token outlives no withdrawal of its topic: another opt-in brings another. */
function dropTokens(draft: Draft): void {
  const { consent, marketingTokens } = draft.conversation;
  const kept = marketingTokens?.filter(({ topic }) => topicConsent(consent, topic)?.state === 'granted');
  if (kept?.length !== marketingTokens?.length) draft.change({ marketingTokens: kept ?? [] });
}

export interface Withdrawal {
  readonly actor: ConsentEntry['actor'];
  readonly flow: ConsentEntry['flow'];
  readonly rule: string;
  readonly language?: string;
  /** Not on standby, where another app speaks. */
  readonly isConfirmed: boolean;
}

/**
 * STOP (P4): everything is withdrawn, nothing that is queued goes out, the run and its timers end. The first time, one
 * confirmation follows; it is the last message. The second time it may still be in the queue, and is left there: what
 * else is there is refused at its claim.
 */
export function withdrawEverything(draft: Draft, withdrawal: Withdrawal): void {
  const wasStopped = draft.isStopped;
  recordConsent(draft, {
    change: 'withdrawn',
    purpose: everything,
    notice: null,
    actor: withdrawal.actor,
    flow: withdrawal.flow,
  });
  if (!wasStopped) draft.ask({ kind: 'cancelMessages', of: 'everyone', refusal: 'stopped' });
  silence(draft);
  dropRun(draft);
  endAwaiting(draft);
  draft.ask({ kind: 'cancelTimers' });
  wake(draft, 'the contact said stop');
  if (draft.conversation.followUps !== undefined) draft.change({ followUps: [] });
  if (wasStopped || !withdrawal.isConfirmed) return;
  speak(draft, {
    text: phrasesFor(draft, withdrawal.language).stopped,
    speaker: { kind: 'system', rule: withdrawal.rule },
    basis: { kind: 'confirmation', of: 'stop' },
  });
}

/** What is on the wire now may come back to be tried again: then it is too old, even if START has come in between. */
function silence(draft: Draft): void {
  const { ownership } = draft.conversation;
  const epoch = ownership.epoch + 1;
  draft.change({ ownership: { ...ownership, epoch }, silencedBefore: epoch });
}

/** START: we may answer again; topics stay withdrawn until asked anew. A START older than the STOP changes nothing. */
export function restart(draft: Draft, language: string): void {
  const isEffective = isGrantEffective(draft.conversation.consent, everything, draft.event.occurredAt);
  recordConsent(draft, {
    change: 'granted',
    purpose: everything,
    notice: null,
    actor: 'contact',
    flow: null,
  });
  if (!isEffective) {
    draft.note('command', 'start, but older than the stop: nothing changes');
    return;
  }
  speak(draft, {
    text: phrasesFor(draft, language).started,
    speaker: { kind: 'system', rule: 'start' },
    basis: { kind: 'confirmation', of: 'start' },
  });
}

function wordsOf({ event }: Draft): string {
  if ('text' in event) return event.text ?? '';
  return event.kind === 'postbackReceived' ? event.title : '';
}
