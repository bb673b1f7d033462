import { describe, expect, it } from 'vitest';
import { keywordsIn, lineAt } from './dialogue.js';

const course = { first: 1000, pause: 8 };
const lines = Array.from({ length: 40 }, (_, place) => lineAt(place, course));

describe('the dialogue of a load', () => {
  it('has the keyword in every fourth message', () => {
    expect(lines.filter(({ isKeyword }) => isKeyword).length).toBe(keywordsIn(40));
    expect(lines[4]).toEqual({ number: 1004, contact: 1004, text: 'ping', isKeyword: true });
  });

  it('lets each who was asked answer once, later by the pause', () => {
    const answers = lines.filter(({ number, contact }) => number !== contact);
    expect(answers.map(({ number, contact }) => number - contact)).toEqual(answers.map(() => 10));
    expect(new Set(answers.map(({ contact }) => contact)).size).toBe(answers.length);
    expect(answers.every(({ contact }) => lines[contact - 1000]!.isKeyword)).toBe(true);
  });

  it('never lets two messages have one number', () => {
    expect(new Set(lines.map(({ number }) => number)).size).toBe(40);
  });
});
