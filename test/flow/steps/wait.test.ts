import { expect, it } from 'vitest';
import { onlyIssueOf, problemsOfSteps } from '../reading.js';
import { playChats } from './playing.js';

function reminder(wait: string): Record<string, string> {
  return {
    remind: `flow: remind
start:
  - keyword: remind
steps:
  - ask: When is it?
    save: day
  - say: Noted.
  - wait: ${wait}
  - say: "Now! You said {{answer.day}}."
  - outcome: reminded
`,
    hello: 'flow: hello\nstart: [{ keyword: hello }]\nsteps: [{ say: Hello you }, { outcome: greeted }]\n',
  };
}

const begin = `
      - me: remind
      - bot: When
      - me: "2026-01-20"
      - bot: Noted`;

it.each([
  ['2d', '1d', '25h'],
  ['{ until: "fri 10:00" }', '45h', '2h'],
  ['{ until: "18:00" }', '5h', '2h'],
  ['{ until: office_hours }', '14h', '2h'],
  ['{ until: answer.day, at: "10:00", before: 1d }', '4d', '1d'],
  ['{ until: "2026-01-16" }', '44h', '2h'],
])('waits %s', (wait, before, after) => {
  const startsAt = wait.includes('office') ? 'wed 18:00' : 'wed 12:00';
  const chats = `
  - name: wakes in time
    at: ${startsAt}
    chat:${begin}
      - silence: ${before}
      - silence: ${after}
      - bot: Now! You said 2026-01-20
    expect: { outcome: reminded }
`;
  const workspace = 'brand: Studio\ntimezone: Europe/Berlin\nhours: { mon-fri: "09:00-17:00" }\n';
  expect(playChats(reminder(wait), chats, workspace)).toEqual([]);
});

it.each(['{ until: answer.day }', '{ until: "2020-01-01" }', '{ until: office_hours }'])(
  'is over at once where %s is past, unknown or now',
  (wait) => {
    const chats = `
  - name: goes on
    at: wed 12:00
    chat:
      - me: remind
      - bot: When
      - me: some day
      - bot: Noted
      - silence: 1s
      - bot: Now
`;
    expect(playChats(reminder(wait), chats)).toEqual([]);
  },
);

it('answers what is written meanwhile as ever, and ends for a keyword, for STOP and for a person', () => {
  const chats = `
  - name: is not answered by other words
    chat:${begin}
      - me: what now?
      - bot: Sorry, I did not get that
      - silence: 2d
      - bot: Now!
  - name: ends for a keyword
    chat:${begin}
      - me: hello
      - bot: Hello you
      - silence: 3d
    expect: { outcome: greeted }
  - name: ends for STOP
    chat:${begin}
      - me: stop
      - bot: unsubscribed
      - silence: 3d
    expect: { outcome: none }
  - name: ends for a person
    chat:${begin}
      - agent: I am here.
      - silence: 3d
    expect: { outcome: none }
`;
  expect(playChats(reminder('2d'), chats)).toEqual([]);
});

it.each([
  ['  - wait: soon\n  - end', '4:11 bad-duration'],
  ['  - wait: { until: soon }\n  - end', '4:20 bad-moment'],
  ['  - wait: { until: answer.Day }\n  - end', '4:20 bad-name'],
  ['  - wait: { until: answer.day }\n  - end', '4:20 unknown-answer'],
  ['  - wait: { until: "2026-12-24", at: noon }\n  - end', '4:38 bad-time'],
  ['  - wait: { until: office_hours, before: 1h }\n  - end', '4:42 unknown-key'],
  ['  - wait: 1h\n    id: again\n  - go: again', '6:5 endless-loop'],
])('finds the mistake in %j', (steps, problem) => {
  expect(problemsOfSteps(steps)).toEqual([problem]);
});

it.each(['2d', '{ until: "tue 10:00" }', '{ until: "2026-12-24" }', '{ until: "10:00" }'])(
  'finds what would be said too late after a wait of %s',
  (wait) => {
    const late = onlyIssueOf(`  - wait: ${wait}\n  - say: Still there?\n  - end`);
    expect([late.line, late.code]).toEqual([5, 'outside-window']);
  },
);

it('adds up waits, and lets what is not said come late', () => {
  expect(problemsOfSteps('  - wait: 12h\n  - wait: 12h\n  - say: Hm.\n  - end')).toEqual([
    '6:5 outside-window',
  ]);
  expect(problemsOfSteps('  - wait: 30d\n  - tag: quiet\n  - end')).toEqual([]);
  const guarded = '  - wait: 30d\n  - if: { reply_window: open }\n    then:\n      - say: Hm.\n  - end';
  expect(problemsOfSteps(guarded)).toEqual([]);
});
