import type { Ownership } from '../conversation.js';
import type { ThreadControlChanged } from '../platform-event.js';
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

/**
 * The platform has given the thread to another app, or taken it from there. A person of ours who has the chat keeps it,
 * whatever becomes of the thread.
 */
export function decideThreadControl(draft: Draft, owner: ThreadControlChanged['owner']): void {
  const { ownership } = draft.conversation;
  if (owner === 'other') {
    silenceBot(draft, ownership.owner === 'human' ? 'human' : 'other');
    notePerson(draft);
    draft.note('ownership', 'the thread was given to another app');
    return;
  }
  if (ownership.owner === 'other') giveTo(draft, 'bot');
  draft.note('ownership', owner === 'us' ? 'the thread was given to us' : 'nobody owns the thread');
}

/** A person in another app cannot hand back; their ownership lapses some time after they last spoke. */
export function liftSilence(draft: Draft): void {
  const { owner, lastPersonAt } = draft.conversation.ownership;
  if (owner !== 'other' || lastPersonAt === null) return;
  if (draft.now - lastPersonAt < draft.workspace.silenceAfterPerson) return;
  giveTo(draft, 'bot');
  draft.note('ownership', 'the person in the other app has been quiet for long enough');
}
