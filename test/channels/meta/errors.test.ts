import { describe, expect, it } from 'vitest';
import { classifyAnswer } from '../../../src/channels/meta/errors.js';
import { failureOfSilence } from '../../../src/channels/failure.js';
import type { PlatformAnswer } from '../../../src/channels/exchange.js';

const now = Date.parse('2026-03-01T12:00:00Z');

type Answered = Extract<PlatformAnswer, { kind: 'answered' }>;

const answered = (status: number, body: unknown, headers: Answered['headers'] = {}): Answered => ({
  kind: 'answered',
  at: now,
  status,
  headers,
  body,
});

const error = (code: number, subcode?: number, more: object = {}, headers: Answered['headers'] = {}) =>
  answered(
    400,
    {
      error: {
        message: 'quotes Ada, ada@example.org and EAAG-token',
        type: 'OAuthException',
        code,
        ...(subcode === undefined ? {} : { error_subcode: subcode }),
        fbtrace_id: 'AbCdEf123',
        ...more,
      },
    },
    headers,
  );

describe('an error of the Send API', () => {
  it.each([
    [4, undefined, 'throttle', 'app'],
    [17, undefined, 'throttle', 'account'],
    [32, undefined, 'throttle', 'account'],
    [613, undefined, 'throttle', 'account'],
    [80001, undefined, 'throttle', 'account'],
    [80002, undefined, 'throttle', 'account'],
    [80006, undefined, 'throttle', 'account'],
    [4, 2018022, 'throttle', 'contact'],
    [613, 1893016, 'throttle', 'contact'],
    [1200, undefined, 'retry', 'contact'],
    [2, undefined, 'retry', 'contact'],
    [2, 1234567, 'retry', 'contact'],
    [1, 99, 'retry', 'contact'],
    [1, 1545133, 'retry', 'contact'],
    [1, undefined, 'unknown', 'contact'],
    [1, 1357046, 'unknown', 'contact'],
    [20, 1772107, 'unknown', 'contact'],
    [10, 2018278, 'window', 'contact'],
    [10, 2534022, 'window', 'contact'],
    [551, undefined, 'unreachable', 'contact'],
    [200, 1545041, 'unreachable', 'contact'],
    [100, 2018001, 'unreachable', 'contact'],
    [100, 33, 'unreachable', 'contact'],
    [100, 2534014, 'unreachable', 'contact'],
    [10, 2018108, 'unreachable', 'contact'],
    [10, 2534025, 'invalid', 'contact'],
    [10, 2534013, 'invalid', 'contact'],
    [467, undefined, 'auth', 'account'],
    [100, undefined, 'invalid', 'contact'],
    [100, 2018109, 'invalid', 'contact'],
    [100, 7654321, 'invalid', 'contact'],
    [190, undefined, 'auth', 'account'],
    [190, 463, 'auth', 'account'],
    [102, undefined, 'auth', 'account'],
    [3, undefined, 'auth', 'account'],
    [10, undefined, 'auth', 'account'],
    [200, undefined, 'auth', 'account'],
    [230, undefined, 'auth', 'account'],
    [368, undefined, 'policy', 'account'],
  ])('with code %s and subcode %s is %s, for the %s', (code, subcode, errorClass, scope) => {
    expect(classifyAnswer(error(code, subcode))).toMatchObject({
      kind: 'failed',
      class: errorClass,
      scope,
    });
  });

  it.each([
    [1200, undefined],
    [2, undefined],
    [1, 99],
    [1, 1545133],
  ])('with code %s and subcode %s is tried again three times, no more', (code, subcode) => {
    expect(classifyAnswer(error(code, subcode)).mostTries).toBe(4);
  });

  it('of another table means what that table says, and by its status what none knows', () => {
    const meanings = (code: number) =>
      code === 130429
        ? ({ class: 'throttle', scope: 'account', explanation: 'Slow down.' } as const)
        : undefined;
    expect(classifyAnswer(error(130429), meanings)).toMatchObject({ class: 'throttle' });
    expect(classifyAnswer(error(190), meanings)).toMatchObject({ class: 'invalid' });
  });

  it('is explained in a sentence, with its code, and nothing of its own words', () => {
    const { explanation } = classifyAnswer(error(10, 2018278));
    expect(explanation).toBe(
      'The contact last wrote longer ago than the platform lets us answer freely. (code 10/2018278)',
    );
  });

  it('names what the platform’s support asks for', () => {
    expect(classifyAnswer(error(190)).trace).toBe('AbCdEf123');
    expect(classifyAnswer(answered(500, undefined))).not.toHaveProperty('trace');
  });

  it('decides whatever the HTTP status', () => {
    const body = error(613).body;
    for (const status of [200, 400, 403, 429, 500]) {
      expect(classifyAnswer(answered(status, body)).class).toBe('throttle');
    }
  });

  it('that is unknown is tried again when the platform calls it passing', () => {
    expect(classifyAnswer(error(987654, undefined, { is_transient: true })).class).toBe('retry');
    expect(classifyAnswer(error(987654, undefined, { is_transient: false })).class).toBe('invalid');
  });
});

