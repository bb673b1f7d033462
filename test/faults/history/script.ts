import type { Course } from './course.js';
import type { Expected } from './history.js';

/** What was to be said, reached or agreed, and was not. */
export function missing({ script, lines, outcomes, ledger }: Course): readonly string[] {
  if (script === null) return [];
  const texts = lines.map(({ text }) => text);
  const changes = ledger.map(({ change, purpose }) => `${change} ${purpose}`);
  return [
    ...patternsOf(script.lines)
      .filter((what) => count(texts, what) < timesIn(script.lines.filter(isDue), what))
      .map((what) => `${String(what)} was to be said, not ${quoted(texts)}`),
    ...script.outcomes
      .filter((one) => isDue(one) && !outcomes.includes(one.what))
      .map(({ what }) => `the outcome ${what} was not reached`),
    ...script.ledger
      .filter((what) => !changes.includes(what))
      .map((what) => `the ledger does not say: ${what}`),
  ];
}

/** What was said, reached or agreed more often than it was to be. */
export function surplus({ script, lines, outcomes, ledger }: Course): readonly string[] {
  if (script === null) return [];
  const changes = ledger.map(({ change, purpose }) => `${change} ${purpose}`);
  const lineOf = (text: string) => script.lines.find(({ what }) => what.test(text))?.what;
  const unasked = lines.filter(({ text }) => lineOf(text) === undefined);
  const texts = lines.map(({ text }) => text);
  return [
    ...unasked.map(({ text }) => `"${text}" was never to be said`),
    ...patternsOf(script.lines)
      .filter((what) => count(texts, what) > timesIn(script.lines, what))
      .map((what) => `${String(what)} was said ${String(count(texts, what))} times`),
    ...beyond(
      outcomes,
      script.outcomes.map(({ what }) => what),
    ).map((name) => `the outcome ${name} was reached once too often`),
    ...beyond(changes, script.ledger).map((change) => `the ledger says once too often: ${change}`),
  ];
}

/** Lines and consent that are all due, and came in another order. */
export function misplaced(course: Course): readonly string[] {
  const { script, lines, ledger } = course;
  if (script === null || surplus(course).length > 0) return [];
  const texts = lines.map(({ text }) => text);
  const changes = ledger.map(({ change, purpose }) => `${change} ${purpose}`);
  return [
    ...(isInOrder(texts, script.lines) ? [] : [`the order of ${quoted(texts)}`]),
    ...(isSubsequence(changes, script.ledger) ? [] : [`the order of the ledger: ${changes.join()}`]),
  ];
}

/** Whether each text matches an expectation that comes after that of the text before it. */
function isInOrder(texts: readonly string[], expected: readonly Expected<RegExp>[]): boolean {
  let from = 0;
  return texts.every((text) => {
    const place = expected.findIndex(({ what }, at) => at >= from && what.test(text));
    from = place + 1;
    return place !== -1;
  });
}

function isSubsequence(all: readonly string[], expected: readonly string[]): boolean {
  let from = 0;
  return all.every((one) => {
    const place = expected.indexOf(one, from);
    from = place + 1;
    return place !== -1;
  });
}

function isDue({ optional }: Expected<unknown>): boolean {
  return !optional;
}

function patternsOf(expected: readonly Expected<RegExp>[]): readonly RegExp[] {
  return [...new Map(expected.map(({ what }) => [what.source, what])).values()];
}

function timesIn(expected: readonly Expected<RegExp>[], what: RegExp): number {
  return expected.filter((one) => one.what.source === what.source).length;
}

function count(texts: readonly string[], what: RegExp): number {
  return texts.filter((text) => what.test(text)).length;
}

/** Those that are there more often than they are expected. */
function beyond(all: readonly string[], expected: readonly string[]): readonly string[] {
  const left = [...expected];
  return all.filter((one) => {
    const place = left.indexOf(one);
    if (place !== -1) left.splice(place, 1);
    return place === -1;
  });
}

function quoted(texts: readonly string[]): string {
  return JSON.stringify(texts);
}
