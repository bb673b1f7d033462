import type { Report } from '../report.js';
import { locateIn } from './source-file.js';
import type { Locate, SourceFile } from './source-file.js';
import { parseSyntax, slotsOf } from './syntax-tree.js';
import type { SyntaxToken } from './syntax-tree.js';
import { trapIn } from './traps.js';
import type { Trap } from './trap.js';

/** A file in which nothing is misread any more. Its lines are those of the author's file. */
export interface MendedFile {
  readonly file: SourceFile;
  readonly tokens: readonly SyntaxToken[];
  /** Where an offset into the mended text stands in the author's file. */
  readonly locate: Locate;
  readonly mendedLines: readonly number[];
}

/** A file with more of these is not a flow. */
const MOST_TRAPS = 50;
const MOST_ROUNDS = 8;

/**
 * Reports every trap of a file and mends it within its line. An unclosed quote swallows the lines that follow it, so
 * traps are looked for again until there are no more. Null where there are too many.
 */
export function mendTraps(
  tokens: readonly SyntaxToken[],
  file: SourceFile,
  report: Report,
): MendedFile | null {
  return mendRound({ file, tokens, locate: locateIn(file), mendedLines: [] }, report, 1);
}

function mendRound(present: MendedFile, report: Report, round: number): MendedFile | null {
  const { file, tokens, locate } = present;
  const traps = findTraps(tokens, file.text);
  if (traps.length === 0) return present;
  for (const { offset, shownAt = offset, code, message, hint } of traps) {
    report.error(locate(shownAt), code, message, { hint });
  }
  const mendedLines = [...present.mendedLines, ...traps.map(({ offset }) => locate(offset).line)];
  if (mendedLines.length > MOST_TRAPS || round === MOST_ROUNDS) return null;
  const text = mendText(file.text, traps);
  return mendRound(
    {
      file: { ...file, text },
      tokens: parseSyntax(text),
      locate: (offset) => locate(offsetBefore(offset, traps)),
      mendedLines,
    },
    report,
    round + 1,
  );
}

/** In the order of the file, none inside another. */
export function findTraps(tokens: readonly SyntaxToken[], text: string): readonly Trap[] {
  const traps: Trap[] = [];
  let mendedUpTo = 0;
  for (const slot of slotsOf(tokens)) {
    const trap = trapIn(slot, text);
    if (trap === null || trap.offset < mendedUpTo) continue;
    traps.push(trap);
    if (traps.length > MOST_TRAPS) break;
    mendedUpTo = trap.offset + trap.found.length;
  }
  return traps;
}

function mendText(text: string, traps: readonly Trap[]): string {
  let mended = '';
  let at = 0;
  for (const trap of traps) {
    mended += text.slice(at, trap.offset) + trap.mended;
    at = trap.offset + trap.found.length;
  }
  return mended + text.slice(at);
}

/** Where in the text before mending that stood which is at this offset of the mended one. */
function offsetBefore(offset: number, traps: readonly Trap[]): number {
  let before = offset;
  for (const { offset: start, found, mended } of traps) {
    if (before <= start) break;
    before =
      before >= start + mended.length
        ? before - mended.length + found.length
        : start + Math.min(before - start - addedQuote(found, mended), found.length);
  }
  return before;
}

/** 1 where mending has put a quote before what stood there. */
function addedQuote(found: string, mended: string): number {
  return found.startsWith(mended.slice(1, 2)) ? 1 : 0;
}
