import type { ContactBlocked, HandedBack, HandoffResolved } from '../engine-event.js';
import { isWindowOpen } from '../window.js';
import { forgetDisclosure } from './disclose.js';
import type { Draft } from './draft.js';
import { closeHandoff } from './handoff-change.js';
import { forgetFollowUps } from './follow-ups.js';
import { giveTo, silenceBot } from './ownership.js';
import { recordReportedOutcome } from './reported-outcome.js';
import { startRating, startRun, startRunAt } from './run.js';

/** The bot speaks again, perhaps at once. Whom people have called spam it has nothing to say to. */
export function decideHandBack(draft: Draft, { person, flow, step = null }: HandedBack): void {
  closeHandoff(draft, { state: 'handed_back', closedBy: person });
  giveToBot(draft);
  if (flow !== null) beginFlow(draft, flow, step);
}

function giveToBot(draft: Draft): void {
  if (draft.conversation.blocked) return;
  giveTo(draft, 'bot');
  forgetDisclosure(draft);
}

function beginFlow(draft: Draft, name: string, step: string | null): void {
  const flow = draft.workspace.flows.get(name);
  const why = whyNotBegin(draft);
  if (why !== null) {
    draft.note('handed back', `${name} does not begin: ${why}`);
  } else if (flow === undefined) {
    draft.note('handed back', `${name} does not begin: it is not served`);
  } else if (step !== null && !flow.steps.has(step)) {
    draft.note('handed back', `${name} does not begin: it has no step ${step} any more`);
  } else if (step === null) {
    draft.note('handed back', `${name} begins`);
    startRun(draft, flow);
  } else {
    draft.note('handed back', `${name} begins at ${step}`);
    startRunAt(draft, flow, step);
  }
}

function whyNotBegin({ isStopped, conversation }: Draft): string | null {
  if (isStopped) return 'the contact said stop';
  return conversation.blocked ? 'the contact is blocked' : null;
}

/** People are done; the contact is asked for a mark where a flow does that and they may be written to. */
export function decideResolution(draft: Draft, event: HandoffResolved): void {
  const { person, outcome, asksForRating = false } = event;
  const { handoff } = draft.conversation;
  closeHandoff(draft, { state: 'resolved', closedBy: person, outcome });
  giveToBot(draft);
  if (outcome !== null) recordReportedOutcome(draft, outcome, { kind: 'person', name: person });
  if (asksForRating && handoff !== null) askForRating(draft, handoff.id);
}

function askForRating(draft: Draft, handoffId: string): void {
  const { rating, flows } = draft.workspace;
  if (rating === null) return;
  const flow = flows.get(rating);
  const why = flow === undefined ? 'it is not served' : whyNotRate(draft);
  if (flow === undefined || why !== null) {
    draft.note('rating', `${rating} does not begin: ${why ?? ''}`);
    return;
  }
  draft.note('rating', `${rating} begins`);
  startRating(draft, flow, handoffId);
}

function whyNotRate(draft: Draft): string | null {
  const { conversation, now } = draft;
  if (conversation.unreachable) return 'messages do not reach the contact';
  return whyNotBegin(draft) ?? (isWindowOpen(conversation, now) ? null : 'the reply window has closed');
}

/**
 * Who is called spam is answered by nobody: the handoff is closed, what was under way ends, and the bot is as silent as
 * where a person has the chat. STOP stays STOP. Taken back, the bot may speak again.
 */
export function decideBlock(draft: Draft, { person, personId, isBlocked }: ContactBlocked): void {
  if (isBlocked === Boolean(draft.conversation.blocked)) return;
  if (!isBlocked) {
    draft.change({ blocked: null });
    giveToBot(draft);
    return;
  }
  closeHandoff(draft, { state: 'spam', closedBy: person });
  silenceBot(draft, 'human');
  forgetFollowUps(draft);
  draft.change({ blocked: { by: { name: person, id: personId ?? null }, at: draft.now } });
}
