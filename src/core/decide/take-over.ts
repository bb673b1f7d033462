import type { Colleague } from '../actor.js';
import type { OpenHandoff } from '../conversation.js';
import type { Draft } from './draft.js';
import { changeHandoff } from './handoff-change.js';
import { wake } from './handoff-clock.js';
import { takeUnasked } from './handoff.js';
import { silenceBot } from './ownership.js';

/** Who does it: a user, or a program in somebody's name. */
export interface Doer {
  readonly person: string;
  readonly personId?: string;
}

/**
 * A person has the chat from here: the bot is silent (P5). Where nobody had given it to people a handoff is opened, so that
 * it is found again; whoever has it as a user is its assignee.
 */
export function takeOver(draft: Draft, doer: Doer): void {
  silenceBot(draft, 'human');
  // They were no spam to whoever writes to them now.
  if (draft.conversation.blocked) draft.change({ blocked: null });
  if (draft.conversation.handoff === null) takeUnasked(draft);
  wake(draft, `${doer.person} took it`);
  const { handoff } = draft.conversation;
  if (handoff === null) return;
  const change = { ...takenBy(handoff, doer), ...assignedTo(handoff, doer) };
  if (Object.keys(change).length > 0) changeHandoff(draft, change);
}

function takenBy(handoff: OpenHandoff, { person }: Doer): Partial<OpenHandoff> {
  return handoff.takenBy === null ? { takenBy: person } : {};
}

function assignedTo(handoff: OpenHandoff, { person, personId }: Doer): { readonly assignee?: Colleague } {
  if (personId === undefined || handoff.assignee?.id === personId) return {};
  return { assignee: { id: personId, name: person } };
}
