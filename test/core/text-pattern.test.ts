import { describe, expect, it } from 'vitest';
import { readTextPattern } from '../../src/core/text-pattern.js';

function fits(source: string, text: string): boolean {
  const reading = readTextPattern(source);
  if (!reading.ok) throw new Error(reading.problem);
  return reading.pattern.fits(text);
}

describe('a pattern', () => {
  it.each([
    ['order [0-9]+', 'Order 1234'],
    ['order [0-9]+', 'ORDER 1234!! 🙏'],
    ['order #[0-9]+', 'order   #1234'],
    ['Bestellung', 'bestellung'],
    ['cafe|tea', 'Café'],
  ])('%s is the message %s', (source, text) => {
    expect(fits(source, text)).toBe(true);
  });

  it.each([
    ['order [0-9]+', 'my order 1234'],
    ['order [0-9]+', 'order 1234 please'],
    ['.*', '🙏'],
    ['.*', `a${' a'.repeat(2_000)}`],
  ])('%s is not the message %s', (source, text) => {
    expect(fits(source, text)).toBe(false);
  });

  it.each(['(a', 'a(?=b)', '(a)\\1', '[z-a]', 'a{1001}', '(a{100}){100}', 'x'.repeat(201)])(
    'cannot be %s',
    (source) => {
      expect(readTextPattern(source).ok).toBe(false);
    },
  );

  it('takes no longer for the text that another engine despairs of', () => {
    const startedAt = performance.now();
    expect(fits('(a+)+(a+)+(a+)+b', 'a'.repeat(1_900))).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('says whether nothing fits it too', () => {
    const [any, some] = [readTextPattern('.*'), readTextPattern('.+')];
    expect(any.ok && any.pattern.fitsNothing).toBe(true);
    expect(some.ok && some.pattern.fitsNothing).toBe(false);
  });
});
