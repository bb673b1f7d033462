import { kindOf } from '../steps/step-kinds.js';
import type { Departure } from './departure.js';
import type { PlacedStep } from './placed-steps.js';
import { missedName, otherwiseName } from './way.js';
import type { Way } from './way.js';

/** The names of the ways out of a step, `otherwise` included where the flow then ends; one name each. */
export function branchesOf(placed: PlacedStep): readonly string[] {
  const names = waysOf(placed).map(({ name }) => name);
  const isAsking = kindOf(placed.step).question(placed.step) !== null;
  return [...new Set(isAsking ? [...names, otherwiseName] : names)];
}

/** The names of the ways that a run took when it left a step so; several where several answers were given. */
export function branchesTaken(placed: PlacedStep, { by, move, value }: Departure): readonly string[] {
  const ways = waysOf(placed);
  const answers = ways.filter((way) => way.by === 'answer' && way.name !== missedName);
  const missed = ways.some((way) => way.name === missedName) ? missedName : otherwiseName;
  if (by === 'answer') return answersTaken(answers, value ?? '').map(({ name }) => name);
  if (by === 'miss') return [missed];
  if (by === 'timeOut' && answers.length > 0) return [otherwiseName];
  const others = ways.filter((way) => way.by !== 'answer' && way.by !== 'otherwise');
  const taken = others.length === 1 ? others[0] : others[move];
  return taken === undefined ? [] : [taken.name];
}

/** Several answers in one are parted by commas. */
function answersTaken(ways: readonly Way[], value: string): readonly Way[] {
  if (ways.length === 1) return ways;
  const exact = ways.filter(({ name, values = [name] }) => values.includes(value));
  const given = new Set(value.split(', '));
  return exact.length > 0 ? exact : ways.filter(({ name }) => given.has(name));
}

function waysOf({ step, next }: PlacedStep): readonly Way[] {
  return kindOf(step).ways(step, next);
}
