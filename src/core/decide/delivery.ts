import { marketing } from '../consent.js';
import type { ReceivedMessage } from '../effect.js';
import type { SendFailed } from '../engine-event.js';
import type { MessageEchoed, SendReported, StandbyObserved } from '../platform-event.js';
import { recordConsent, withdrawEverything } from './consent.js';
import type { Draft } from './draft.js';
import { openHandoff } from './handoff.js';
import { noteContactWrote, noteTeamAnswered } from './handoff-clock.js';
import { hearCommand, noteContact } from './heard.js';
import { notePerson, silenceBot } from './ownership.js';
import { dropRun } from './run-state.js';

/** Our own message come back settles it (P7); anybody else's is a person who has taken the chat (P5). */
export function decideEcho(draft: Draft, event: MessageEchoed): void {
  if (event.ownMessageId !== null) {
    draft.ask({
      kind: 'settleMessage',
      messageId: event.ownMessageId,
      platformMessageId: event.platformMessageId,
    });
    return;
  }
  recordElsewhere(draft, event.text, event.platformMessageId);
  const { owner } = draft.conversation.ownership;
  silenceBot(draft, owner === 'human' ? 'human' : 'other');
  notePerson(draft);
  noteTeamAnswered(draft);
  draft.note('ownership', 'a person answered in another app');
}

/** Another app owns the thread: nothing is answered, not even STOP, which is obeyed all the same. */
export function decideStandby(draft: Draft, event: StandbyObserved): void {
  silenceBot(draft, draft.conversation.ownership.owner === 'human' ? 'human' : 'other');
  notePerson(draft);
  if (!event.byContact) {
    recordElsewhere(draft, event.text, event.platformMessageId ?? null);
    noteTeamAnswered(draft);
    return;
  }
  draft.ask({ kind: 'recordMessage', message: standbyLine(event) });
  noteContact(draft, event);
  if (hearCommand(draft, event.text)?.command !== 'stop') {
    noteContactWrote(draft);
    return;
  }
  withdrawEverything(draft, { actor: 'contact', flow: null, rule: 'stop', isConfirmed: false });
}

/** What became of a message of ours after the platform took it; of anybody else's it is not ours to act on. */
export function decideSendReport(
  draft: Draft,
  { ownMessageId, platformMessageId, report }: SendReported,
): void {
  if (ownMessageId === null) {
    draft.note('send reported', 'not of a message of ours');
    return;
  }
  if (report.kind === 'accepted') {
    draft.ask({ kind: 'settleMessage', messageId: ownMessageId, platformMessageId });
    return;
  }
  const { failure, explanation } = report;
  draft.ask({ kind: 'failMessage', messageId: ownMessageId, failure, explanation });
  decideSendFailure(draft, failure);
}

/** A message ended badly for good: the contact is out of reach, or a person must see to it. */
export function decideSendFailure(draft: Draft, failure: SendFailed['failure']): void {
  draft.note('send failed', failure);
  switch (failure) {
    case 'optout':
    case 'unreachable':
      return giveUpReaching(draft);
    case 'marketing_optout':
      return withdrawMarketing(draft);
    case 'window':
    case 'withheld':
      return;
    case 'retries_exhausted':
    case 'invalid':
    case 'auth':
    case 'policy':
      openHandoff(draft, { reason: 'retries_exhausted', team: null, note: '', announces: false });
      return;
  }
}

/** The platform holds an opt-out of what promotes, and of nothing else (WhatsApp's 131050, platforms reference §9.2). */
function withdrawMarketing(draft: Draft): void {
  const facts = { notice: null, actor: 'contact', flow: null } as const;
  recordConsent(draft, { change: 'withdrawn', purpose: marketing, ...facts });
}

function giveUpReaching(draft: Draft): void {
  dropRun(draft);
  draft.change({ unreachable: true });
  draft.ask({ kind: 'cancelMessages', of: 'everyone', refusal: 'unreachable' });
}

function standbyLine({
  id,
  text,
  platformMessageId,
  occurredAt,
  receivedAt,
}: StandbyObserved): ReceivedMessage {
  const facts = { platformMessageId: platformMessageId ?? null, occurredAt, receivedAt };
  return { id, from: 'contact', text, ...facts, via: 'text' };
}

function recordElsewhere(draft: Draft, text: string, platformMessageId: string | null): void {
  const { id, occurredAt, receivedAt } = draft.event;
  const from = 'person_elsewhere';
  draft.ask({
    kind: 'recordMessage',
    message: { id, from, text, platformMessageId, occurredAt, receivedAt, via: 'text' },
  });
}
