import type { Profile } from '../conversation.js';
import type { ToldNames } from '../platform-event.js';
import type { Flow } from '../flow.js';
import type { Workspace } from '../workspace.js';
import type { Draft } from './draft.js';

/** How long a greeting by name may hold up the conversation, ms; the shell's own request gives up earlier. */
const profilePatience = 5_000;

const unknownProfile: Profile = { firstName: null, name: null };

/** Asks the platform who this is; the event at hand waits, with all that follow, until the answer or its time-out. */
export function awaitProfile(draft: Draft): void {
  const requestId = `${draft.event.id}.profile`;
  const timesOutAt = draft.now + profilePatience;
  draft.change({ awaiting: { requestId, kind: 'profile', since: draft.now } });
  draft.ask({ kind: 'fetchProfile', requestId, timesOutAt });
  draft.ask({ kind: 'scheduleTimer', timer: { id: requestId, dueAt: timesOutAt } });
  draft.note('awaiting', 'the profile, for a flow that greets by name');
}

/** Takes the answer; a name that comes too late is still a name. */
export function learnProfile(draft: Draft, requestId: string, profile: Profile = unknownProfile): void {
  const { contact, awaiting } = draft.conversation;
  if (contact.profile === null || profile.name !== null || profile.firstName !== null) {
    draft.change({ contact: { ...contact, profile } });
  }
  if (awaiting?.requestId === requestId) endAwaiting(draft);
}

/** Some platforms tell with what somebody writes who they are; then nobody need ask. */
export function learnTold(draft: Draft, told: ToldNames | undefined): void {
  const { contact } = draft.conversation;
  const isKnown = contact.profile !== null && (contact.profile.firstName ?? contact.profile.name) !== null;
  if (told === undefined || isKnown) return;
  if (told.firstName !== null || told.name !== null) draft.change({ contact: { ...contact, profile: told } });
}

export function endAwaiting(draft: Draft): void {
  const { awaiting } = draft.conversation;
  if (awaiting === null) return;
  draft.change({ awaiting: null });
  draft.ask({ kind: 'cancelTimer', timerId: awaiting.requestId });
}

/**
 * Whether the event has to wait: for an answer that is awaited already, or for the name that is to be said.
 *
 * @param saysName Whether what follows may say the contact's name.
 */
export function mustWaitFor(draft: Draft, saysName: boolean): boolean {
  const { awaiting, contact } = draft.conversation;
  if (awaiting !== null) {
    draft.note('awaiting', 'waits behind what came before');
    return true;
  }
  if (!saysName || contact.profile !== null) return false;
  awaitProfile(draft);
  return true;
}

/** Whether the flow, or one that it leads to, says the contact's name. */
export function needsProfile(workspace: Workspace, flow: Flow): boolean {
  const seen = new Set<Flow>();
  const open = [flow];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if ([...next.steps.values()].some((step) => step.needsProfile)) return true;
    open.push(...successors(workspace, next));
  }
  return false;
}

function successors(workspace: Workspace, flow: Flow): readonly Flow[] {
  return Object.entries(flow.leadsTo)
    .map(([name, version]) => workspace.pinnedFlow(name, version))
    .filter((next) => next !== undefined);
}
