import { expect, it } from 'vitest';
import { problemsOf } from '../reading.js';
import { playChats } from './playing.js';

const booking = `flow: booking
inputs: [name, place]
steps:
  - ask: When shall we meet in {{answer.place}}, {{answer.name}}?
    save: day
  - ask: And what for?
    save: purpose
`;

function caller(run: string, after = '  - say: Done.\n'): string {
  return `flow: meet
start:
  - keyword: meet
steps:
  - ask: Who are you?
    save: name
${run}${after}  - outcome: met
`;
}

const full = caller(
  `  - run: booking
    with:
      name: "{{answer.name}}"
      place: Kiel
    save: { day: day, why: purpose }
`,
  '  - say: "{{answer.day}} for {{answer.why}}, {{answer.name}}!"\n',
);

it('gives inputs, and keeps results under names of its own', () => {
  const chats = `
  - name: goes there and back
    chat:
      - me: meet
      - bot: Who are you?
      - me: Ada
      - bot: When shall we meet in Kiel, Ada?
      - me: Monday
      - bot: And what for?
      - me: back
      - bot: When shall we meet in Kiel, Ada?
      - me: Tuesday
      - bot: And what for?
      - me: a talk
      - bot: Tuesday for a talk, Ada!
    expect: { outcome: met }
`;
  expect(playChats({ meet: full, booking }, chats)).toEqual([]);
});

it.each([
  ['  - run: booking\n    with: { name: Ada, place: Kiel }\n    save: [day]\n', []],
  ['  - run: booking\n    with: { name: Ada, place: Kiel, time: now }\n', ['meet.yaml:8:37 unknown-input']],
  ['  - run: booking\n    with: { name: Ada }\n', ['meet.yaml:7:10 missing-input']],
  [
    '  - go: { flow: booking }\n',
    ['booking.yaml:6:5 dead-end', 'meet.yaml:7:17 missing-input', 'meet.yaml:8:5 unreachable-step'],
  ],
  [
    '  - run: booking\n    with: { name: Ada, place: Kiel }\n    save: [day, dya]\n',
    ['meet.yaml:9:17 unknown-result'],
  ],
  [
    '  - run: booking\n    with: { name: Ada, place: Kiel }\n    save: { d: dya }\n',
    ['meet.yaml:9:16 unknown-result'],
  ],
])('checks what is given and taken by %j', (run, problems) => {
  expect(problemsOf({ 'meet.yaml': caller(run), 'booking.yaml': booking })).toEqual(problems);
});

it('knows its inputs, though not where something else starts it', () => {
  const meet = full;
  expect(problemsOf({ 'meet.yaml': meet, 'booking.yaml': booking })).toEqual([]);
  const started = booking.replace('steps:', 'start: [{ keyword: booking }]\nsteps:').concat('  - end\n');
  expect(problemsOf({ 'meet.yaml': meet, 'booking.yaml': started })).toEqual([
    'booking.yaml:5:32 answer-may-be-missing',
    'booking.yaml:5:50 answer-may-be-missing',
  ]);
});
