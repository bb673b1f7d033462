import type { PendingFollowUp } from '../conversation.js';
import type { Flow } from '../flow.js';
import { isForLanguage } from '../keyword.js';
import { awaitProfile, needsProfile } from './awaiting.js';
import type { Draft } from './draft.js';
import { pendingOf, targetOf, wake } from './follow-ups.js';
import { liftSilence } from './ownership.js';
import { startRun } from './run.js';

const hour = 3_600_000;

/** Longer than a name may take, ms. */
const nameTakes = 10_000;

/** How often a follow-up is put off while something else is under way. */
const mostTries = 3;

/**
 * The time of a follow-up has come. It does not interrupt: while something is under way it is put off, a few times; where
 * a person has the chat it is dropped. After STOP there is none left.
 */
export function decideFollowUp(draft: Draft, timerId: string): void {
  const due = pendingOf(draft).find((one) => one.timerId === timerId);
  if (due === undefined) {
    draft.note('timer', 'stale');
    return;
  }
  draft.change({ followUps: pendingOf(draft).filter((one) => one !== due) });
  liftSilence(draft);
  const found = flowToStart(draft, due);
  if (typeof found === 'string') {
    draft.note('follow-up', `${due.flow} does not start: ${found}`);
    return;
  }
  if (draft.conversation.contact.profile === null && needsProfile(draft.workspace, found)) {
    waitForName(draft, due);
    return;
  }
  draft.note('follow-up', `${due.flow} starts, after ${due.outcome}`);
  startRun(draft, found);
}

/** Nobody waits behind a follow-up: it comes again when the name is known, or will not be. */
function waitForName(draft: Draft, due: PendingFollowUp): void {
  awaitProfile(draft);
  wake(draft, { ...due, timerId: `${due.timerId}/name` }, draft.now + nameTakes);
}

/** The flow to start now, or why there is none; one that is only put off is scheduled anew. */
function flowToStart(draft: Draft, due: PendingFollowUp): Flow | string {
  const { ownership, run, awaiting, contact } = draft.conversation;
  if (draft.isStopped) return 'the contact said stop';
  if (ownership.owner !== 'bot') return `the chat is owned by ${ownership.owner}`;
  if (run !== null || awaiting !== null) return putOff(draft, due);
  const target = targetOf(draft, due);
  const flow = draft.workspace.flows.get(due.flow);
  if (target === undefined || flow === undefined) return `nothing follows ${due.outcome} with it any more`;
  return isForLanguage(target.language, contact.language ?? null) ? flow : 'it is for another language';
}

function putOff(draft: Draft, due: PendingFollowUp): string {
  const tries = due.tries + 1;
  if (tries > mostTries) return 'something else was under way each time';
  const first = due.tries === 0 ? due.timerId : due.timerId.slice(0, due.timerId.lastIndexOf('/'));
  wake(draft, { ...due, timerId: `${first}/${String(tries)}`, tries }, draft.now + hour);
  return 'something else is under way; it is tried again in an hour';
}
