import { didYouMean } from '../nearest-word.js';
import type { Report } from '../report.js';
import { entryAt, nodeAt, placeAt } from '../yaml/source-node.js';
import type { SourceNode } from '../yaml/source-node.js';
import { adviceToQuote, describeExpected, describeNode, isTakenForOther } from './describe-node.js';
import type { ShapeIssue } from './flatten-issues.js';

/** Says what is wrong with a value's shape, each at the place that is at fault. */
export function reportShape(issues: readonly ShapeIssue[], root: SourceNode, report: Report): void {
  const misspelt = new Set(
    issues.flatMap((issue) => (issue.kind === 'unknown_keys' ? likelyKeys(issue) : [])),
  );
  for (const issue of issues) {
    const isExplained = isMissing(issue, root) && misspelt.has(String(issue.path.at(-1)));
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
    case 'value':
      return reportValue(issue, root, report);
    case 'empty_list':
      return report.error(place, 'empty-list', 'At least one item is needed here.');
    case 'refused':
      return report.error(place, readText(issue.params, 'code') ?? 'bad-value', issue.message, {
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
  if (node === undefined || isEmpty(node)) return reportMissing(issue, root, report);
  const wantsText = issue.expected.includes('string');
  const code = wantsText && isTakenForOther(node) ? 'unquoted-value' : 'wrong-type';
  const message = `Expected ${describeExpected(issue.expected)}, found ${describeNode(node)}.`;
  report.error(node.place, code, message, { hint: wantsText ? adviceToQuote(node) : null });
}

function reportMissing(issue: IssueOf<'type' | 'value'>, root: SourceNode, report: Report): void {
  const key = String(issue.path.at(-1) ?? '');
  const expected = issue.kind === 'type' ? issue.expected : issue.allowed;
  report.error(
    placeAt(root, issue.path),
    'missing-key',
    `"${key}" is missing: ${describeExpected(expected)}.`,
  );
}

function reportValue(issue: IssueOf<'value'>, root: SourceNode, report: Report): void {
  const node = nodeAt(root, issue.path);
  if (node === undefined || isEmpty(node)) return reportMissing(issue, root, report);
  const found = node.kind === 'scalar' ? node.raw : describeNode(node);
  report.error(node.place, 'unknown-word', `${found} is not one of the words that are allowed here.`, {
    allowed: issue.allowed,
    hint: didYouMean(found, issue.allowed),
  });
}

function isMissing(issue: ShapeIssue, root: SourceNode): boolean {
  return (issue.kind === 'type' || issue.kind === 'value') && nodeAt(root, issue.path) === undefined;
}

function isEmpty(node: SourceNode): boolean {
  return node.kind === 'scalar' && node.raw === '';
}

/** Known keys that the unknown ones were probably meant to be: then nothing more need be said of their absence. */
function likelyKeys({ keys, known }: IssueOf<'unknown_keys'>): readonly string[] {
  return known.filter((word) => keys.some((key) => didYouMean(key, known) === `Did you mean "${word}"?`));
}

function readText(params: Readonly<Record<string, unknown>>, key: string): string | null {
  const value = params[key];
  return typeof value === 'string' ? value : null;
}

function readTexts(params: Readonly<Record<string, unknown>>, key: string): readonly string[] {
  const value = params[key];
  return Array.isArray(value) ? value.map(String) : [];
}
