import { cleanText } from './clean-text.js';

const DEPTH = 8;
const BREADTH = 100;

/**
 * A copy of a payload that is fit to be stored: texts cleaned, and bounded in depth and breadth, since nobody knows what
 * it is. What exceeds the bounds is left out; what is too deep is null.
 */
export function keepPayload(value: unknown, depth = DEPTH): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return null;
  if (Array.isArray(value)) return value.slice(0, BREADTH).map((entry) => keepPayload(entry, depth - 1));
  // fromEntries defines properties: a key named `__proto__` stays data.
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, BREADTH)
      .map(([key, entry]) => [cleanText(key), keepPayload(entry, depth - 1)]),
  );
}
