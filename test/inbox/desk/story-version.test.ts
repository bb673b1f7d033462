import { describe, expect, it } from 'vitest';
import { readVersion, writeVersion } from '../../../src/inbox/desk/story-version.js';

describe('the version of a story', () => {
  it('is read as it was written', () => {
    expect(readVersion(writeVersion({ message: 7, note: 3 }))).toEqual({ message: 7, note: 3 });
    expect(readVersion(writeVersion({ message: 0, note: 0 }))).toEqual({ message: 0, note: 0 });
  });

  it.each(['yesterday', '', 'm1', 'm1n', 'm-1n0', 'm1n2x', `m${'9'.repeat(16)}n0`])('is not %j', (text) => {
    expect(readVersion(text)).toBeNull();
  });
});
