import { describe, expect, it } from 'vitest';
import { isWindowOpen, windowClosesAt } from '../../src/core/window.js';

const day = 86_400_000;

describe('the reply window', () => {
  it.each(['instagram', 'messenger'] as const)(
    'is open for 24 hours on %s, and not a moment longer',
    (channel) => {
      const facts = { channel, lastContactAt: 1_000 };

      expect(windowClosesAt(facts)).toBe(1_000 + day);
      expect(isWindowOpen(facts, 1_000 + day - 1)).toBe(true);
      expect(isWindowOpen(facts, 1_000 + day)).toBe(false);
    },
  );

  it('never closes on a channel that has none', () => {
    const facts = { channel: 'simulator', lastContactAt: 0 } as const;

    expect(windowClosesAt(facts)).toBe(Infinity);
    expect(isWindowOpen(facts, 400 * day)).toBe(true);
  });

  it.each(['instagram', 'simulator'] as const)('is closed on %s until the contact has written', (channel) => {
    const facts = { channel, lastContactAt: null };

    expect(windowClosesAt(facts)).toBeNull();
    expect(isWindowOpen(facts, 0)).toBe(false);
  });
});
