import type { PendingFollowUp } from '../conversation.js';
import type { FollowUpTarget } from '../workspace.js';
import type { Draft } from './draft.js';

/** Enough for any series that a contact would bear. */
const mostPending = 20;

const prefix = 'follow-up/';

/** An outcome was reached: it calls off what it makes superfluous, and schedules what follows it; nothing does after STOP, or for spam. */
export function noteOutcome(draft: Draft, outcome: string): void {
  callOff(draft, outcome);
  if (draft.isStopped || draft.conversation.blocked) return;
  for (const target of draft.workspace.triggers.followUps.get(outcome) ?? [])
    schedule(draft, target, outcome);
}

/** What the outcome makes superfluous, and what waits since an earlier time that it was reached: the wait begins anew. */
function callOff(draft: Draft, outcome: string): void {
  const pending = pendingOf(draft);
  const isCalledOff = (one: PendingFollowUp): boolean =>
    (one.outcome === outcome && one.timerId !== timerIdFor(draft, one.flow)) ||
    (targetOf(draft, one)?.unless.includes(outcome) ?? false);
  const calledOff = pending.filter(isCalledOff);
  if (calledOff.length === 0) return;
  for (const { timerId, flow } of calledOff) {
    draft.ask({ kind: 'cancelTimer', timerId });
    draft.note('follow-up', `${flow} is called off by ${outcome}`);
  }
  draft.change({ followUps: pending.filter((one) => !isCalledOff(one)) });
}

function schedule(draft: Draft, { flow, wait }: FollowUpTarget, outcome: string): void {
  const pending = pendingOf(draft);
  const timerId = timerIdFor(draft, flow);
  if (pending.some((one) => one.timerId === timerId)) return;
  if (pending.length >= mostPending) {
    draft.note('follow-up', `${flow} does not follow: too many others wait`);
    return;
  }
  wake(draft, { timerId, flow, outcome, tries: 0 }, draft.now + wait);
  draft.note('follow-up', `${flow} follows ${outcome}`);
}

/** Nothing follows any more, whatever was reached. */
export function forgetFollowUps(draft: Draft): void {
  for (const { timerId } of pendingOf(draft)) draft.ask({ kind: 'cancelTimer', timerId });
  if (pendingOf(draft).length > 0) draft.change({ followUps: [] });
}

function timerIdFor({ event }: Draft, flow: string): string {
  return `${prefix}${flow}/${event.id}`;
}

/** Also puts one off that is not in the list any more. */
export function wake(draft: Draft, followUp: PendingFollowUp, dueAt: number): void {
  draft.ask({ kind: 'scheduleTimer', timer: { id: followUp.timerId, dueAt } });
  draft.change({ followUps: [...pendingOf(draft), followUp] });
}

export function isFollowUp(timerId: string): boolean {
  return timerId.startsWith(prefix);
}

/** What the flows that are served now say of it; undefined: they want it no more. */
export function targetOf(
  { workspace }: Draft,
  { flow, outcome }: PendingFollowUp,
): FollowUpTarget | undefined {
  return workspace.triggers.followUps.get(outcome)?.find((target) => target.flow === flow);
}

export function pendingOf({ conversation }: Draft): readonly PendingFollowUp[] {
  return conversation.followUps ?? [];
}
