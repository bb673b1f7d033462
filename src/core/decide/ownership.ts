import type { Ownership } from '../conversation.js';
import type { Draft } from './draft.js';
import { endAwaiting } from './awaiting.js';
import { dropRun } from './run-state.js';

/** Changes the owner; the epoch grows. What the bot has queued may still go out. */
export function giveTo(draft: Draft, owner: Ownership['owner']): void {
  const { ownership } = draft.conversation;
  if (ownership.owner === owner) return;
  draft.change({ ownership: { ...ownership, owner, epoch: ownership.epoch + 1 } });
}

/** A person speaks, or is about to: the run ends and nothing that the bot has queued goes out any more (P5). */
export function silenceBot(draft: Draft, owner: 'human' | 'other'): void {
  dropRun(draft);
  endAwaiting(draft);
  const { ownership } = draft.conversation;
  const epoch = ownership.epoch + 1;
  draft.change({ ownership: { ...ownership, owner, epoch, mutedBefore: epoch } });
  draft.ask({ kind: 'cancelMessages', of: 'bot', refusal: 'owner_changed' });
}

export function notePerson(draft: Draft): void {
  draft.change({ ownership: { ...draft.conversation.ownership, lastPersonAt: draft.now } });
}

/** A person in another app cannot hand back; their ownership lapses some time after they last spoke. */
export function liftSilence(draft: Draft): void {
  const { owner, lastPersonAt } = draft.conversation.ownership;
  if (owner !== 'other' || lastPersonAt === null) return;
  if (draft.now - lastPersonAt < draft.workspace.silenceAfterPerson) return;
  giveTo(draft, 'bot');
  draft.note('ownership', 'the person in the other app has been quiet for long enough');
}
