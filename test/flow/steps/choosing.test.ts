import { describe, expect, it } from 'vitest';
import { playChats } from './playing.js';

/** A flow with these steps, which begins with its own name. */
function flow(name: string, steps: string): Record<string, string> {
  return { [name]: `flow: ${name}\nstart: [{ keyword: ${name} }]\nsteps:\n${steps}` };
}

describe('several choices', () => {
  const topics = flow(
    'topics',
    `  - ask: What interests you?
    kind: several
    choices: [Shipping, Returns, { title: Gift cards, value: gifts }, Sizes]
    at_most: 3
    save: topics
  - if: { answer.topics: { includes: gifts } }
    then:
      - say: Gift cards it is.
  - say: "You chose {{answer.topics}}."
  - outcome: chosen
`,
  );

  it('are tapped one after the other, or written at once', () => {
    const chats = `
  - name: one after the other
    on: instagram
    chat:
      - me: topics
      - bot: What interests you?
      - tap: Returns
      - bot: Anything else?
      - tap: Gift cards
      - bot: Anything else?
      - tap: Done
      - bot: Gift cards it is.
      - bot: You chose Returns, gifts.
  - name: all that may be
    chat:
      - me: topics
      - bot: What interests you?
      - tap: Sizes
      - bot: Anything else?
      - me: and returns
      - bot: Anything else?
      - me: what?
      - bot: "Please choose from these: 1 to 3 of them."
      - tap: Shipping
      - bot: You chose Shipping, Returns, Sizes.
  - name: in one message
    chat:
      - me: topics
      - bot: What interests you?
      - me: sizes and shipping please
      - bot: You chose Shipping, Sizes.
  - name: done by a word
    chat:
      - me: topics
      - bot: What interests you?
      - me: sizes
      - bot: Anything else?
      - me: that’s all
      - bot: You chose Sizes.
  - name: and begun anew with nothing chosen
    chat:
      - me: topics
      - bot: What interests you?
      - tap: Sizes
      - bot: Anything else?
      - me: topics
      - bot: What interests you?
      - tap: Returns
      - bot: Anything else?
      - tap: Done
      - bot: You chose Returns.
`;
    expect(playChats(topics, chats)).toEqual([]);
  });
});

describe('a rating', () => {
  const feedback = flow(
    'feedback',
    `  - rate: How was it?
    save: stars
    good:
      - say: Lovely.
    poor:
      - say: Sorry to hear that.
    otherwise: end
  - say: "{{answer.stars}} of 5."
`,
  );

  it('is tapped or written, and goes its way', () => {
    const chats = `
  - name: good
    chat:
      - me: feedback
      - bot: How was it?
      - tap: ⭐⭐⭐⭐
      - bot: Lovely.
      - bot: 4 of 5.
    expect: { outcome: rated }
  - name: poor
    chat:
      - me: feedback
      - bot: How was it?
      - me: three
      - bot: Sorry to hear that.
      - bot: 3 of 5.
    expect: { outcome: rated }
  - name: none
    chat:
      - me: feedback
      - bot: How was it?
      - me: hm
      - bot: Please choose from 1 to 5.
      - silence: 1d
    expect: { outcome: none }
`;
    expect(playChats(feedback, chats)).toEqual([]);
  });
});

it('takes yes and no in every language of the workspace', () => {
  const chats = `
  - name: yes
    chat:
      - me: sure
      - bot: Are you a customer?
      - me: na klar
      - bot: Welcome back.
  - name: neither
    chat:
      - me: sure
      - bot: Are you a customer?
      - me: perhaps
      - bot: Please answer yes or no.
      - tap: "No"
      - bot: Welcome.
`;
  const steps = `  - ask: Are you a customer?
    kind: yes_no
    yes:
      - say: Welcome back.
      - end
  - say: Welcome.
  - outcome: greeted
`;
  expect(playChats(flow('sure', steps), chats)).toEqual([]);
});
