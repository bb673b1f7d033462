import type { Placeholder, Template } from '../core/flow.js';
import type { Place } from './issue.js';
import { isName, nameRule } from './names.js';
import { didYouMean } from './nearest-word.js';
import { profileNames } from './profile-names.js';
import type { Report } from './report.js';

/** A placeholder in a text, and where it stands. */
export interface PlaceholderUse {
  readonly placeholder: Placeholder;
  readonly hasFallback: boolean;
  readonly place: Place;
}

export interface ParsedTemplate {
  readonly template: Template;
  readonly uses: readonly PlaceholderUse[];
}

/** Longer ones are a forgotten `}}`. */
const LONGEST_PLACEHOLDER = 200;

/** In one text; after so many it is no text any more. */
const MOST_PLACEHOLDERS = 100;

const sources: readonly Placeholder['source'][] = ['answer', 'contact', 'workspace'];
const workspaceNames: readonly string[] = ['brand'];

const example = '{{answer.name}} or {{answer.name or "there"}}';

/**
 * Splits a text at its placeholders, `{{source.name}}` or `{{source.name or "fallback"}}`. What is wrong is reported
 * and stays in the text as it is.
 *
 * @param at Where the character of that index stands.
 */
export function parseTemplate(text: string, at: (index: number) => Place, report: Report): ParsedTemplate {
  const parts: (string | Placeholder)[] = [];
  const uses: PlaceholderUse[] = [];
  let end = 0;
  for (const [open, close] of findBraces(text, at, report)) {
    const use = parsePlaceholder(text.slice(open + 2, close), at(open), report);
    parts.push(text.slice(end, open), use?.placeholder ?? text.slice(open, close + 2));
    if (use !== null) uses.push(use);
    end = close + 2;
  }
  parts.push(text.slice(end));
  return { template: parts.filter((part) => part !== ''), uses };
}

/** The pairs of `{{` and `}}`, up to the first that has no partner, which is reported. */
function findBraces(
  text: string,
  at: (index: number) => Place,
  report: Report,
): readonly (readonly [open: number, close: number])[] {
  const pairs: [number, number][] = [];
  let open: number | null = null;
  for (const { index, 0: braces } of text.matchAll(/\{\{|\}\}/gu)) {
    const isOpening = braces === '{{';
    if (isOpening !== (open === null) || pairs.length === MOST_PLACEHOLDERS) {
      reportUnbalanced(at(open ?? index), report);
      return pairs;
    }
    if (open !== null) pairs.push([open, index]);
    open = isOpening ? index : null;
  }
  if (open !== null) reportUnbalanced(at(open), report);
  return pairs;
}

function reportUnbalanced(place: Place, report: Report): void {
  report.error(place, 'unbalanced-braces', 'A {{ and its }} do not belong together here.', {
    hint: `A placeholder is written ${example}.`,
  });
}

function parsePlaceholder(inner: string, place: Place, report: Report): PlaceholderUse | null {
  const [, path = '', , quoted] =
    (inner.length <= LONGEST_PLACEHOLDER &&
      /^\s*([^\s"'“”]+)(\s+or\s+("[^"]*"|'[^']*'))?\s*$/u.exec(inner)) ||
    [];
  if (path === '') {
    report.error(place, 'bad-placeholder', `{{${inner.slice(0, 40)}}} is not a placeholder.`, {
      hint: `Write ${example}; the fallback stands in straight quotes.`,
    });
    return null;
  }
  const source = readSource(path, place, report);
  if (source === null) return null;
  const fallback = quoted?.slice(1, -1) ?? '';
  return { placeholder: { ...source, fallback }, hasFallback: quoted !== undefined, place };
}

function readSource(path: string, place: Place, report: Report): Pick<Placeholder, 'source' | 'name'> | null {
  const dot = path.indexOf('.');
  const [given, name] = [path.slice(0, Math.max(dot, 0)), path.slice(dot + 1)];
  const source = sources.find((candidate) => candidate === given);
  if (source === undefined) {
    reportSource(given, path, place, report);
    return null;
  }
  return isUsableName(source, name, place, report) ? { source, name } : null;
}

function reportSource(given: string, path: string, place: Place, report: Report): void {
  const hint = hintForSource(given, path);
  report.error(place, 'unknown-source', `{{${path}}} does not say where it comes from.`, {
    allowed: sources.map((source) => `${source}.`),
    hint,
  });
}

function hintForSource(given: string, path: string): string | null {
  if (given === 'link') return 'A link goes under its text: `link: name`.';
  if (profileNames.includes(path)) return `Write {{contact.${path}}}.`;
  return didYouMean(given, sources);
}

function isUsableName(source: Placeholder['source'], name: string, place: Place, report: Report): boolean {
  if (source === 'workspace' && !workspaceNames.includes(name)) {
    report.error(place, 'unknown-source', `A workspace has no "${name}" to show.`, {
      allowed: workspaceNames,
      hint: didYouMean(name, workspaceNames),
    });
    return false;
  }
  if (isName(name)) return true;
  report.error(place, 'bad-name', `"${name}" cannot be a name.`, { hint: nameRule });
  return false;
}
