import type { z } from 'zod';
import { HttpProblem } from '../problem.js';

/** Where a part of a request stands, and what it must be. */
export interface Part<T extends z.ZodObject> {
  readonly schema: T;
  readonly value: unknown;
}

type Parts = Readonly<Record<string, Part<z.ZodObject>>>;
type Read<P extends Parts> = { [Name in keyof P]: z.output<P[Name]['schema']> };

interface Mistake {
  readonly message: string;
  readonly allowed: readonly string[];
}

/**
 * Reads the parts of a request by their schemas.
 * @throws {HttpProblem} 400 that names every mistake in every part, and what is allowed instead
 */
export function readParts<P extends Parts>(parts: P): Read<P> {
  const mistakes: Mistake[] = [];
  const read = Object.entries(parts).map(([name, { schema, value }]) => {
    const result = schema.safeParse(value);
    if (result.success) return [name, result.data] as const;
    mistakes.push(...result.error.issues.map((issue) => describe(name, issue, schema)));
    return [name, null] as const;
  });
  if (mistakes.length > 0) throw refuse(mistakes);
  // Each name was read by its own schema just above.
  return Object.fromEntries(read) as Read<P>;
}

function describe(part: string, issue: z.core.$ZodIssue, schema: z.ZodObject): Mistake {
  const where = [part, ...issue.path].join('.');
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = Object.keys(schema.shape);
      const known = allowed.length === 0 ? 'nothing' : allowed.join(', ');
      return { message: `${where} takes ${known}, but not ${issue.keys.join(', ')}`, allowed };
    }
    case 'invalid_value':
      return { message: `${where} ${issue.message}`, allowed: issue.values.map(String) };
    case 'invalid_type':
      return issue.path.length === 0
        ? { message: `${where} must be an object`, allowed: Object.keys(schema.shape) }
        : { message: `${where} ${issue.message}`, allowed: [] };
    default:
      return { message: `${where} ${issue.message}`, allowed: [] };
  }
}

function refuse(mistakes: readonly Mistake[]): HttpProblem {
  const message = `${mistakes.map((mistake) => mistake.message).join('; ')}.`;
  const allowed = mistakes.flatMap((mistake) => mistake.allowed);
  return new HttpProblem(400, 'invalid_request', message, allowed.length > 0 ? { allowed } : {});
}
