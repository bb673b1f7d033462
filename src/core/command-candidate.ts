import type { CommandLanguageCode } from './languages/all.js';
import { COMMANDS, type Command } from './languages/language.js';

/** One reading of a message, or of a part of it, as a command. */
export interface CommandCandidate {
  readonly command: Command;
  readonly language: CommandLanguageCode;
  readonly ambiguous: boolean;
  /** The words that were recognised, as match text. */
  readonly matched: string;
}

/**
 * The reading to act on: the weightiest command, rather one that is not ambiguous, in the earliest of the languages,
 * with the most text.
 */
export function strongestOf(
  candidates: readonly CommandCandidate[],
  languages: readonly CommandLanguageCode[],
): CommandCandidate | undefined {
  return candidates.toSorted(
    (a, b) =>
      COMMANDS.indexOf(a.command) - COMMANDS.indexOf(b.command) ||
      Number(a.ambiguous) - Number(b.ambiguous) ||
      languages.indexOf(a.language) - languages.indexOf(b.language) ||
      b.matched.length - a.matched.length,
  )[0];
}
