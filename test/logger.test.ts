import { describe, expect, it } from 'vitest';
import { createLogger, type Logger } from '../src/logger.js';

const canary = 'CANARY-7f3a';

interface Line {
  readonly msg: string;
  readonly reason?: string;
  readonly err?: { readonly stack: readonly string[] };
}

/** A log that is kept as text, for whoever searches it. */
function keepLog(level: 'debug' | 'warn' = 'debug'): {
  log: Logger;
  text: () => string;
  lines: () => readonly Line[];
} {
  let text = '';
  const log = createLogger(level, { write: (line) => void (text += line) });
  return {
    log,
    text: () => text,
    lines: () =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Line),
  };
}

class StoreBroken extends Error {
  override readonly name = 'StoreBroken';
  readonly code = 'store_broken';
  readonly retryable = true;
}

describe('the log', () => {
  it('writes one JSON line with level, time, fields and words', () => {
    const { log, lines } = keepLog();
    log.info({ port: 3000, account: 'studio_ig' }, 'serving');
    expect(lines()).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        port: 3000,
        account: 'studio_ig',
        msg: 'serving',
      },
    ]);
  });

  it('keeps what a platform’s support calls one failure', () => {
    const { log, lines } = keepLog();
    log.warn({ trace: 'AbCdEf123' }, 'send failed');
    expect(lines()).toMatchObject([{ trace: 'AbCdEf123' }]);
  });

  it('is silent below its level', () => {
    const { log, text } = keepLog('warn');
    log.info({}, 'serving');
    expect(text()).toBe('');
  });

  it.each([
    ['a message text', { text: canary }],
    ['a name', { name: canary, contactName: canary }],
    ['a token', { token: canary, authorization: canary, apiToken: canary }],
    ['headers', { headers: { 'x-hub-signature-256': canary } }],
    ['a request', { req: { url: `/?hub.verify_token=${canary}`, headers: { authorization: canary } } }],
    ['a secret deep inside', { account: { name: { token: canary } } }],
    ['an object where a word belongs', { reason: { text: canary }, code: [canary] }],
    ['an object with a method of its own', { reason: { toJSON: () => canary, toString: () => canary } }],
    ['a list of objects', { problems: [{ text: canary }] }],
    ['an object that poses as an error', { err: { name: 'Error', message: canary, stack: canary } }],
    ['a prototype key', JSON.parse(`{"__proto__": {"text": "${canary}"}, "constructor": "${canary}"}`)],
  ])('drops %s', (_what, fields) => {
    const { log, text, lines } = keepLog();
    log.error(fields, 'it happened');
    expect(lines()).toMatchObject([{ msg: 'it happened' }]);
    expect(text()).not.toContain(canary);
  });

  it('leaves out what a foreign error quotes, and keeps where it came from', () => {
    const { log, text, lines } = keepLog();
    try {
      JSON.parse(`${canary} is not JSON`);
    } catch (err) {
      log.error({ err }, 'a body was not read');
    }
    expect(text()).not.toContain(canary);
    expect(lines()[0]?.err).toMatchObject({ name: 'SyntaxError' });
    expect(lines()[0]?.err?.stack.join()).toContain('logger.test.ts');
  });

  it('leaves out lines of a message that look like a frame', () => {
    const { log, text } = keepLog();
    log.error({ err: new Error(`no\n    at ${canary} (file.js:1:1)`) }, 'it happened');
    expect(text()).not.toContain(canary);
  });

  it('leaves out what hangs on an error, and on its causes', () => {
    const { log, text, lines } = keepLog();
    const cause = Object.assign(new TypeError(canary), { code: 'SQLITE_FULL', payload: { text: canary } });
    const err = Object.assign(new StoreBroken('The disk is full.', { cause }), { request: { body: canary } });
    log.error({ err }, 'nothing was saved');
    expect(text()).not.toContain(canary);
    expect(lines()[0]?.err).toMatchObject({
      name: 'StoreBroken',
      code: 'store_broken',
      message: 'The disk is full.',
      cause: { name: 'TypeError', code: 'SQLITE_FULL' },
    });
  });

  it('ends with errors that are each other’s cause', () => {
    const { log, lines } = keepLog();
    const err = new StoreBroken('first');
    err.cause = err;
    log.error({ err }, 'it happened');
    expect(lines()).toHaveLength(1);
  });

  it('stays on one line, whatever a word holds', () => {
    const { log, text, lines } = keepLog();
    log.warn({ reason: 'no\r\n{"level":"info"}\u2028forged\u001b[2J' }, 'a %s of\nmine');
    expect(text().trimEnd()).not.toMatch(/[\r\n\u2028\u001b]/);
    expect(lines()[0]?.msg).toBe('a %s of\nmine');
  });

  it('cuts what is too long', () => {
    const { log, lines } = keepLog();
    log.warn({ reason: 'x'.repeat(10_000) }, 'long');
    expect(lines()[0]?.reason).toHaveLength(300);
  });
});
