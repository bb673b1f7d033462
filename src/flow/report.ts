import type { ErrorCode, FindingCode, WarningCode } from './findings/catalogue.js';
import type { Issue, Place } from './issue.js';
import { hideSecrets } from './secret-text.js';

/** Of a message, in characters. */
const LONGEST = 400;

/** What goes with a mistake, beside what it is. */
export interface Advice {
  readonly allowed?: readonly string[];
  readonly hint?: string | null;
}

/** Collects the mistakes of one reading, so that an author sees all of them at once. */
export class Report {
  readonly #issues = new Map<string, Issue>();
  readonly #brokenLines = new Set<string>();

  /** Nothing may be loaded while there is one. */
  error(place: Place, code: ErrorCode, message: string, advice: Advice = {}): void {
    this.#add('error', place, code, message, advice);
  }

  /** An error that makes nonsense of its line: what else is found there only follows from it. */
  brokenLine(place: Place, code: ErrorCode, message: string, advice: Advice = {}): void {
    this.error(place, code, message, advice);
    this.#brokenLines.add(lineOf(place));
  }

  /** Whether a line of this file makes no sense, so that something may be missing which its author wrote. */
  hasBrokenLine(file: string): boolean {
    return [...this.#brokenLines].some((line) => line.startsWith(`${file}:`));
  }

  /** It works, though hardly as the author meant it. */
  warning(place: Place, code: WarningCode, message: string, advice: Advice = {}): void {
    this.#add('warning', place, code, message, advice);
  }

  /** In the order in which an author reads: by file, line and column. */
  get issues(): readonly Issue[] {
    return [...this.#issues.values()].sort(compareIssues);
  }

  /** The same mistake in the same place is said once, whoever finds it again. */
  #add(severity: Issue['severity'], place: Place, code: FindingCode, message: string, advice: Advice): void {
    if (this.#brokenLines.has(lineOf(place))) return;
    const { file, line, column } = place;
    const key = `${file}:${line}:${column}:${code}:${message}`;
    if (this.#issues.has(key)) return;
    const { allowed = [], hint = null } = advice;
    this.#issues.set(key, {
      ...{ file, line, column, code, severity, allowed },
      message: repeatable(message),
      hint: hint === null ? null : repeatable(hint),
    });
  }
}

/** What a message quotes from a file may be a secret, or a whole page. */
function repeatable(text: string): string {
  return hideSecrets(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}

function lineOf({ file, line }: Place): string {
  return `${file}:${line}`;
}

function compareIssues(a: Issue, b: Issue): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
