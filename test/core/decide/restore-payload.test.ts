import { describe, expect, it } from 'vitest';
import { isShortForm, shortFormOf } from '../../../src/core/payload.js';
import { ask, end, flow, keyword, outcome, say } from '../world/flows.js';
import { pressed, tapped } from '../world/happenings.js';
import { answering, duration, instalments, place } from '../world/questions.js';
import { World } from '../world/world.js';

const long = 'x'.repeat(60);

/** Telegram's payloads have 64 bytes. */
function telegram(...flows: ReturnType<typeof flow>[]): World {
  return new World(flows, { channel: 'telegram' });
}

const sizes = flow(
  `sizes_${long}`,
  [keyword('sizes')],
  ask('which', 'Which?', { choices: ['Small', 'Large'], save: 'size' }),
  say('Good.'),
  ask('colours', 'Which colours?', {
    choices: ['Red', 'Green', 'Blue'],
    more: { kind: { kind: 'several', atLeast: 1, atMost: 3 } },
  }),
  say('Done.'),
  outcome('done'),
);

describe('a payload that the channel does not carry', () => {
  it('is a choice all the same', () => {
    const world = telegram(sizes);
    world.writes('sizes');
    const payloads = world.messages
      .flatMap(({ body }) => body.quickReplies ?? [])
      .map(({ payload }) => payload);
    expect(payloads.map(isShortForm)).toEqual([true, true]);

    world.taps('Large');
    expect(world.answersSoFar).toMatchObject({ size: 'large' });
  });

  it('is the way to be done all the same', () => {
    const world = telegram(sizes);
    world.writes('sizes');
    world.taps('Small');
    world.taps('Red');
    world.taps('Done');
    expect(world.said()).toEqual(['Done.']);
  });

  it('starts its flow all the same, told as a press or as a tap', () => {
    const world = telegram(sizes);
    world.happens(pressed(shortFormOf(`start:sizes_${long}`), 'Sizes'));
    expect(world.said()).toEqual(['Which?']);

    const other = telegram(sizes);
    other.happens(tapped('Sizes', shortFormOf(`start:sizes_${long}`)));
    expect(other.said()).toEqual(['Which?']);
  });

  it('is a question of the FAQ all the same', () => {
    const entries = [{ ...duration, id: `q${long}` }, instalments, place];
    const brand = answering(entries);
    const world = new World([], { brand, channel: 'telegram' });
    world.writes('can I get a website from you');
    const [first] =
      world.messages.at(-1)?.body.quickReplies?.filter(({ payload }) => isShortForm(payload)) ?? [];
    world.happens(tapped(first!.title, first!.payload));
    expect(world.decision?.trace).toContainEqual({ rule: 'faq', result: `q${long}` });
  });

  it('is whatever its title says where it stands for words', () => {
    const words = 'I would like to know everything about your very large sizes, please';
    const show = flow(
      'show',
      [keyword('show')],
      (place) => ({
        verb: 'say',
        path: place,
        text: ['Well?'],
        link: null,
        extras: { quickReplies: [[words]] },
      }),
      ask('what', 'What?', { save: 'what' }),
      ask('why', 'Why?'),
      end,
    );
    const world = telegram(show);
    world.writes('show');
    expect(world.messages[0]?.body.quickReplies).toEqual([{ title: words, payload: 'say~' }]);
    world.taps(words);
    expect(world.answersSoFar).toEqual({ what: words });
    expect(world.asked('recordMessage')[0]?.message.text).toBe(words);
  });

  it('of an old button means nothing', () => {
    const world = telegram(sizes);
    world.writes('sizes');
    world.happens(tapped('Small', '~00000000000000'));
    expect(world.place).toContain('which');
    expect(world.answersSoFar).toEqual({});
  });
});
