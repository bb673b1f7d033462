import { everything } from '../consent.js';
import type { HandoffChange } from '../effect.js';
import type {
  HandedBack,
  HandoffResolved,
  OutcomeReported,
  PersonReplied,
  PersonTookOver,
  WithdrawalReported,
} from '../engine-event.js';
import { basisOfReply } from '../permission.js';
import { recordConsent, withdrawEverything } from './consent.js';
import { forgetDisclosure } from './disclose.js';
import type { Draft } from './draft.js';
import { noteOutcome } from './follow-ups.js';
import { giveTo, notePerson, silenceBot } from './ownership.js';
import { startRun } from './run.js';
import { speak } from './speak.js';

export function decideTakeOver(draft: Draft, { person }: PersonTookOver): void {
  takeOver(draft, person);
}

/** A person's answer; taking over is implied. After STOP it needs a message that the contact wrote since. */
export function decideReply(draft: Draft, { person, text }: PersonReplied): void {
  takeOver(draft, person);
  notePerson(draft);
  changeHandoff(draft, { state: 'replied', person, at: draft.now });
  const basis = basisOfReply(draft.conversation, draft.now);
  speak(draft, { text, speaker: { kind: 'person', name: person }, basis });
}

export function decideHandBack(draft: Draft, { person, flow }: HandedBack): void {
  closeHandoff(draft, { state: 'handed_back', person, at: draft.now });
  giveTo(draft, 'bot');
  forgetDisclosure(draft);
  if (flow !== null) beginFlow(draft, flow);
}

function beginFlow(draft: Draft, name: string): void {
  const flow = draft.workspace.flows.get(name);
  if (draft.isStopped) {
    draft.note('handed back', `${name} does not begin: the contact said stop`);
  } else if (flow === undefined) {
    draft.note('handed back', `${name} does not begin: it is not served`);
  } else {
    draft.note('handed back', `${name} begins`);
    startRun(draft, flow);
  }
}

export function decideResolution(draft: Draft, { person, outcome }: HandoffResolved): void {
  closeHandoff(draft, { state: 'resolved', person, at: draft.now });
  giveTo(draft, 'bot');
  forgetDisclosure(draft);
  if (outcome === null) return;
  recordOutcome(draft, outcome, { kind: 'person', name: person }, null, null);
}

export function decideOutcomeReport(
  draft: Draft,
  { outcome, source, value, currency }: OutcomeReported,
): void {
  recordOutcome(draft, outcome, { kind: 'outside', name: source }, value, currency);
}

/** Withdrawn off the platform: obeyed like STOP, without a confirmation that nobody asked for here. */
export function decideWithdrawalReport(draft: Draft, { purpose }: WithdrawalReported): void {
  if (purpose === everything) {
    withdrawEverything(draft, {
      actor: 'person',
      flow: null,
      rule: 'withdrawal_reported',
      isConfirmed: false,
    });
    return;
  }
  recordConsent(draft, { change: 'withdrawn', purpose, notice: null, actor: 'person', flow: null });
}

function takeOver(draft: Draft, person: string): void {
  silenceBot(draft, 'human');
  const { handoff } = draft.conversation;
  if (handoff === null || handoff.takenBy !== null) return;
  draft.change({ handoff: { ...handoff, takenBy: person } });
  changeHandoff(draft, { state: 'taken', person, at: draft.now });
}

function changeHandoff(draft: Draft, change: HandoffChange): void {
  const { handoff } = draft.conversation;
  if (handoff !== null) draft.ask({ kind: 'updateHandoff', handoffId: handoff.id, change });
}

function closeHandoff(draft: Draft, change: HandoffChange): void {
  changeHandoff(draft, change);
  draft.change({ handoff: null });
}

function recordOutcome(
  draft: Draft,
  name: string,
  source: { readonly kind: 'person' | 'outside'; readonly name: string },
  value: number | null,
  currency: string | null,
): void {
  const id = `${draft.event.id}.outcome`;
  draft.ask({
    kind: 'recordOutcome',
    outcome: { id, name, at: draft.now, source, runId: null, value, currency },
  });
  noteOutcome(draft, name);
}
