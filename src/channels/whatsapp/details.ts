import { readText } from '../fields.js';

const MOST = 50;
const VALUE_LIMIT = 1_000;
const NAME_LIMIT = 100;

/** `details` of an attachment; left out where there are none. */
export interface WithDetails {
  readonly details?: Readonly<Record<string, string>>;
}

/** What can be said in words, bounded; a value that is neither text nor number nor yes or no is left out. */
export function detailsOf(values: Readonly<Record<string, unknown>>): WithDetails {
  const lines = Object.entries(values)
    .slice(0, MOST)
    .flatMap(([name, value]) => {
      const text = readLine(value);
      return text === '' ? [] : [[readLine(name).slice(0, NAME_LIMIT), text] as const];
    });
  // fromEntries defines properties: a name such as `__proto__` stays data.
  return lines.length === 0 ? {} : { details: Object.fromEntries(lines) };
}

/** A value in words; empty: it has none. */
export function readLine(value: unknown): string {
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : readText(value);
  return text?.trim().slice(0, VALUE_LIMIT) ?? '';
}
