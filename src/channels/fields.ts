import { cleanText } from './clean-text.js';

/** A JSON object of which nothing is known yet. Each field is read by what it must be; what it is not, is null. */
export type Fields = Readonly<Record<string, unknown>>;

export function asFields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The objects of a list; what else stands in it is passed over. */
export function objectsIn(value: unknown): readonly Fields[] {
  return asList(value)
    .map(asFields)
    .filter((fields) => fields !== null);
}

/** Printable ASCII without spaces: what every id of the platform is made of. */
const ID = /^[!-~]{1,512}$/;

/** An id as text; Meta writes some ids as JSON numbers, and tools for testing write more. */
export function readId(value: unknown): string | null {
  if (typeof value === 'string') return ID.test(value) ? value : null;
  return Number.isSafeInteger(value) ? String(value) : null;
}

/** Someone's words, storable; null where there is no text. */
export function readText(value: unknown): string | null {
  return typeof value === 'string' ? cleanText(value) : null;
}

export function readCount(value: unknown): number | null {
  const count = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null;
}

/** From here on (September 2001, in ms) a timestamp counts milliseconds; below, seconds. */
const FIRST_IN_MILLISECONDS = 1e12;

/** A moment, epoch ms. The platform writes ms for messages and s for changes, now and then as text. */
export function readTime(value: unknown): number | null {
  const time = readCount(value);
  if (time === null || time === 0) return null;
  return time < FIRST_IN_MILLISECONDS ? time * 1000 : time;
}
