import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEPTH_LIMIT, parseJson } from '../../src/channels/json.js';

const parse = (text: string) => parseJson(Buffer.from(text));
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('parsing a body', () => {
  it('says what JSON.parse says, for any JSON whose integers a number can hold', () => {
    const safe = fc
      .json()
      .map((text) => JSON.stringify(JSON.parse(text, (_key, value: unknown) => small(value))));
    fc.assert(
      fc.property(safe, (text) => {
        expect(parse(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(parseJson(Buffer.from(bytes))).toHaveProperty('ok');
      }),
    );
  });

  it.each(['', '{', '{"a":', '[1,]', '{"a":"b}', '"\\', 'null null', '{"id":90071992547409931x}'])(
    'refuses %j as malformed',
    (text) => {
      expect(parse(text)).toEqual({ ok: false, reason: 'malformed' });
    },
  );

  it('allows as many levels as the limit says, and not one more', () => {
    expect(parse(nested(DEPTH_LIMIT)).ok).toBe(true);
    expect(parse(nested(DEPTH_LIMIT + 1))).toEqual({ ok: false, reason: 'too_deep' });
    expect(parse('{"a":'.repeat(40_000))).toEqual({ ok: false, reason: 'too_deep' });
  });

  it('does not take brackets inside texts for levels', () => {
    const text = JSON.stringify({ text: `${'['.repeat(100)}"\\"${'{'.repeat(100)}` });
    expect(parse(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  it('does not count levels that are closed again', () => {
    expect(parse(`[${Array.from({ length: 500 }, () => nested(3)).join(',')}]`).ok).toBe(true);
  });

  it('keeps every digit of an integer from 2^53 on, as text', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n ** 53n, max: 10n ** 40n }), (id) => {
        expect(parse(`{"id":${id},"ids":[${id}]}`)).toEqual({
          ok: true,
          value: { id: String(id), ids: [String(id)] },
        });
      }),
    );
  });

  it('leaves the largest safe integer a number', () => {
    expect(parse('[9007199254740991,9007199254740992]')).toEqual({
      ok: true,
      value: [9007199254740991, '9007199254740992'],
    });
  });

  it('leaves signs, fractions, exponents and digits inside texts alone', () => {
    const text =
      '[-90071992547409931,0.12345678901234567890,1234567890123456789012.5,1e22,"90071992547409931"]';
    expect(parse(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  it('finds large ids behind letters of several bytes', () => {
    expect(parse('{"text":"Grüße 🎉","id":90071992547409931}')).toEqual({
      ok: true,
      value: { text: 'Grüße 🎉', id: '90071992547409931' },
    });
  });
});

function small(value: unknown): unknown {
  return typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER ? 1 : value;
}