describe('an answer without a known error', () => {
  it.each([
    [200, 'unknown'],
    [302, 'invalid'],
    [400, 'invalid'],
    [401, 'auth'],
    [403, 'auth'],
    [404, 'invalid'],
    [408, 'unknown'],
    [429, 'throttle'],
    [500, 'unknown'],
    [502, 'unknown'],
    [503, 'unknown'],
  ])('is judged by its status: %s is %s', (status, errorClass) => {
    for (const body of [undefined, {}, 'oops', { error: 'oops' }, { error: { code: 'x' } }]) {
      expect(classifyAnswer(answered(status, body)).class).toBe(errorClass);
    }
  });
});

describe('how long the platform asks us to wait', () => {
  const waiting = (headers: Answered['headers']) =>
    classifyAnswer(error(613, undefined, {}, headers)).retryAfter;
  const usage = (...minutes: unknown[]) =>
    JSON.stringify({
      '10001': minutes.map((estimated_time_to_regain_access) => ({
        type: 'messenger',
        call_count: 100,
        estimated_time_to_regain_access,
      })),
    });

  it.each([
    ['nothing', {}, null],
    ['seconds', { 'retry-after': '30' }, 30_000],
    ['a date', { 'retry-after': 'Sun, 01 Mar 2026 12:05:00 GMT' }, 300_000],
    ['a date gone by', { 'retry-after': 'Sun, 01 Mar 2026 11:00:00 GMT' }, 0],
    ['no time at all', { 'retry-after': 'later' }, null],
    ['minutes', { 'x-business-use-case-usage': usage(0, 7, 3) }, 420_000],
    ['no minutes', { 'x-business-use-case-usage': usage(0, null, 'soon') }, null],
    ['a broken header', { 'x-business-use-case-usage': '{"1":' }, null],
    ['a used-up app', { 'x-app-usage': '{"call_count":100,"total_time":25,"total_cputime":12}' }, 60_000],
    ['an app with room', { 'x-app-usage': '{"call_count":99,"total_time":25,"total_cputime":12}' }, null],
    ['the longest of all', { 'retry-after': '30', 'x-business-use-case-usage': usage(2) }, 120_000],
    ['more than a day', { 'retry-after': '999999' }, 86_400_000],
  ])('is read from %s', (_case, headers, expected) => {
    expect(waiting(headers)).toBe(expected);
  });

  it('is not asked of what will never be sent again', () => {
    expect(classifyAnswer(error(551, undefined, {}, { 'retry-after': '30' })).retryAfter).toBeNull();
  });
});

describe('no answer', () => {
  it('is tried again when nothing was written, and never blindly when something was', () => {
    expect(failureOfSilence({ kind: 'unsent', cause: 'ECONNREFUSED' })).toEqual({
      kind: 'failed',
      class: 'retry',
      explanation: 'The platform could not be reached (ECONNREFUSED); nothing was sent.',
      retryAfter: null,
      scope: 'contact',
    });
    expect(failureOfSilence({ kind: 'unanswered', cause: 'ANSWER_TIMEOUT' })).toMatchObject({
      class: 'unknown',
    });
  });
});
