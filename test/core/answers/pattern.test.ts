import { RE2JS } from 're2js';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readPattern } from '../../../src/core/answers/pattern.js';
import { compilePattern } from '../../../src/core/linear-pattern.js';

describe('an answer that fits a pattern', () => {
  const asked = { kind: 'pattern', pattern: '[a-z]{2}-\\d+' } as const;

  it.each([
    ['AB-12', 'AB-12'],
    ['  ab-7 ', 'ab-7'],
    ['AB-12 please', null],
    ['', null],
  ])('%j is read as %j', (text, answer) => {
    expect(readPattern(text, asked)).toBe(answer);
  });

  it('has its pattern read once, however many answers it is held against', () => {
    const compile = vi.spyOn(RE2JS, 'compile');
    onTestFinished(() => compile.mockRestore());
    const own = { ...asked };
    const answers = ['AB-1', 'no', 'CD-2', 'AB-1'].map((text) => readPattern(text, own));

    expect(answers).toEqual(['AB-1', null, 'CD-2', 'AB-1']);
    expect(compile).toHaveBeenCalledTimes(1);
  });

  it('is none where the pattern cannot be read, as often as it is tried', () => {
    const broken = { pattern: '(' };
    expect([readPattern('(', broken), readPattern('(', broken)]).toEqual([null, null]);
  });
});

describe('a pattern that repeats too much to be matched quickly', () => {
  const heavy = 'a{0,900}b{0,900}c{0,900}';

  it('is refused with the reason, and nothing fits it', () => {
    expect(compilePattern(heavy)).toEqual({ problem: 'it repeats too much' });
    expect(readPattern('abc', { pattern: heavy })).toBeNull();
  });

  it('is none yet that takes a long answer of letters', () => {
    expect(compilePattern('[a-z]{1,500}')).toHaveProperty('compiled');
  });
});
