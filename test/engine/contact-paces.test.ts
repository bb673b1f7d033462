import { describe, expect, it } from 'vitest';
import { ContactPaces } from '../../src/engine/contact-paces.js';

const pace = { burst: 3, every: 1_000 };

describe('the paces of contacts', () => {
  it('are forgotten once a contact could be sent everything at once again', () => {
    const paces = new ContactPaces();
    for (let number = 0; number < 1_000; number += 1) paces.take(`c${number}`, pace, number * 100);
    expect(paces.size).toBeLessThan(20);
  });

  it('are kept as long as they still hold something back', () => {
    const paces = new ContactPaces();
    for (let sends = 0; sends < 3; sends += 1) paces.take('ada', pace, 0);
    for (let number = 0; number < 100; number += 1) paces.take(`c${number}`, pace, 500);
    expect(paces.freeAt('ada', pace, 500)).toBe(1_000);
    expect(paces.freeAt('ada', pace, 1_000)).toBeNull();
  });
});
