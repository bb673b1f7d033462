import { describe, expect, it } from 'vitest';
import { referenceOf } from '../../src/core/reference.js';

describe('a reference', () => {
  it('is short, can be read out, and is the same for the same id', () => {
    expect(referenceOf('event-1')).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/u);
    expect(referenceOf('event-1')).toBe(referenceOf('event-1'));
  });

  it('is another for another id, also where those hardly differ', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => String(index).padStart(16, '0'));
    expect(new Set(ids.map(referenceOf)).size).toBe(ids.length);
  });
});
