import type { Erasure, Forgotten, Suppression } from './forgotten.js';

/** The text is no journal of erasures, or was damaged. */
export class JournalUnreadable extends Error {
  override readonly name = 'JournalUnreadable';
  readonly code = 'journal_unreadable';
  readonly retryable = false;
}

/** A JSON document a line: of which database it is, then each erasure, then each STOP that outlived one. */
export function writeJournal({ database, erasures, suppressions }: Forgotten): string {
  return [{ journal: 'heyword.erasures.1', database, entries: erasures.length + suppressions.length }]
    .map((line): unknown => line)
    .concat(erasures, suppressions)
    .map((line) => JSON.stringify(line))
    .join('\n');
}

/** Throws `JournalUnreadable`, which names the line: who restores must not believe that all of them are erased. */
export function readJournal(text: string): Forgotten {
  const [head, ...lines] = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parseLine);
  if (!isHead(head)) throw new JournalUnreadable('Its first line is not that of "heyword store erasures".');
  if (lines.length !== head.entries) {
    throw new JournalUnreadable(
      `It was cut off: ${head.entries} entries were written, ${lines.length} are there.`,
    );
  }
  const erasures = lines.filter(isErasure);
  const suppressions = lines.filter(isSuppression);
  const strange = lines.findIndex((line) => !isErasure(line) && !isSuppression(line));
  if (strange !== -1) throw new JournalUnreadable(`Its line ${strange + 2} is no erasure.`);
  return { database: head.database, erasures, suppressions };
}

type Line = Readonly<Record<string, unknown>>;

function parseLine(line: string, place: number): Line {
  try {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed === 'object' && parsed !== null) return { ...parsed };
  } catch {
    // Said below, like whatever else is no document.
  }
  throw new JournalUnreadable(`Its line ${place + 1} is not JSON.`);
}

function isHead(line: Line | undefined): line is { journal: string; database: string; entries: number } {
  return (
    line?.['journal'] === 'heyword.erasures.1' && areText(line, 'database') && areNumbers(line, 'entries')
  );
}

function isErasure(line: Line): line is Erasure {
  return areText(line, 'contactId', 'workspace', 'account') && areNumbers(line, 'erasedAt');
}

function isSuppression(line: Line): line is Suppression {
  return areText(line, 'hash') && areNumbers(line, 'stoppedOccurredAt', 'stoppedReceivedAt', 'createdAt');
}

function areText(line: Line, ...names: readonly string[]): boolean {
  return names.every((name) => typeof line[name] === 'string');
}

function areNumbers(line: Line, ...names: readonly string[]): boolean {
  return names.every((name) => Number.isSafeInteger(line[name]));
}
