/** How deep arrays and objects may nest. Meta's own payloads stay below ten. */
export const DEPTH_LIMIT = 64;

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: 'malformed' | 'too_deep' };

/**
 * Parses a JSON body whose sender is known but whose shape is not. What nests deeper than {@link DEPTH_LIMIT} is refused
 * before it can cost anything. An integer of 2^53 or more becomes a string of its digits: it is an id, and as a number
 * would name someone else.
 */
export function parseJson(body: Buffer): ParsedJson {
  const survey = surveyBytes(body);
  if (survey === 'too_deep') return { ok: false, reason: 'too_deep' };
  try {
    return { ok: true, value: JSON.parse(quote(body, survey)) };
  } catch {
    return { ok: false, reason: 'malformed' };
  }
}

/** Where a literal stands in the body, in bytes; `end` is exclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ZERO = 0x30;
const NINE = 0x39;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** One pass over the bytes: finds the integers that a number cannot hold. All syntax of JSON is ASCII. */
function surveyBytes(body: Buffer): readonly Span[] | 'too_deep' {
  const unsafe: Span[] = [];
  let depth = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0;
    if (byte === QUOTE) {
      at = endOfString(body, at);
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      depth++;
      if (depth > DEPTH_LIMIT) return 'too_deep';
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      depth--;
    } else if (isDigit(byte)) {
      const span = { start: at, end: endOfDigits(body, at) };
      if (isUnsafeInteger(body, span)) unsafe.push(span);
      at = span.end - 1;
    }
  }
  return unsafe;
}

/** Position of the closing quote, or the last byte of a string that never ends. */
function endOfString(body: Buffer, start: number): number {
  let at = start + 1;
  while (at < body.length && body[at] !== QUOTE) at += body[at] === BACKSLASH ? 2 : 1;
  return at;
}

function endOfDigits(body: Buffer, start: number): number {
  let at = start + 1;
  while (isDigit(body[at])) at++;
  return at;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}

const LARGEST_SAFE = String(Number.MAX_SAFE_INTEGER);

function isUnsafeInteger(body: Buffer, { start, end }: Span): boolean {
  const length = end - start;
  if (length < LARGEST_SAFE.length) return false;
  if (isPartOfNumber(body[start - 1]) || isPartOfNumber(body[end])) return false;
  return length > LARGEST_SAFE.length || body.toString('latin1', start, end) > LARGEST_SAFE;
}

const NUMBER_PARTS: ReadonlySet<number> = new Set(Buffer.from('.+-eE'));

/** A sign, a point or an exponent beside the digits: then they are no id. */
function isPartOfNumber(byte: number | undefined): boolean {
  return byte !== undefined && NUMBER_PARTS.has(byte);
}

function quote(body: Buffer, spans: readonly Span[]): string {
  let text = '';
  let rest = 0;
  for (const { start, end } of spans) {
    text += `${body.toString('utf8', rest, start)}"${body.toString('latin1', start, end)}"`;
    rest = end;
  }
  return text + body.toString('utf8', rest);
}
