import { describe, expect, it } from 'vitest';
import { hasMovedOn, writeVersion } from '../../../src/inbox/desk/story-version.js';

describe('a story', () => {
  it('has moved on when somebody else wrote a message or a note since', () => {
    const seen = writeVersion({ message: 7, note: 3 });

    expect(hasMovedOn(seen, { message: 7, note: 3 })).toBe(false);
    expect(hasMovedOn(seen, { message: 5, note: 0 })).toBe(false);
    expect(hasMovedOn(seen, { message: 8, note: 3 })).toBe(true);
    expect(hasMovedOn(seen, { message: 7, note: 4 })).toBe(true);
  });

  it('was seen by nobody who names what is no version', () => {
    expect(hasMovedOn('yesterday', { message: 0, note: 0 })).toBe(true);
  });
});
