import type { CommandCandidate } from './command-candidate.js';
import { COMMAND_LANGUAGES, type CommandLanguageCode } from './languages/all.js';
import { COMMANDS, type Command, type CommandLanguage } from './languages/language.js';
import { buildPhraseMatcher, findPhrases, type LabelledPattern, type PhraseMatch } from './phrase-matcher.js';
import { patternReader } from './phrase-pattern.js';
import { spellings } from './spelling.js';

type Role = 'phrase' | 'ambiguous' | 'regardless' | 'exception';

interface Meaning {
  readonly command: Command;
  readonly language: CommandLanguageCode;
  readonly role: Role;
}

const MATCHER = buildPhraseMatcher(COMMAND_LANGUAGES.flatMap(patternsOf));

/** The commands worded freely in a text, given as its tokens. */
export function findCommandPhrases(tokens: readonly string[]): readonly CommandCandidate[] {
  const matches = findPhrases(MATCHER, tokens);
  const exceptions = matches.filter(({ label }) => label.role === 'exception');
  return matches
    .filter((match) => match.label.role !== 'exception')
    .filter(
      (match) => match.label.role === 'regardless' || !exceptions.some((other) => excepts(other, match)),
    )
    .map(({ label, start, end }) => ({
      command: label.command,
      language: label.language,
      ambiguous: label.role === 'ambiguous',
      matched: tokens.slice(start, end + 1).join(' '),
    }));
}

function excepts(exception: PhraseMatch<Meaning>, match: PhraseMatch<Meaning>): boolean {
  const shareAWord = exception.start <= match.end && match.start <= exception.end;
  return shareAWord && exception.label.command === match.label.command;
}

function patternsOf(language: CommandLanguage<CommandLanguageCode>): readonly LabelledPattern<Meaning>[] {
  const read = patternReader(language.classes, spellings);
  return COMMANDS.flatMap((command) => {
    const wording = language.commands[command];
    const labelled = (
      sources: readonly string[] | undefined,
      role: Role,
    ): readonly LabelledPattern<Meaning>[] =>
      (sources ?? []).map((source) => ({
        pattern: read(source),
        label: { command, language: language.code, role },
      }));
    return [
      ...labelled(wording.phrases, 'phrase'),
      ...labelled(wording.ambiguousPhrases, 'ambiguous'),
      ...labelled(wording.regardless, 'regardless'),
      ...labelled(wording.exceptions, 'exception'),
    ];
  });
}
