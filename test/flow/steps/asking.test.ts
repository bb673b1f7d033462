import { describe, expect, it } from 'vitest';
import { playChats } from './playing.js';

/** A flow with these steps, which begins with its own name. */
function flow(name: string, steps: string): Record<string, string> {
  return { [name]: `flow: ${name}\nstart: [{ keyword: ${name} }]\nsteps:\n${steps}` };
}

const details = flow(
  'details',
  `  - ask: How many of you?
    kind: number
    at_least: 1
    at_most: 12
    whole: yes
    save: people
  - ask: When?
    kind: date
    at_least: today
    save: day
  - ask: Where may we write to you?
    kind: email
    save: email
    unless_known: contact.email
    tries: 3
    retry: [Hm., Once more.]
    missed:
      - say: Never mind.
      - handoff: any
  - set: { contact.email: "{{answer.email}}" }
  - ask: And call you?
    kind: phone
    country: DE
    save: phone
  - say: "{{answer.people}} on {{answer.day}}, {{answer.email}}, {{answer.phone}}"
  - outcome: booked
`,
);

it('asks for details as people write them', () => {
  const chats = `
  - name: keeps them in one form
    at: tue 10:00
    chat:
      - me: details
      - bot: How many
      - me: about five
      - bot: When
      - me: in two weeks
      - bot: write to you
      - me: "it is Ada@Example.COM."
      - bot: call you
      - me: 0170 1234567
      - bot: 5 on 2026-01-27, Ada@example.com, +491701234567
    expect: { answers: { people: "5", day: "2026-01-27" }, outcome: booked }
  - name: says what it expects
    at: tue 10:00
    chat:
      - me: details
      - bot: How many
      - me: loads
      - bot: Please write a number from 1 to 12.
      - me: "13"
      - bot: Please write a number from 1 to 12.
      - me: "3"
      - bot: When
      - me: yesterday
      - bot: "Please write a date: January 13, 2026 or later."
      - me: tomorrow
      - bot: write to you
      - me: no
      - bot: Hm.
      - me: still no
      - bot: Once more.
      - me: never
      - bot: Never mind.
      - bot: any
    expect: { handoff: any }
  - name: does not ask for what it knows
    contact: { fields: { email: ada@example.com } }
    chat:
      - me: details
      - bot: How many
      - me: "3"
      - bot: When
      - me: heute
      - bot: call you
    expect: { answers: { email: ada@example.com } }
  - name: asks after all where what is known is no answer
    contact: { fields: { email: unknown } }
    chat:
      - me: details
      - bot: How many
      - me: "3"
      - bot: When
      - me: heute
      - bot: write to you
`;
  expect(playChats(details, chats)).toEqual([]);
});

it('speaks the workspace’s language to those who miss', () => {
  const german = 'brand: Studio Nord\ntimezone: Europe/Berlin\nlanguages: [de]\n';
  const chats = `
  - name: in German
    at: tue 10:00
    chat:
      - me: details
      - bot: How many
      - me: viele
      - bot: Bitte schreib eine Zahl von 1 bis 12.
      - me: zwei
      - bot: When
      - me: gestern
      - bot: "Bitte schreib ein Datum: 13. Januar 2026 oder später."
`;
  expect(playChats(details, chats, german)).toEqual([]);
});

describe('a message that comes in pieces', () => {
  const story = flow(
    'story',
    `  - ask: What happened?
    settle: 4s
    save: story
  - say: "Noted: {{answer.story}}"
  - outcome: told
`,
  );

  it('is one answer, whatever the bot says next', () => {
    const chats = `
  - name: answered after the last piece
    chat:
      - me: story
      - bot: What happened?
      - me: it arrived
      - me: broken
      - me: again
      - bot: "Noted: it arrived broken again"
  - name: answered in a silence
    chat:
      - me: story
      - bot: What happened?
      - me: it arrived
      - silence: 5s
      - bot: "Noted: it arrived"
  - name: given up by STOP
    chat:
      - me: story
      - bot: What happened?
      - me: it arrived
      - me: stop
      - bot: unsubscribed
      - silence: 1d
    expect: { outcome: none }
`;
    expect(playChats(story, chats)).toEqual([]);
  });

  it('is answered even when the chat ends with it', () => {
    const chats = `
  - name: unexpected
    chat:
      - me: story
      - bot: What happened?
      - me: it arrived
`;
    expect(playChats(story, chats)).toEqual([
      'unexpected, 8: After this the bot also said “Noted: it arrived” (story › 2-say).',
    ]);
  });
});
