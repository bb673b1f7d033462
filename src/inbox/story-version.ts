/** How far a story had come when somebody read it, as far as others wrote it. */
interface StoryVersion {
  readonly message: number;
  readonly note: number;
}

/** As pages keep it, and give it back with an answer: `m<message>n<note>`. */
export function versionText({ message, note }: StoryVersion): string {
  return `m${String(message)}n${String(note)}`;
}

/** Null: it is none of ours. */
export function readVersionText(text: string): StoryVersion | null {
  const [, message, note] = /^m(\d{1,15})n(\d{1,15})$/.exec(text) ?? [];
  return message === undefined || note === undefined
    ? null
    : { message: Number(message), note: Number(note) };
}

/** What others have added since it was seen. */
export function addedSince(seen: StoryVersion, current: StoryVersion): readonly ('message' | 'note')[] {
  return (['message', 'note'] as const).filter((what) => current[what] > seen[what]);
}
