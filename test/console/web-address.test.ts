import { describe, expect, it } from 'vitest';
import { webAddress } from '../../src/console/simulator/state/web-address.js';

describe('the address of a link', () => {
  it.each(['https://example.com/a?b=c', 'http://localhost:3000/l/abc'])('may be %s', (written) => {
    expect(webAddress(written)?.href).toBe(written);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    '/relative',
    'example.com',
    '',
  ])('may not be %j', (written) => {
    expect(webAddress(written)).toBeUndefined();
  });
});
