import type { Actor } from '../../core/actor.js';
import type { Speaker } from '../../core/message.js';
import type { StoryVersion } from '../desk.js';

/** How many words of the same person may follow each other before we take the story to be theirs alone. */
export const ownWords = 100;

/** What the contact, or a person, has said; of the contact there is no speaker. */
interface Words {
  readonly sequence: number;
  readonly speaker: Speaker | null;
}

interface Note {
  readonly sequence: number;
  readonly author: string;
  readonly authorId: string | null;
}

/** The newest words and note that are not the asker's; each list begins with its newest. */
export function newestByOthers(
  words: readonly Words[],
  notes: readonly Note[],
  asker: Actor | null,
): StoryVersion {
  return {
    message: words.find(({ speaker }) => !isSpoken(speaker, asker))?.sequence ?? 0,
    note: notes.find((note) => !isWritten(note, asker))?.sequence ?? 0,
  };
}

export function isSpoken(speaker: Speaker | null, by: Actor | null): boolean {
  return speaker?.kind === 'person' && isSame({ name: speaker.name, id: speaker.id ?? null }, by);
}

export function isWritten({ author, authorId }: Omit<Note, 'sequence'>, by: Actor | null): boolean {
  return isSame({ name: author, id: authorId }, by);
}

/** By their ids, where both have one: a name can be anybody's. */
function isSame({ name, id }: Actor, other: Actor | null): boolean {
  if (other === null) return false;
  return id !== null && other.id !== null ? id === other.id : name === other.name;
}
