import { expect, it } from 'vitest';
import { problemsOfSteps } from '../reading.js';
import { playChats } from './playing.js';

const flow = `flow: points
start:
  - keyword: points
steps:
  - score: { interest: 5, reach: -2 }
  - tag: [vip, spring]
  - untag: [spring, never]
  - set: { contact.city: null, contact.note: hello }
  - say: "{{contact.interest}} and {{contact.reach}}, {{contact.city or \\"no city\\"}}"
  - outcome: counted
`;

const city = `flow: city
start:
  - keyword: city
steps:
  - ask: Where do you live?
    save: city
  - set: { contact.city: "{{answer.city}}" }
  - end
`;

it('adds points, takes tags off and forgets fields', () => {
  const chats = `
  - name: counts from nothing, and counts on
    contact: { fields: { city: Berlin } }
    chat:
      - me: points
      - bot: 5 and -2, no city
      - me: points
      - bot: 10 and -4, no city
    expect:
      tags: vip
      contact: { interest: "10", reach: "-4", note: hello }
  - name: counts on from a field, and from nothing where that is no number
    contact: { tags: [spring], fields: { interest: "7", reach: far } }
    chat:
      - me: points
      - bot: 12 and -2
`;
  expect(playChats({ points: flow, city }, chats)).toEqual([]);
});

it('never counts beyond what stays exact', () => {
  const chats = `
  - name: stops at the limit
    contact: { fields: { interest: "999999999", reach: "-1000000000" } }
    chat:
      - me: points
      - bot: 1000000000 and -1000000000
`;
  expect(playChats({ points: flow, city }, chats)).toEqual([]);
});

it.each([
  ['  - score: { interest: 0 }\n  - end', '4:24 bad-number'],
  ['  - score: { interest: 1.5 }\n  - end', '4:24 bad-number'],
  ['  - score: { Interest: 1 }\n  - end', '4:14 bad-name'],
  ['  - score: { first_name: 1 }\n  - end', '4:14 reserved-name'],
  ['  - score: {}\n  - end', '4:12 missing-key'],
  ['  - set: { contact.name: Ada }\n  - end', '4:12 reserved-name'],
  ['  - set:\n      contact.city:\n  - end', '5:20 missing-key'],
])('finds the mistake in %j', (steps, problem) => {
  expect(problemsOfSteps(steps)).toEqual([problem]);
});
