import { failedLookup, type Lookup, type LookupAnswer } from '../../core/lookup.js';
import type { Workspace } from '../../core/workspace.js';
import type { OutsideReply } from '../transcript/virtual-outside.js';
import type { ConditionTest } from './foresight.js';
import { other, valuesAround } from './test-values.js';

/** Answers of one look-up that differ by what is found; more are not looked at. */
const mostFound = 64;

/** Everything that the outside may do with a question, as far as a flow can tell it apart. */
export interface OutsideReplies {
  readonly replies: readonly OutsideReply[];
  /** How many more there would be. */
  readonly leftOut: number;
}

/**
 * What may be replied in the place of this reply.
 *
 * @param tests What the flow may still ask of an answer.
 */
export function repliesLike(
  reply: OutsideReply,
  { lookups }: Pick<Workspace, 'lookups'>,
  tests: readonly ConditionTest[],
): OutsideReplies {
  if (reply.to === 'drawCoupon') return { replies: [{ ...reply, code: null }], leftOut: 0 };
  const lookup = lookups.get(reply.name);
  const found = lookup === undefined ? { answers: [], leftOut: 0 } : foundBy(lookup, tests);
  const answers = [...found.answers, { result: 'not_found', values: {} } as const, failedLookup, null];
  return { replies: answers.map((answer) => ({ ...reply, answer })), leftOut: found.leftOut };
}

function foundBy(
  { results }: Pick<Lookup, 'results'>,
  tests: readonly ConditionTest[],
): { readonly answers: readonly LookupAnswer[]; readonly leftOut: number } {
  const choices = Object.keys(results).map((name) => ({ name, values: valuesOf(name, tests) }));
  const all = choices.reduce((product, { values }) => product * values.length, 1);
  const answers = combine(choices).map((values) => ({ result: 'found' as const, values }));
  return { answers, leftOut: all - answers.length };
}

/** A step may keep a result behind a name of its own: `order_status`. */
function valuesOf(result: string, tests: readonly ConditionTest[]): readonly string[] {
  const asked = tests.filter(
    ({ subject }) =>
      subject.kind === 'answer' && (subject.name === result || subject.name.endsWith(`_${result}`)),
  );
  return [...new Set([other, ...asked.flatMap(({ test }) => valuesAround(test))])];
}

interface Choice {
  readonly name: string;
  readonly values: readonly string[];
}

function combine(choices: readonly Choice[]): readonly Readonly<Record<string, string>>[] {
  return choices.reduce<readonly Readonly<Record<string, string>>[]>(
    (combined, { name, values }) =>
      combined.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))).slice(0, mostFound),
    [{}],
  );
}
