import type { CommandCandidate } from './command-candidate.js';
import { COMMAND_LANGUAGES, type CommandLanguageCode } from './languages/all.js';
import { COMMANDS, type Command, type CommandLanguage } from './languages/language.js';
import { buildPhraseTable, longestPhraseAt } from './phrase-table.js';
import { spellings } from './spelling.js';

/** Commands found in a text that consists of nothing but command words and courtesies. */
export interface CommandWords {
  readonly candidates: readonly CommandCandidate[];
  /** For each word or set phrase of the text, courtesies included, the languages that know it. */
  readonly spokenIn: readonly ReadonlySet<CommandLanguageCode>[];
}

interface Meaning {
  readonly candidates: CommandCandidate[];
  readonly languages: Set<CommandLanguageCode>;
}

const MEANINGS = buildPhraseTable(readMeanings());

/** Reads the whole of a text, given as its words; null when anything else stands in it. */
export function readCommandWords(words: readonly string[]): CommandWords | null {
  const meanings: Meaning[] = [];
  for (let at = 0; at < words.length;) {
    const found = longestPhraseAt(MEANINGS, words, at);
    if (found === null) return null;
    meanings.push(found.value);
    at += found.length;
  }
  const candidates = meanings.flatMap((meaning) => meaning.candidates);
  return candidates.length === 0
    ? null
    : { candidates, spokenIn: meanings.map(({ languages }) => languages) };
}

/** The words and set phrases that are this command when they are the whole message, in every language, as match texts. */
export function commandPhrases(command: Command): readonly string[] {
  return COMMAND_LANGUAGES.flatMap(candidatesOf).flatMap((one) =>
    one.command === command ? [one.matched] : [],
  );
}

function readMeanings(): ReadonlyMap<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  const add = (phrase: string, language: CommandLanguageCode, candidates: CommandCandidate[]): void => {
    const known = meanings.get(phrase) ?? { candidates: [], languages: new Set() };
    known.candidates.push(...candidates);
    known.languages.add(language);
    meanings.set(phrase, known);
  };
  for (const language of COMMAND_LANGUAGES) {
    for (const phrase of alternatives(language.courtesies)) add(phrase, language.code, []);
    for (const candidate of candidatesOf(language)) add(candidate.matched, language.code, [candidate]);
  }
  return meanings;
}

function candidatesOf({ code, commands }: CommandLanguage<CommandLanguageCode>): readonly CommandCandidate[] {
  return COMMANDS.flatMap((command) => {
    const { words, ambiguousWords = '' } = commands[command];
    const candidate = (matched: string, ambiguous: boolean): CommandCandidate => ({
      command,
      language: code,
      ambiguous,
      matched,
    });
    return [
      ...alternatives(words).map((word) => candidate(word, false)),
      ...alternatives(ambiguousWords).map((word) => candidate(word, true)),
    ];
  });
}

function alternatives(notation: string): readonly string[] {
  const phrases = notation.split('|').flatMap(spellings);
  return [...new Set(phrases.filter((phrase) => phrase !== ''))];
}
