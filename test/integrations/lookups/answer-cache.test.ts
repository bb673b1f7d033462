import { describe, expect, it } from 'vitest';
import type { Lookup, LookupAnswer } from '../../../src/core/lookup.js';
import { AnswerCache } from '../../../src/integrations/lookups/answer-cache.js';

const lookup: Lookup = {
  name: 'order_status',
  url: 'https://api.example.com/{{input.order}}',
  method: 'GET',
  headers: {},
  body: null,
  takes: ['order'],
  timeout: 4_000,
  cache: 1_000,
  results: {},
  notFound: [404],
};
const answer: LookupAnswer = { result: 'found', values: {} };

describe('the memory of answers', () => {
  it('keeps a thousand of a workspace, and lets the oldest go', () => {
    const cache = new AnswerCache();
    for (let order = 0; order <= 1_000; order += 1)
      cache.keep('main', lookup, `u${String(order)}`, answer, 0);
    cache.keep('other', lookup, 'u0', answer, 0);

    expect(cache.find('main', lookup, 'u0', 1)).toBeNull();
    expect(cache.find('main', lookup, 'u1', 1)).toBe(answer);
    expect(cache.find('main', lookup, 'u1000', 1)).toBe(answer);
    expect(cache.find('other', lookup, 'u0', 1)).toBe(answer);
  });

  it('keeps nothing that does something, or that nobody allowed', () => {
    const cache = new AnswerCache();
    for (const one of [
      { ...lookup, method: 'POST' as const },
      { ...lookup, cache: null },
    ]) {
      cache.keep('main', one, 'u', answer, 0);
      expect(cache.find('main', one, 'u', 0)).toBeNull();
    }
  });
});
