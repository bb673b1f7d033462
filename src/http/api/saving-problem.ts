import type { SavingRefused } from '../../inbox/saving/replies.js';
import { HttpProblem } from '../problem.js';

const problems: Readonly<Record<SavingRefused['reason'], readonly [status: number, message: string]>> = {
  not_found: [404, 'There is no such thing.'],
  not_yours: [403, 'Somebody else saved this for all; those who lead may change it.'],
  not_shared: [403, 'Only those who lead may save something for all.'],
  taken: [409, 'You have one under this shortcut already.'],
};

/** Hands on what was saved. @throws {HttpProblem} where it was not */
export function acceptedSaving<Result extends { readonly ok: true } | SavingRefused>(
  result: Result,
): Extract<Result, { readonly ok: true }> {
  if (result.ok) return result as Extract<Result, { readonly ok: true }>;
  const [status, message] = problems[result.reason];
  throw new HttpProblem(status, result.reason, message);
}
