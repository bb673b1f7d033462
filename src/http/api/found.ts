import { HttpProblem } from '../problem.js';

/** What was found. @throws {HttpProblem} 404 where it is null */
export function found<T>(thing: T | null, what: string): T {
  if (thing === null) throw new HttpProblem(404, 'not_found', `There is no such ${what}.`);
  return thing;
}
