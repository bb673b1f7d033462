import { expect, it } from 'vitest';
import { ifStep } from '../../../src/flow/steps/if.js';
import { problemsOfSteps } from '../reading.js';
import { playChats } from './playing.js';

it('takes the first way whose condition holds', () => {
  const chats = `
  - name: by what they answered
    at: tue 11:00
    chat:
      - me: sort
      - bot: working on
      - me: a little shop
      - bot: any
    expect: { handoff: any }
  - name: by how often they came
    contact: { visits: { sort: 2 } }
    chat:
      - me: sort
      - bot: working on
      - me: a thesis
      - bot: know your way around
  - name: by when it is
    at: sun 23:00
    chat:
      - me: sort
      - bot: working on
      - me: a thesis
      - bot: Working late
  - name: else
    at: sun 12:00
    chat:
      - me: sort
      - bot: working on
      - me: a thesis
      - bot: Good luck with a thesis
`;
  expect(playChats({ sort: ifStep.example }, chats)).toEqual([]);
});

it('counts each time that the flow is begun', () => {
  const flow = `flow: again
start:
  - keyword: again
steps:
  - if: { visits: { at_least: 3 } }
    then:
      - say: The third time!
    else_if:
      - if: { visits: { at_least: 2 } }
        then:
          - say: Once more!
    else:
      - say: Welcome!
  - outcome: seen
`;
  const chats = `
  - name: three times
    chat:
      - me: again
      - bot: Welcome!
      - me: again
      - bot: Once more!
      - me: again
      - bot: The third time!
`;
  expect(playChats({ again: flow }, chats)).toEqual([]);
});

it('counts how often a step is come to, and sees what was reached', () => {
  const flow = `flow: tour
start:
  - keyword: tour
steps:
  - ask: More?
    id: more
    choices: [More, Enough]
    save: more
  - if: { outcome.shown: "yes", visits.more: { at_least: 3 } }
    then:
      - say: That was all.
      - end
  - if: { answer.more: More }
    then:
      - outcome: shown
      - go: more
  - outcome: left
`;
  const chats = `
  - name: to the end
    chat:
      - me: tour
      - bot: More?
      - tap: More
      - bot: More?
      - tap: More
      - bot: More?
      - tap: More
      - bot: That was all.
  - name: leaves before
    chat:
      - me: tour
      - bot: More?
      - tap: Enough
    expect: { outcome: left }
`;
  expect(playChats({ tour: flow }, chats)).toEqual([]);
});

it.each([
  ['  - if: { tag: a }\n    then: end\n    else_if: []\n  - end', '6:14 empty-list'],
  ['  - if: { tag: a }\n    then: end\n    else_if: [{ then: end }]\n  - end', '6:15 missing-key'],
  ['  - if: { tag: a }\n    then: end\n    else_if: [{ if: { tag: b } }]\n  - end', '6:15 missing-key'],
  [
    '  - if: { tag: a }\n    then: end\n    else_if: [{ if: { tga: b }, then: end }]\n  - end',
    '6:23 unknown-subject',
  ],
])('finds the mistake in %j', (steps, problem) => {
  expect(problemsOfSteps(steps)).toEqual([problem]);
});
