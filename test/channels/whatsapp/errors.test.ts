import { describe, expect, it } from 'vitest';
import { classifyAnswer } from '../../../src/channels/meta/errors.js';
import { describeFailure, meaningOf } from '../../../src/channels/whatsapp/error-table.js';

const classify = (code: number, { status = 400, headers = {}, more = {} } = {}) =>
  classifyAnswer(
    {
      kind: 'answered',
      at: 1_790_000_000_000,
      status,
      headers,
      body: { error: { message: 'x', code, ...more } },
    },
    meaningOf,
  );

const hour = 3_600_000;

describe('an error of WhatsApp', () => {
  it.each([
    [4, { class: 'throttle', scope: 'app' }],
    [80007, { class: 'throttle', scope: 'account' }],
    [130429, { class: 'throttle', scope: 'account' }],
    [131056, { class: 'throttle', scope: 'contact' }],
    [131048, { class: 'throttle', scope: 'account', retryAfter: 2 * hour, alert: 'quality_changed' }],
    [133016, { class: 'throttle', scope: 'account', retryAfter: hour, alert: 'account_changed' }],
    ...[2, 131016, 133004, 131057, 131000, 1].map((code) => [code, { class: 'retry' }] as const),
    [131047, { class: 'window' }],
    [131050, { class: 'marketing_optout' }],
    [131049, { class: 'withheld' }],
    [130472, { class: 'withheld' }],
    [131026, { class: 'unreachable' }],
    [131021, { class: 'invalid' }],
    ...[0, 190, 3, 10, 200, 230, 299, 131005].map(
      (code) => [code, { class: 'auth', scope: 'account' }] as const,
    ),
    [368, { class: 'policy', scope: 'account' }],
    [130497, { class: 'policy', scope: 'account' }],
    [131031, { class: 'policy', scope: 'account' }],
    ...[131037, 131042, 131045, 133010, 133000, 134011].map(
      (code) => [code, { class: 'auth', scope: 'account', alert: 'account_changed' }] as const,
    ),
    ...[33, 100, 131008, 131009, 131051, 131055, 131062, 134100, 135000, 131052].map(
      (code) => [code, { class: 'invalid' }] as const,
    ),
    [131053, { class: 'retry', mostTries: 3 }],
    ...[132000, 132001, 132005, 132007, 132012, 132015, 132016, 132068, 132069, 134102].map(
      (code) => [code, { class: 'invalid', alert: 'template_changed' }] as const,
    ),
    [134101, { class: 'retry', retryAfter: 600_000 }],
  ] as const)('%i is %j, whatever the status', (code, meaning) => {
    for (const status of [400, 403, 500]) {
      const result = classify(code, { status });
      expect(result).toMatchObject({ kind: 'failed', scope: 'contact', ...meaning });
      expect(result.explanation).toContain(`(code ${code})`);
      if (!('alert' in meaning)) expect(result.alert ?? 'policy_enforced').not.toBe('template_changed');
    }
  });

  it('is told by its code alone: subcodes mean nothing any more', () => {
    expect(classify(131047, { more: { error_subcode: 2534014 } }).class).toBe('window');
  });

  it('waits as long as the code or the headers say, whichever is longer', () => {
    expect(classify(134101, { headers: { 'retry-after': '5' } }).retryAfter).toBe(600_000);
    expect(classify(134101, { headers: { 'retry-after': '900' } }).retryAfter).toBe(900_000);
    expect(classify(131056, { headers: {} }).retryAfter).toBeNull();
  });

  it.each([
    [500, 'unknown'],
    [401, 'auth'],
    [429, 'throttle'],
    [400, 'invalid'],
  ])('that is newer than this table is told by its status: %i is %s', (status, errorClass) => {
    expect(classify(199_999, { status }).class).toBe(errorClass);
  });

  it('that says of itself that it passes is tried again', () => {
    expect(classify(199_999, { more: { is_transient: true } }).class).toBe('retry');
  });

  it('is told in words', () => {
    expect(describeFailure(null)).toBe('WhatsApp could not deliver the message and does not say why.');
    expect(describeFailure(199_999)).toBe('WhatsApp could not deliver the message. (code 199999)');
    expect(describeFailure(131047)).toMatch(/^The contact last wrote .*\(code 131047\)$/);
  });
});
