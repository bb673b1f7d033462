import { Composer } from 'yaml';
import type { YAMLError } from 'yaml';
import { measureText } from '../../core/channel-capabilities.js';
import type { Place } from '../issue.js';
import type { Report } from '../report.js';
import { buildNode } from './build-node.js';
import { mendTraps } from './mend-traps.js';
import type { MendedFile } from './mend-traps.js';
import { locateIn, topOf } from './source-file.js';
import type { Locate, SourceFile } from './source-file.js';
import type { SourceNode } from './source-node.js';
import { documentsOf, parseSyntax, slotsOf } from './syntax-tree.js';
import type { SyntaxToken } from './syntax-tree.js';
import { explainYamlError } from './yaml-errors.js';

const MOST_BYTES = 256 * 1024;
const MOST_DEPTH = 32;
/** Words, marks and comments as YAML counts them; a file of the greatest size that people write stays below. */
const MOST_TOKENS = 100_000;
const MOST_SYNTAX_ERRORS = 20;

/**
 * The one YAML document of a file; null where nothing can be read. YAML is taken without aliases, anchors, tags and
 * merge keys, within a size and a depth, so that the meaning of a file is what a person sees in it. Where YAML would
 * misread a text, that is reported and the text is read as it was meant, so that one trap does not hide the next.
 */
export function readYaml(file: SourceFile, report: Report): SourceNode | null {
  if (!isReadable(file, report)) return null;
  const tokens = parseSyntax(file.text);
  if (!isPlainDocument(tokens, file, report)) return null;
  const mended = mendTraps(tokens, file, report);
  return mended && composeTree(mended, report);
}

function isReadable(file: SourceFile, report: Report): boolean {
  if (measureText(file.text, { size: MOST_BYTES, unit: 'bytes' }) > MOST_BYTES) {
    report.error(topOf(file.path), 'file-too-big', 'A flow file may have up to 256 kB.', {
      hint: 'Split it into several flows; `go` and `run` lead from one to another.',
    });
    return false;
  }
  const tabs = [...file.text.matchAll(/^ *\t[ \t]*(?:- |[\w"']+:)/gmu)];
  for (const { index, 0: indent } of tabs.slice(0, MOST_SYNTAX_ERRORS)) {
    report.error(
      locateIn(file)(index + indent.indexOf('\t')),
      'tab-indent',
      'A tab stands where YAML counts spaces.',
      {
        hint: 'Indent with spaces; most editors can do that for you.',
      },
    );
  }
  return tabs.length === 0;
}

function isPlainDocument(tokens: readonly SyntaxToken[], file: SourceFile, report: Report): boolean {
  const [, second] = documentsOf(tokens);
  if (second !== undefined) {
    report.error(locateIn(file)(second.offset), 'several-documents', 'A file holds one document.', {
      hint: 'Remove the line --- or put what follows into a file of its own.',
    });
    return false;
  }
  return isWithinLimits(tokens, topOf(file.path), report);
}

function isWithinLimits(tokens: readonly SyntaxToken[], place: Place, report: Report): boolean {
  let count = tokens.length;
  for (const { depth, start, sep } of slotsOf(tokens)) {
    count += 1 + start.length + sep.length;
    if (depth > MOST_DEPTH) {
      report.error(place, 'too-deep', `This file is nested more than ${MOST_DEPTH} levels deep.`);
      return false;
    }
    if (count > MOST_TOKENS) {
      report.error(place, 'file-too-big', 'There is more in this file than a person could have written.');
      return false;
    }
  }
  return true;
}

function composeTree({ file, tokens, locate, mendedLines }: MendedFile, report: Report): SourceNode | null {
  const composer = new Composer({ uniqueKeys: false, logLevel: 'silent' });
  const [document] = composer.compose(tokens, true, file.text.length);
  if (document !== undefined) reportSyntax(document.errors, locate, mendedLines, report);
  if (document?.contents) return buildNode(document.contents, { file, locate, report });
  report.error(topOf(file.path), 'empty-file', 'There is nothing in this file.');
  return null;
}

/** @param mendedLines What YAML says of a line whose trap was reported, or of the next one, adds nothing. */
function reportSyntax(
  errors: readonly YAMLError[],
  locate: Locate,
  mendedLines: readonly number[],
  report: Report,
): void {
  const seen = new Set(mendedLines.flatMap((line) => [line, line + 1]));
  for (const error of errors.slice(0, MOST_SYNTAX_ERRORS)) {
    const place = locate(error.pos[0]);
    if (seen.has(place.line)) continue;
    seen.add(place.line);
    const { message, hint } = explainYamlError(error);
    report.brokenLine(place, 'yaml-syntax', message, { hint });
  }
}
