import type { FindingCode } from '../findings/catalogue.js';
import { hideSecrets } from '../secret-text.js';
import { findTraps } from '../yaml/mend-traps.js';
import { locateIn } from '../yaml/source-file.js';
import type { SourceFile } from '../yaml/source-file.js';
import { parseSyntax } from '../yaml/syntax-tree.js';
import type { Trap } from '../yaml/trap.js';
import type { Fix } from './fix.js';

/** Traps in which only one thing can be meant: the text as it stands there. */
const sureCodes: ReadonlySet<FindingCode> = new Set([
  'unquoted-braces',
  'reserved-character',
  'yaml-alias',
  'cut-by-comment',
  'text-after-quote',
]);

/** Puts texts in quotes that YAML would read as something else. */
export function quoteTexts(file: SourceFile): readonly Fix[] {
  const locate = locateIn(file);
  return findTraps(parseSyntax(file.text), file.text)
    .filter(isSure)
    .map(({ code, offset, found, mended }) => ({
      code,
      place: locate(offset),
      message: `put the text in quotes: ${hideSecrets(mended)}`,
      start: offset,
      end: offset + found.length,
      text: mended,
    }));
}

/**
 * `say: Note: it is free` may be meant as a mapping; before a mapping's colon stands one word. In a line of its own that
 * word may be a key which stands too far right.
 */
function isSure({ code, found }: Trap): boolean {
  if (found.includes('\n')) return false;
  return sureCodes.has(code) || (code === 'colon-in-text' && /^[^:{["']*\s[^:]*: /u.test(found));
}
