import { type DestinationStream, type LevelWithSilent, pino } from 'pino';

type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void;

/**
 * The server's log: JSON lines. What a line may hold is an allow-list (`passes`): anything else is dropped, however deep
 * a secret or a follower's words hide in it. Messages are fixed words of ours; what varies goes into the fields.
 */
export interface Logger {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
  readonly fatal: Write;
}

/** How one field passes; undefined: it does not. */
type Pass = (value: unknown) => unknown;

/**
 * Names of ours: of files, flows, rules, states. Cut, and without characters that could forge a second line in a
 * viewer that is less strict than JSON.
 */
const word: Pass = (value) =>
  typeof value === 'string' ? value.slice(0, 300).replace(/[\p{Cc}\u2028\u2029]/gu, ' ') : undefined;
const number: Pass = (value) => (Number.isFinite(value) ? value : undefined);
const flag: Pass = (value) => (typeof value === 'boolean' ? value : undefined);
const words: Pass = (value) => (Array.isArray(value) ? value.slice(0, 100).map(word) : undefined);
const either =
  (...passes: readonly Pass[]): Pass =>
  (value) =>
    passes.map((pass) => pass(value)).find((passed) => passed !== undefined);

const named = (pass: Pass, ...names: readonly string[]): readonly (readonly [string, Pass])[] =>
  names.map((name) => [name, pass]);

/** The fields that may be logged. Our own ids may; a platform's ids of people, names, texts, tokens and headers may not. */
const passes: ReadonlyMap<string, Pass> = new Map([
  ...named(word, 'conversationId', 'contactId', 'eventId', 'messageId', 'handoffId', 'requestId'),
  ...named(
    word,
    'workspace',
    'account',
    'channel',
    'flow',
    'lookup',
    'version',
    'step',
    'rule',
    'kind',
    'object',
    'field',
  ),
  ...named(
    either(word, number),
    'state',
    'result',
    'reason',
    'explanation',
    'class',
    'code',
    'method',
    'route',
  ),
  ...named(word, 'file', 'address', 'host', 'signal', 'hint'),
  // By which a platform's support finds one answer of theirs.
  ...named(word, 'trace'),
  ...named(number, 'port', 'line', 'column', 'status', 'count', 'attempts', 'milliseconds', 'bytes', 'dueAt'),
  ...named(
    number,
    'events',
    'handled',
    'duplicates',
    'deferred',
    'poison',
    'strangers',
    'updates',
    'skipped',
  ),
  ...named(flag, 'ready', 'retryable'),
  ...named(words, 'problems', 'accounts', 'flows', 'missing'),
  ...named((value) => describeError(value, 3), 'err'),
]);

/** Writes lines of `level` and above to `destination`: standard output unless told otherwise. */
export function createLogger(level: LevelWithSilent, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: labelOf },
  };
  const log = destination === undefined ? pino(options) : pino(options, destination);
  const at = (name: keyof Logger): Write => {
    return (fields, message) => {
      if (log.isLevelEnabled(name)) log[name](allowed(fields), '%s', message);
    };
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), fatal: at('fatal') };
}

function labelOf(label: string): { readonly level: string } {
  return { level: label };
}

function allowed(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, passes.get(name)?.(fields[name])]));
}

/**
 * What an error says of itself. Messages of foreign errors quote their input (a JSON parser does), so only those of our
 * typed faults pass; of a stack the places pass, without the message at its head.
 */
function describeError(error: unknown, depth: number): unknown {
  if (!(error instanceof Error) || depth === 0) return undefined;
  return {
    name: word(error.name),
    code: codeOf(error),
    ...(isFault(error) && { message: word(error.message) }),
    stack: placesOf(error),
    cause: describeError(error.cause, depth - 1),
  };
}

/** A typed fault of ours carries a code and says whether a repetition may help. */
function isFault(error: Error): boolean {
  return 'retryable' in error && typeof error.retryable === 'boolean' && codeOf(error) !== undefined;
}

function codeOf(error: Error): unknown {
  return 'code' in error ? either(word, number)(error.code) : undefined;
}

/** The frames alone: a message can span lines, and one of them can look like a frame. */
function placesOf(error: Error): readonly string[] {
  const stack = typeof error.stack === 'string' ? error.stack : '';
  return stack
    .replace(error.message, () => '')
    .split('\n')
    .filter((line) => /^ {4}at .*:\d+\)?$/.test(line))
    .slice(0, 20)
    .map((line) => line.trim());
}
