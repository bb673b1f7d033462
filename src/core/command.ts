import { strongestOf, type CommandCandidate } from './command-candidate.js';
import { findCommandPhrases } from './command-phrases.js';
import { toCommandTokens } from './command-text.js';
import { readCommandWords, type CommandWords } from './command-words.js';
import { COMMAND_LANGUAGES, type CommandLanguageCode } from './languages/all.js';
import { COMMANDS, type Command } from './languages/language.js';
import { EDGES } from './phrase-pattern.js';

/** What a message asks for, whatever flow is running. */
export interface RecognisedCommand {
  readonly command: Command;
  /** The language it was worded in: the one to answer in, unless the contact's own is known. */
  readonly language: CommandLanguageCode;
  /** `word`: the message is the command and nothing else but courtesies. `phrase`: it was understood from a text. */
  readonly certainty: 'word' | 'phrase';
  /** The words that decided, as match text. */
  readonly matched: string;
  /** A keyword of the workspace's own that reads the same goes first. Never true of `stop`. */
  readonly yields: boolean;
  /** A choice on offer that is titled with this very text is meant instead: "Cancel", "End". */
  readonly ambiguous: boolean;
}

const EVERY_LANGUAGE: readonly CommandLanguageCode[] = COMMAND_LANGUAGES.map(({ code }) => code);
const EDGE_TOKENS: ReadonlySet<string> = new Set(Object.values(EDGES));

/**
 * Recognises the commands that every follower may give: to be left alone, to begin again, to get help, to reach a
 * person. Every language is always heard; `preferred` says to which a word belongs that several share ("stop").
 *
 * The words of STOP are those of 47 CFR 64.1200(a)(10) and of the carriers; the same rule wants any wording heard that
 * a reasonable person would take for an opt-out, so free text is read too, and doubt about our own messages ends them.
 *
 * @param commands Those that can be meant now; others are not heard.
 */
export function recogniseCommand(
  text: string,
  preferred: readonly CommandLanguageCode[] = [],
  commands: readonly Command[] = COMMANDS,
): RecognisedCommand | null {
  const tokens = toCommandTokens(text);
  const languages = [...preferred, ...EVERY_LANGUAGE];
  const isMeant = ({ command }: CommandCandidate): boolean => commands.includes(command);
  const whole = readCommandWords(wordsOf(tokens));
  const words = whole?.candidates.filter(isMeant) ?? [];
  if (whole !== null && words.length > 0) return wordCommand({ ...whole, candidates: words }, languages);
  const candidates = [...stopsStandingAlone(tokens), ...findCommandPhrases(tokens)].filter(isMeant);
  const found = strongestOf(candidates, languages);
  return found === undefined ? null : { ...found, certainty: 'phrase', yields: false };
}

function wordCommand(
  { candidates, spokenIn }: CommandWords,
  languages: readonly CommandLanguageCode[],
): RecognisedCommand | null {
  const votes = (language: CommandLanguageCode): number =>
    spokenIn.filter((known) => known.has(language)).length;
  const found = strongestOf(
    candidates,
    languages.toSorted((a, b) => votes(b) - votes(a)),
  );
  return found === undefined ? null : { ...found, certainty: 'word', yields: found.command !== 'stop' };
}

/** "Thanks for the info. STOP": a stop word that is a sentence, or the clause that a message ends with. */
function stopsStandingAlone(tokens: readonly string[]): readonly CommandCandidate[] {
  const sentences = splitAt(tokens, (token) => token === EDGES.sentence || token === EDGES.question);
  const lastClause = splitAt(tokens, (token) => EDGE_TOKENS.has(token)).slice(-1);
  return [...sentences, ...lastClause]
    .flatMap((part) => readCommandWords(wordsOf(part))?.candidates ?? [])
    .filter(({ command, ambiguous }) => command === 'stop' && !ambiguous);
}

function wordsOf(tokens: readonly string[]): readonly string[] {
  return tokens.filter((token) => !EDGE_TOKENS.has(token));
}

function splitAt(
  tokens: readonly string[],
  isSplit: (token: string) => boolean,
): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const token of tokens) {
    if (isSplit(token)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}
