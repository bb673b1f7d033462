import { failedLookup, type Lookup, type LookupAnswer, type ResultPath } from './lookup.js';
import { clipText } from './split-text.js';

/** Longest value that is kept, as of an answer that a contact gives. */
const valueLimit = { size: 500, unit: 'characters' } as const;

/**
 * What another system's answer says to a look-up.
 *
 * @param document The parsed body of an answer with a 2xx status; it may be anything.
 */
export function readLookupAnswer(
  { results, notFound }: Pick<Lookup, 'results' | 'notFound'>,
  status: number,
  document: unknown,
): LookupAnswer {
  if (notFound.includes(status)) return { result: 'not_found', values: {} };
  if (status < 200 || status > 299) return failedLookup;
  const values = Object.entries(results).flatMap(([name, path]) => {
    const value = toText(valueAt(document, path));
    return value === null ? [] : [[name, value] as const];
  });
  // An answer with nothing in it of what was asked for is some other document: an error page, a changed interface.
  const isAnotherDocument = values.length === 0 && Object.keys(results).length > 0;
  return isAnotherDocument ? failedLookup : { result: 'found', values: Object.fromEntries(values) };
}

/** Own properties only: a document may be asked for its `constructor`. */
function valueAt(document: unknown, path: ResultPath): unknown {
  return path.reduce<unknown>((at, key) => {
    if (typeof at !== 'object' || at === null) return undefined;
    return Object.hasOwn(at, key) ? (at as Record<string | number, unknown>)[key] : undefined;
  }, document);
}

/** In the form in which answers are kept; null: there is nothing that could be shown. */
function toText(value: unknown): string | null {
  if (!Array.isArray(value)) return scalarText(value);
  // A list in a list is for no reader; and it may be any number of lists deep.
  const items = value.map(scalarText).filter((item) => item !== null);
  return items.length === 0 ? null : clean(items.join(', '));
}

function scalarText(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return clean(value);
    case 'number':
      return String(value);
    case 'boolean':
      return value ? 'yes' : 'no';
    default:
      return null;
  }
}

/** Fit to be stored and shown: well-formed, on few lines, of a length that floods no reply. Null: nothing is left. */
function clean(text: string): string | null {
  const shown = text
    .slice(0, 4 * valueLimit.size)
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim();
  return clipText(shown, valueLimit) || null;
}
