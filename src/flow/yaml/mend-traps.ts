import type { Report } from '../report.js';
import { locateIn } from './source-file.js';
import type { SourceFile } from './source-file.js';
import { parseSyntax, slotsOf } from './syntax-tree.js';
import type { SyntaxToken } from './syntax-tree.js';
import { trapIn } from './traps.js';
import type { Trap } from './traps.js';

/** A file in which nothing is misread any more. Its lines are those of the author's file. */
export interface MendedFile {
  readonly file: SourceFile;
  readonly tokens: readonly SyntaxToken[];
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
  return mendRound({ file, tokens, mendedLines: [] }, report, 1);
}

function mendRound(
  { file, tokens, mendedLines }: MendedFile,
  report: Report,
  round: number,
): MendedFile | null {
  const traps = findTraps(tokens, file.text);
  if (traps.length === 0) return { file, tokens, mendedLines };
  const locate = locateIn(file);
  for (const { offset, code, message, hint } of traps) report.error(locate(offset), code, message, { hint });
  const lines = [...mendedLines, ...traps.map(({ offset }) => locate(offset).line)];
  if (lines.length > MOST_TRAPS || round === MOST_ROUNDS) return null;
  const text = mendText(file.text, traps);
  const mended = { file: { ...file, text }, tokens: parseSyntax(text), mendedLines: lines };
  return mendRound(mended, report, round + 1);
}

/** In the order of the file, none inside another. */
function findTraps(tokens: readonly SyntaxToken[], text: string): readonly Trap[] {
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
