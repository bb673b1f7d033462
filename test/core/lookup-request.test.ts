import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillLookup, inputsIn } from '../../src/core/lookup-request.js';

const url = 'https://api.example.com/orders/{{input.order}}?by={{ input.who }}';

describe('the request of a look-up', () => {
  it('has its inputs in the path and the query', () => {
    expect(fillLookup({ url, body: null }, { order: 'A 1/2?&#', who: 'Ä & Co' })).toEqual({
      url: 'https://api.example.com/orders/A%201%2F2%3F%26%23?by=%C3%84%20%26%20Co',
      body: null,
    });
    expect(inputsIn(url)).toEqual(['order', 'who']);
  });

  it('has its inputs in the texts of the body', () => {
    const body = { note: 'He said: {{input.text}}', tags: ['chat', '{{input.text}}'], urgent: true, size: 1 };
    const filled = fillLookup({ url: 'https://api.example.com/', body }, { text: '"}, {{input.text}}' });
    expect(JSON.parse(filled?.body ?? '')).toEqual({
      note: 'He said: "}, {{input.text}}',
      tags: ['chat', '"}, {{input.text}}'],
      urgent: true,
      size: 1,
    });
  });

  it.each(['', '.', '..'])('is not made where an input would change the path: "%s"', (order) => {
    expect(fillLookup({ url, body: null }, { order, who: 'x' })).toBeNull();
  });

  it('knows nothing of inputs that every object has', () => {
    const odd = 'https://api.example.com/?q={{input.constructor}}';
    expect(fillLookup({ url: odd, body: null }, {})?.url).toBe('https://api.example.com/?q=');
  });

  it('asks the same host, the same path and as many things, whatever it is told', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (order, who) => {
        const filled = fillLookup({ url, body: null }, { order, who });
        if (filled === null) return;
        const { origin, pathname, searchParams, hash, username } = new URL(filled.url);
        expect([origin, hash, username]).toEqual(['https://api.example.com', '', '']);
        expect(pathname.split('/').slice(0, -1)).toEqual(['', 'orders']);
        expect([...searchParams.keys()]).toEqual(['by']);
      }),
    );
  });
});
