import { secretRule } from '../secret-text.js';
import type { WrittenLookup } from './lookup-shape.js';
import type { NamedEntry } from './named-things.js';

/** Set by the connection itself: whoever sets them otherwise changes where a request ends or who answers it. */
const reserved: ReadonlySet<string> = new Set([
  ...['host', 'connection', 'content-length', 'transfer-encoding', 'te', 'trailer', 'upgrade', 'keep-alive'],
  ...['expect', 'accept', 'accept-encoding', 'content-type', 'idempotency-key', 'user-agent', 'via'],
]);

/** Headers that are there to carry a secret. */
const carriesSecret = /authorization|cookie|token|secret|password|api-?key/u;

/** The headers by their names in small letters; null where one cannot be sent; why is reported. */
export function checkHeaders(entry: NamedEntry<WrittenLookup>): Readonly<Record<string, string>> | null {
  const headers = Object.entries(entry.written.headers ?? {});
  const isGood = headers.map(([name, value]) => checkHeader(name, value, entry)).every(Boolean);
  return isGood ? Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])) : null;
}

function checkHeader(name: string, value: string, { place, report }: NamedEntry<WrittenLookup>): boolean {
  const at = place('headers', name);
  if (!/^[A-Za-z][A-Za-z0-9-]{0,60}$/u.test(name) || reserved.has(name.toLowerCase())) {
    report.error(at, 'bad-header', `The header "${name}" cannot be set here.`, {
      hint: 'Accept, content-type, host and their like are set by the server.',
    });
    return false;
  }
  if (value.includes('{{') || !/^[ -~]*$/u.test(value)) {
    report.error(
      at,
      'bad-header',
      'A header is sent as it stands here: plain letters, and $NAMES of secrets.',
      {
        hint: 'What a look-up is told goes into its address or its body.',
      },
    );
    return false;
  }
  if (!carriesSecret.test(name.toLowerCase()) || /\$[A-Z]/u.test(value)) return true;
  const { code, message, hint } = secretRule;
  report.error(at, code, message, { hint });
  return false;
}
