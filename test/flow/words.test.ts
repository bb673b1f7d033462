import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration } from '../../src/flow/duration.js';
import { formatIssue } from '../../src/flow/format-issue.js';
import type { Issue } from '../../src/flow/issue.js';
import { isName, titleFromName } from '../../src/flow/names.js';
import { didYouMean, nearestWord } from '../../src/flow/nearest-word.js';

describe('the nearest word', () => {
  it.each([
    ['guid', 'guide'],
    ['giude', 'guide'],
    ['Guide', 'guide'],
    ['sya', 'say'],
    ['ask_concent', 'ask_consent'],
    ['silence_after_persn', 'silence_after_person'],
  ])('of %s is %s', (word, nearest) => {
    expect(nearestWord(word, ['say', 'go', 'guide', 'ask_consent', 'silence_after_person'])).toBe(nearest);
  });

  it.each(['zebra', 'xyz', '', 'x'.repeat(10_000)])('of %s is none', (word) => {
    expect(nearestWord(word, ['say', 'go', 'guide', 'if'])).toBe(null);
  });

  it('is the first of those that are equally near', () => {
    expect(nearestWord('cat', ['bat', 'rat'])).toBe('bat');
  });

  it('is offered as a question', () => {
    expect(didYouMean('guid', ['guide'])).toBe('Did you mean "guide"?');
    expect(didYouMean('zebra', ['guide'])).toBe(null);
  });
});

describe('an issue for a terminal', () => {
  const issue: Issue = {
    ...{ file: 'guide.yaml', line: 12, column: 5 },
    code: 'unknown-step',
    severity: 'error',
    message: 'There is no step "projekt" in this flow.',
    allowed: [],
    hint: null,
  };

  it('is one line where there is nothing to add', () => {
    expect(formatIssue(issue)).toBe(
      'guide.yaml:12:5 error unknown-step: There is no step "projekt" in this flow.',
    );
  });

  it('shows what is allowed and what to write, below its place', () => {
    expect(
      formatIssue({ ...issue, allowed: ['project', 'tips'], hint: 'Did you mean "project"?' }, 'flows/'),
    ).toBe(
      `flows/guide.yaml:12:5 error unknown-step: There is no step "projekt" in this flow.
    allowed: project, tips
    Did you mean "project"?`,
    );
  });

  it('does not list more than a person reads', () => {
    const allowed = Array.from({ length: 30 }, (_, index) => `s${index}`);
    expect(formatIssue({ ...issue, allowed })).toMatch(/s19 and 10 more$/u);
  });
});

describe('a duration', () => {
  it.each([
    ['90s', 90_000],
    ['30m', 1_800_000],
    ['20h', 72_000_000],
    ['2d', 172_800_000],
    [' 20 h ', 72_000_000],
  ])('%s is %d ms', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each(['', '20', 'h', '0h', '-1h', '1.5h', '20 hours', '1w', '400d', '999999999d', '20h30m'])(
    'is not %j',
    (text) => {
      expect(parseDuration(text)).toBe(null);
    },
  );

  it('is written as it was read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 366 * 24 * 3600 }), (seconds) => {
        expect(parseDuration(formatDuration(seconds * 1000))).toBe(seconds * 1000);
      }),
    );
    expect(formatDuration(86_400_000)).toBe('1d');
    expect(formatDuration(90_000)).toBe('90s');
  });
});

describe('a name', () => {
  it.each(['guide', 'weekly_tips', 'a1'])('can be %s', (text) => {
    expect(isName(text)).toBe(true);
  });

  it.each([
    '',
    'Guide',
    '1st',
    'my-flow',
    'über',
    'a b',
    '_x',
    '__proto__',
    'constructor',
    'prototype',
    'a'.repeat(61),
  ])('cannot be %s', (text) => {
    expect(isName(text)).toBe(false);
  });

  it('reads as a title', () => {
    expect(titleFromName('weekly_tips')).toBe('Weekly tips');
  });
});
