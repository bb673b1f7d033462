import type { StoryVersion } from '../../store/desk.js';

/** How a page says what it saw: `m123n4`. */
export function writeVersion({ message, note }: StoryVersion): string {
  return `m${String(message)}n${String(note)}`;
}

/** Null: this is no version of ours. */
export function readVersion(version: string): StoryVersion | null {
  const [, message, note] = /^m(\d{1,15})n(\d{1,15})$/u.exec(version) ?? [];
  return message === undefined || note === undefined
    ? null
    : { message: Number(message), note: Number(note) };
}
