import { isErrorCode } from '../findings/catalogue.js';
import type { ErrorCode } from '../findings/catalogue.js';
import { didYouMean, nearestWord } from '../nearest-word.js';
import type { Report } from '../report.js';
import { entryAt, nodeAt, placeAt } from '../yaml/source-node.js';
import type { ScalarNode, SourceNode } from '../yaml/source-node.js';
import { adviceToQuote, describeExpected, describeNode, isTakenForOther } from './describe-node.js';
import type { ShapeIssue } from './flatten-issues.js';

/** Says what is wrong with a value's shape, each at the place that is at fault. */
export function reportShape(issues: readonly ShapeIssue[], root: SourceNode, report: Report): void {
  const unknown = issues.filter((issue) => issue.kind === 'unknown_keys');
  for (const issue of issues) {
    const isExplained = unknown.some((other) => explains(other, issue, root));
    if (!isExplained) reportIssue(issue, root, report);
  }
}

function reportIssue(issue: ShapeIssue, root: SourceNode, report: Report): void {
  const place = placeAt(root, issue.path);
  switch (issue.kind) {
    case 'unknown_keys':
      return reportUnknownKeys(issue, root, report);
    case 'type':
      return reportType(issue, root, report);
    case 'empty_list':
      return report.error(place, 'empty-list', 'At least one item is needed here.');
    case 'refused':
      return report.error(place, readCode(issue.params), issue.message, {
        hint: readText(issue.params, 'hint'),
        allowed: readTexts(issue.params, 'allowed'),
      });
  }
}

type IssueOf<K extends ShapeIssue['kind']> = Extract<ShapeIssue, { readonly kind: K }>;

function reportUnknownKeys(issue: IssueOf<'unknown_keys'>, root: SourceNode, report: Report): void {
  const map = nodeAt(root, issue.path);
  if (map === undefined) return;
  for (const key of issue.keys) {
    const entry = entryAt(map, key);
    if (entry === undefined) continue;
    report.error(entry.keyPlace, 'unknown-key', `"${key}" means nothing here.`, {
      allowed: issue.known,
      hint: didYouMean(key, issue.known) ?? cutByComma(entry.value),
    });
  }
}

/** Between { } a comma ends a text: its rest looks like a key that has no value. */
function cutByComma(value: SourceNode): string | null {
  return value.kind === 'scalar' && value.raw === ''
    ? 'If this is the rest of a text with a comma or a colon in it, put the whole text in quotes.'
    : null;
}

function reportType(issue: IssueOf<'type'>, root: SourceNode, report: Report): void {
  const node = nodeAt(root, issue.path);
  if (node === undefined || isEmpty(node)) return reportMissing(issue, node, root, report);
  const { kinds, words } = issue;
  if (words.length > 0 && node.kind === 'scalar') return reportWord(node, words, report);
  const wantsText = kinds.includes('string');
  const code = wantsText && isTakenForOther(node) ? 'unquoted-value' : 'wrong-type';
  const message = `Expected ${describeExpected([...kinds, ...words])}, found ${describeNode(node)}.`;
  report.error(node.place, code, message, { hint: wantsText ? adviceToQuote(node) : null });
}

function reportMissing(
  { path, kinds, words }: IssueOf<'type'>,
  node: SourceNode | undefined,
  root: SourceNode,
  report: Report,
): void {
  const key = String(path.at(-1) ?? '');
  const what = node === undefined ? 'missing' : 'empty';
  const message = `"${key}" is ${what}; it takes ${describeExpected([...kinds, ...words])}.`;
  report.error(placeAt(root, path), 'missing-key', message);
}

function reportWord(node: ScalarNode, allowed: readonly string[], report: Report): void {
  const word = String(node.value);
  report.error(node.place, 'unknown-word', `"${word}" is not one of the words that are allowed here.`, {
    allowed,
    hint: didYouMean(word, allowed),
  });
}

function isEmpty(node: SourceNode): boolean {
  return node.kind === 'scalar' && node.raw === '';
}

/** A key that is missing because it was misspelt, or whatever else is missing beside an unknown key. */
function explains(unknown: IssueOf<'unknown_keys'>, issue: ShapeIssue, root: SourceNode): boolean {
  if (issue.kind === 'refused') {
    return issue.path.length === unknown.path.length && issue.params['code'] === 'missing-key';
  }
  const isMissing = issue.kind === 'type' && nodeAt(root, issue.path) === undefined;
  return isMissing && likelyKeys(unknown).includes(String(issue.path.at(-1)));
}

/** Known keys that the unknown ones were probably meant to be. */
function likelyKeys({ keys, known }: IssueOf<'unknown_keys'>): readonly string[] {
  return known.filter((word) => keys.some((key) => nearestWord(key, known) === word));
}

/** What a schema refuses is always an error; a code of zod's own is none of ours. */
function readCode(params: Readonly<Record<string, unknown>>): ErrorCode {
  const code = readText(params, 'code') ?? '';
  return isErrorCode(code) ? code : 'wrong-type';
}

function readText(params: Readonly<Record<string, unknown>>, key: string): string | null {
  const value = params[key];
  return typeof value === 'string' ? value : null;
}

function readTexts(params: Readonly<Record<string, unknown>>, key: string): readonly string[] {
  const value = params[key];
  return Array.isArray(value) ? value.map(String) : [];
}
