/** The newest lines of a story that somebody may have to know of before they answer: sequence numbers; 0: there is none. */
export interface NewestLines {
  /** What the contact, or a person, has said. */
  readonly message: number;
  readonly note: number;
}

/** How a page says what it saw: `m123n4`. */
export function writeVersion({ message, note }: NewestLines): string {
  return `m${String(message)}n${String(note)}`;
}

/** Null: this is no version of ours. */
function readVersion(version: string): NewestLines | null {
  const [, message, note] = /^m(\d{1,15})n(\d{1,15})$/u.exec(version) ?? [];
  return message === undefined || note === undefined
    ? null
    : { message: Number(message), note: Number(note) };
}

/**
 * Whether somebody has said something since a page was looked at. What is no version of ours was seen by nobody.
 *
 * @param current The newest lines that were not written by whoever is about to answer.
 */
export function hasMovedOn(seen: string, current: NewestLines): boolean {
  const version = readVersion(seen);
  return version === null || current.message > version.message || current.note > version.note;
}
