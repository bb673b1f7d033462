import { Composer } from 'yaml';
import type { Document } from 'yaml';
import { measureText } from '../../core/channel.js';
import type { Report } from '../report.js';
import { buildNode } from './build-node.js';
import { locateIn, topOf } from './source-file.js';
import type { SourceFile } from './source-file.js';
import type { SourceNode } from './source-node.js';
import { documentsOf, parseSyntax, slotsOf } from './syntax-tree.js';
import type { SyntaxToken } from './syntax-tree.js';
import { trapIn } from './traps.js';
import type { Trap } from './traps.js';
import { explainYamlError } from './yaml-errors.js';

const MOST_BYTES = 256 * 1024;
const MOST_DEPTH = 32;
/** A file with more of these is not a flow; one that is, is mended sooner. */
const MOST_TRAPS = 50;
const MOST_SYNTAX_ERRORS = 20;

/**
 * The one YAML document of a file; null where nothing can be read. YAML is taken without aliases, anchors, tags and
 * merge keys, within a size and a depth, so that the meaning of a file is what a person sees in it. Where YAML would
 * misread a text, that is reported and the text is read as it was meant, so that one trap does not hide the next.
 */
export function readYaml(file: SourceFile, report: Report): SourceNode | null {
  if (measureText(file.text, { size: MOST_BYTES, unit: 'bytes' }) > MOST_BYTES) {
    report.error(topOf(file.path), 'file-too-big', 'A flow file may have up to 256 kB.', {
      hint: 'Split it into several flows; `go` and `run` lead from one to another.',
    });
    return null;
  }
  const tokens = parseSyntax(file.text);
  return isPlainDocument(tokens, file, report) ? readTokens(tokens, file, report) : null;
}

function isPlainDocument(tokens: readonly SyntaxToken[], file: SourceFile, report: Report): boolean {
  const [, second] = documentsOf(tokens);
  if (second !== undefined) {
    report.error(locateIn(file)(second.offset), 'several-documents', 'A file holds one document.', {
      hint: 'Remove the line --- or put what follows into a file of its own.',
    });
    return false;
  }
  for (const { depth } of slotsOf(tokens)) {
    if (depth <= MOST_DEPTH) continue;
    report.error(topOf(file.path), 'too-deep', `This file is nested more than ${MOST_DEPTH} levels deep.`);
    return false;
  }
  return true;
}

function readTokens(tokens: readonly SyntaxToken[], file: SourceFile, report: Report): SourceNode | null {
  const traps = findTraps(tokens, file.text);
  reportTraps(traps, file, report);
  if (traps.length > MOST_TRAPS) return null;
  if (traps.length === 0) return composeTree(tokens, file, [], report);
  const mended = { ...file, text: mendTraps(file.text, traps) };
  const lines = traps.map(({ offset }) => locateIn(file)(offset).line);
  return composeTree(parseSyntax(mended.text), mended, lines, report);
}

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

function reportTraps(traps: readonly Trap[], file: SourceFile, report: Report): void {
  const locate = locateIn(file);
  for (const { offset, code, message, hint } of traps) report.error(locate(offset), code, message, { hint });
}

function mendTraps(text: string, traps: readonly Trap[]): string {
  let mended = '';
  let at = 0;
  for (const trap of traps) {
    mended += text.slice(at, trap.offset) + trap.mended;
    at = trap.offset + trap.found.length;
  }
  return mended + text.slice(at);
}

/** @param explained Lines whose trap was reported already: what YAML says of them, or of the next one, adds nothing. */
function composeTree(
  tokens: readonly SyntaxToken[],
  file: SourceFile,
  explained: readonly number[],
  report: Report,
): SourceNode | null {
  const composer = new Composer({ uniqueKeys: false, logLevel: 'silent' });
  const [document] = composer.compose(tokens, true, file.text.length);
  if (document === undefined) return null;
  reportSyntax(document, file, explained, report);
  if (document.contents === null) {
    report.error(topOf(file.path), 'empty-file', 'There is nothing in this file.');
    return null;
  }
  return buildNode(document.contents, { file, locate: locateIn(file), report });
}

function reportSyntax(
  document: Document.Parsed,
  file: SourceFile,
  explained: readonly number[],
  report: Report,
): void {
  const locate = locateIn(file);
  const seen = new Set(explained.flatMap((line) => [line, line + 1]));
  for (const error of document.errors.slice(0, MOST_SYNTAX_ERRORS)) {
    const place = locate(error.pos[0]);
    if (seen.has(place.line)) continue;
    seen.add(place.line);
    const { message, hint } = explainYamlError(error);
    report.error(place, 'yaml-syntax', message, { hint });
  }
}
