import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLookupAnswer } from '../../src/core/lookup-answer.js';

const order = {
  results: { status: ['order', 'status'], first: ['order', 'items', 0, 'name'] },
  notFound: [404, 410],
};

describe('the answer to a look-up', () => {
  it('gives what its paths lead to', () => {
    const document = { order: { status: 'shipped', items: [{ name: 'Lamp' }] } };
    expect(readLookupAnswer(order, 200, document)).toEqual({
      result: 'found',
      values: { status: 'shipped', first: 'Lamp' },
    });
  });

  it.each<[string, unknown, string | undefined]>([
    ['a number', 12.5, '12.5'],
    ['yes or no', true, 'yes'],
    ['a list of words', ['red', 'blue', { no: 'text' }, ['deep']], 'red, blue'],
    ['nothing', null, undefined],
    ['an object', { a: 1 }, undefined],
    ['blanks', '  \n ', undefined],
    ['control characters', 'a\u0000b\r\n\tc', 'a b c'],
    ['half a surrogate pair', 'a\ud83d', 'a\uFFFD'],
    ['a flood', 'x'.repeat(100_000), 'x'.repeat(500)],
  ])('writes %s as answers are written', (_, value, written) => {
    const document = { order: { status: value, items: [{ name: 'Lamp' }] } };
    expect(readLookupAnswer(order, 200, document).values['status']).toBe(written);
  });

  it.each([404, 410])('has found nothing with the status %i', (status) => {
    expect(readLookupAnswer(order, status, null).result).toBe('not_found');
  });

  it.each([199, 300, 400, 500])('has failed with the status %i', (status) => {
    expect(readLookupAnswer(order, status, { order: { status: 'x' } }).result).toBe('failed');
  });

  it('has failed where nothing of what was asked is in it', () => {
    expect(readLookupAnswer(order, 200, { error: 'maintenance' })).toEqual({ result: 'failed', values: {} });
    expect(readLookupAnswer({ results: {}, notFound: [] }, 204, null).result).toBe('found');
  });

  it('reaches no prototype', () => {
    const odd = {
      results: { a: ['constructor', 'name'], b: ['__proto__', 'x'], c: ['length'] },
      notFound: [],
    };
    expect(readLookupAnswer(odd, 200, {}).result).toBe('failed');
  });

  it('is some answer whatever the document is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (document) => {
        for (const value of Object.values(readLookupAnswer(order, 200, document).values)) {
          expect(value).toMatch(/^\P{Cc}{1,1000}$/u);
        }
      }),
    );
    const deep: unknown = JSON.parse(`{"order":{"status":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`);
    expect(readLookupAnswer(order, 200, deep).result).toBe('failed');
  });
});
