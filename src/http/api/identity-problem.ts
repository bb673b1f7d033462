import { HttpProblem } from '../problem.js';

/** Why something about people was refused, as identity says it. */
export type Refusal =
  | { readonly ok: false; readonly reason: 'slow_down'; readonly retryAfter: number }
  | { readonly ok: false; readonly reason: 'lacking'; readonly what: 'name' | 'email' }
  | { readonly ok: false; readonly reason: keyof typeof problems };

const problems = {
  wrong: [401, 'That is not right. Please check what you typed.'],
  code_needed: [409, 'The code of your present second factor comes first.'],
  not_begun: [409, 'Begin to set up a second factor first.'],
  required: [409, 'Your role needs a second factor. Set up another one in its place.'],
  gone: [404, 'This link does not let anybody in: it was used, withdrawn, or is too old.'],
  email_taken: [409, 'Somebody with this e-mail address is here already.'],
  not_found: [404, 'There is no such person.'],
  above_you: [403, 'You may manage people up to your own role, within your own workspaces.'],
  yourself: [403, 'Somebody else must do this to you.'],
  last_owner: [409, 'They are the last owner. Make somebody else an owner first.'],
} as const satisfies Readonly<Record<string, readonly [status: number, message: string]>>;

/** Hands on what was possible. @throws {HttpProblem} where it was not */
export function accepted<Result extends { readonly ok: true } | Refusal>(
  result: Result,
): Extract<Result, { readonly ok: true }> {
  if (!result.ok) throw toProblem(result);
  return result as Extract<Result, { readonly ok: true }>;
}

function toProblem(refusal: Refusal): HttpProblem {
  if (refusal.reason === 'slow_down') {
    const wait = String(refusal.retryAfter);
    return new HttpProblem(429, 'slow_down', `Too many attempts. Try again in ${wait} seconds.`, {
      headers: { 'Retry-After': wait },
    });
  }
  if (refusal.reason === 'lacking') {
    return new HttpProblem(400, 'invalid_request', `body.${refusal.what} is needed.`, {
      allowed: [refusal.what],
    });
  }
  const [status, message] = problems[refusal.reason];
  return new HttpProblem(status, refusal.reason, message);
}
