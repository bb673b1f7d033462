import type { AssignmentRule } from '../../core/resources.js';

export type AutomaticRule = Exclude<AssignmentRule, 'by_hand'>;

/** Someone who could be given a handoff. */
export interface Candidate {
  readonly id: string;
  /** Open ones that they have. */
  readonly open: number;
  /** How many they take. */
  readonly capacity: number;
  /** When they were last given one, epoch ms; null: never. */
  readonly lastAt: number | null;
}

/**
 * Who is given the next one. `round_robin`: whoever was given one longest ago; `least_busy`: whoever has the fewest, of
 * those whoever was given one longest ago. Never anybody who has as many as they take.
 *
 * @param except Users who are not to get it.
 * @returns null: nobody can have it
 */
export function chooseAssignee<C extends Candidate>(
  rule: AutomaticRule,
  candidates: readonly C[],
  except: ReadonlySet<string>,
): C | null {
  const free = candidates.filter(({ id, open, capacity }) => open < capacity && !except.has(id));
  return free.reduce<C | null>(
    (best, one) => (best === null || goesBefore(rule, one, best) ? one : best),
    null,
  );
}

function goesBefore(rule: AutomaticRule, one: Candidate, other: Candidate): boolean {
  const byTurn = (one.lastAt ?? -Infinity) - (other.lastAt ?? -Infinity) || 0;
  const byLoad = one.open - other.open;
  const [first, second] = rule === 'round_robin' ? [byTurn, byLoad] : [byLoad, byTurn];
  return (first || second || (one.id < other.id ? -1 : 1)) < 0;
}
