import type { WordClasses } from '../phrase-pattern.js';

/**
 * What a message can ask for on its own, whatever flow is running. Where one asks for several, the first of these is
 * meant: who may not be written to comes before all.
 */
export const COMMANDS = ['stop', 'person', 'help', 'start', 'restart', 'back'] as const;

export type Command = (typeof COMMANDS)[number];

/**
 * How people word one command in one language. Words are alternatives parted by `|`; phrases are written in the
 * pattern notation of `phrase-pattern.ts`.
 */
export interface CommandWording {
  /** Said alone, courtesies aside, these are the command and hardly ever anything else. */
  readonly words: string;
  /** Said alone these are the command, but people also answer questions and order things with them. */
  readonly ambiguousWords?: string;
  /** Anywhere in a message. */
  readonly phrases: readonly string[];
  /** Anywhere in a message; people also mean something else by these. */
  readonly ambiguousPhrases?: readonly string[];
  /** A phrase that shares a word with one of these is not the command. */
  readonly exceptions?: readonly string[];
  /** Anywhere in a message, whatever exception they share a word with: "why don't you stop". */
  readonly regardless?: readonly string[];
}

/** One language's data. A language is this file's shape filled in, and a line in `all.ts`. */
export interface CommandLanguage<Code extends string = string> {
  /** ISO 639-1. */
  readonly code: Code;
  /** What may stand around a command without changing it: greetings, please, thanks. Parted by `|`. */
  readonly courtesies: string;
  readonly classes: WordClasses;
  readonly commands: Readonly<Record<Command, CommandWording>>;
}
