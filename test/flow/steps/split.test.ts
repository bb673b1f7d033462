import { expect, it } from 'vitest';
import { splitStep } from '../../../src/flow/steps/split.js';
import { problemsOf, problemsOfSteps } from '../reading.js';
import { playChats } from './playing.js';

it('sends a test where it says', () => {
  const chats = `
  - name: short
    contact: { splits: { offer_test: short } }
    chat:
      - me: offer
      - bot: Two for one
  - name: long
    contact: { splits: { offer_test: long } }
    chat:
      - me: offer
      - bot: comes twice
`;
  expect(playChats({ offer: splitStep.example }, chats)).toEqual([]);
});

it.each([
  ['  - split: offer\n    ways: { a: {} }\n  - end', '5:11 one-way'],
  ['  - split: offer\n    ways: { a: { weight: 0 }, b: {} }\n  - end', '5:26 bad-number'],
  ['  - split: offer\n    ways: { a: {}, B: {} }\n  - end', '5:20 bad-name'],
])('finds the mistake in %j', (steps, problem) => {
  expect(problemsOfSteps(steps)).toEqual([problem]);
});

const one =
  'flow: one\nstart: [{ keyword: one }]\nsteps:\n  - split: test\n    ways: { a: {}, b: {} }\n  - end\n';

it('tells where a split has other ways elsewhere', () => {
  const two = one.replaceAll('one', 'two').replace('b:', 'c:');
  expect(problemsOf({ 'one.yaml': one, 'two.yaml': two })).toEqual(['two.yaml:5:13 split-differs']);
});

it.each(['test: d', 'tset: a'])('does not know a test that goes %j', (way) => {
  const test = `flow: one\ntests:\n  - name: x\n    contact: { splits: { ${way} } }\n    chat: [{ me: one }]\n`;
  expect(problemsOf({ 'one.yaml': one, 'one.test.yaml': test })).toEqual([
    expect.stringContaining('one.test.yaml:4:32 unknown-split'),
  ]);
});
