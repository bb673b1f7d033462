import { describe, expect, it } from 'vitest';
import { coursesOf } from './course.js';
import { findDisorder, isLeftAlone, type Tale, type Told } from './disorder.js';
import { changed, history } from './plant.js';

const wrote = (text: string, at: number): Told => ({ kind: 'wrote', messageId: text, text, at });
const edited = (text: string, at: number): Told => ({ kind: 'edited', messageId: 'guide', text, at });

describe('who is to be left alone', () => {
  it.each<readonly [string, boolean, Tale]>([
    ['who said STOP', true, [wrote('guide', 1), wrote('STOP', 2)]],
    ['who edited a message to STOP before it came', true, [edited('STOP', 2), wrote('guide', 1)]],
    ['whose START is older than their STOP', true, [wrote('STOP', 2), wrote('START', 1)]],
    ['whose STOP comes after a later START', true, [wrote('START', 2), wrote('STOP', 1)]],
    ['who said START later', false, [wrote('STOP', 1), wrote('START', 2)]],
    [
      'whose START is older than one STOP of two',
      true,
      [wrote('STOP', 3), wrote('STOP', 1), wrote('START', 2)],
    ],
  ])('%s: %s', (_who, expected, tale) => {
    expect(isLeftAlone(tale)).toBe(expected);
  });
});

describe('what is otherwise than in its order', () => {
  it.each<readonly [string, Tale]>([
    ['words that were taken back', [{ kind: 'took_back', messageId: 'guide' }, wrote('guide', 1)]],
    ['a message that is not there', [wrote('more', 1)]],
    ['a line that is less far than it was', [{ kind: 'read', lineId: 'line-greeting' }]],
  ])('is %s', (_what, tale) => {
    expect(findDisorder(courseOf(), tale)).toHaveLength(1);
  });

  it('is nothing where all of it holds', () => {
    const lines = changed('greeting', { state: 'read' });
    const tale: Tale = [{ kind: 'delivered', lineId: 'line-greeting' }, wrote('guide', 1)];
    expect(findDisorder(courseOf(history({ rows: { lines } })), tale)).toEqual([]);
  });
});

function courseOf(all = history()) {
  return coursesOf(all)[0]!;
}
