import type { Lookup } from '../../core/lookup.js';
import { isName, nameRule } from '../names.js';
import { checkAddress } from './lookup-address.js';
import { checkHeaders } from './lookup-headers.js';
import { checkInputs } from './lookup-inputs.js';
import { lookupShape } from './lookup-shape.js';
import type { WrittenLookup } from './lookup-shape.js';
import type { NamedEntry, Section } from './named-things.js';

const second = 1_000;

const DEFAULT_TIMEOUT = 4 * second;
/** The contact waits for it, and whatever they write meanwhile. */
const LONGEST_TIMEOUT = 30 * second;
const LONGEST_CACHE = 24 * 3_600 * second;

/** Questions to other systems. Everything that could make one go elsewhere than its author thought is refused. */
export const lookupSection: Section<WrittenLookup, Lookup> = {
  what: 'lookup',
  shape: lookupShape,
  read: (entry) => {
    const { written } = entry;
    const isAddress = checkAddress(entry);
    const headers = checkHeaders(entry);
    checkInputs(entry);
    checkBody(entry);
    checkTimes(entry);
    checkResultNames(entry);
    if (!isAddress || headers === null) return null;
    const { method = 'GET', body = null, takes = [], timeout = DEFAULT_TIMEOUT, cache = null } = written;
    return {
      name: entry.name,
      url: written.url,
      method,
      headers,
      body,
      takes,
      timeout: Math.min(timeout, LONGEST_TIMEOUT),
      cache,
      results: written.result,
      notFound: written.not_found ?? [404],
    };
  },
};

/** Names of the environment's secrets that these headers are made with. */
export function secretNamesIn({ headers }: Pick<Lookup, 'headers'>): readonly string[] {
  return Object.values(headers).flatMap((value) =>
    [...value.matchAll(/\$([A-Z][A-Z0-9_]*)/gu)].map(([, secret = '']) => secret),
  );
}

function checkBody({ written, place, report }: NamedEntry<WrittenLookup>): void {
  if (written.body === undefined || written.method === 'POST') return;
  report.error(place('body'), 'unexpected-body', 'Only a POST has a body.', {
    hint: 'Write method: POST, or put the inputs into the address.',
  });
}

function checkTimes({ written, place, report }: NamedEntry<WrittenLookup>): void {
  const { timeout = 0, cache = 0, method } = written;
  if (timeout > LONGEST_TIMEOUT) {
    report.error(place('timeout'), 'time-too-long', 'The contact waits for the answer: 30s at the most.');
  }
  if (cache > LONGEST_CACHE) {
    report.error(place('cache'), 'time-too-long', 'An answer may be given again for a day at the most: 1d.');
  }
  if (cache > 0 && method === 'POST') {
    report.error(
      place('cache'),
      'post-is-not-cached',
      'A POST does something each time: it is never answered from memory.',
    );
  }
}

function checkResultNames({ written, place, report }: NamedEntry<WrittenLookup>): void {
  for (const result of Object.keys(written.result)) {
    if (isName(result)) continue;
    report.error(place('result', result), 'bad-name', `"${result}" cannot be a name.`, { hint: nameRule });
  }
}
