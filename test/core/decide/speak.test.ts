import { describe, expect, it } from 'vitest';
import { Brand } from '../world/brand.js';
import { answer, ask, end, flow, keyword, say, sayWithLink } from '../world/flows.js';
import { guide } from '../world/studio.js';
import { World } from '../world/world.js';

const link = { name: 'guide', label: 'Get the guide', target: 'https://example.com/guide?utm_medium=dm' };

function telling(text: string): World {
  const world = new World([flow('telling', [keyword('tell')], say(text), end)]);
  world.writes('tell');
  return world;
}

describe('a text that is said', () => {
  it('becomes several messages, in order, where the channel’s limit demands it', () => {
    const world = telling(`${'ä'.repeat(400)}. ${'ö'.repeat(400)}.`);

    expect(world.said()).toEqual([`${'ä'.repeat(400)}.`, `${'ö'.repeat(400)}.`]);
    expect(world.messages.map(({ id }) => id)).toEqual(['0000000000000001.1', '0000000000000001.2']);
  });

  it.each(['', '  \n'])('says nothing when it is %j', (text) => {
    expect(telling(text).messages).toEqual([]);
  });

  it('says an answer as it was given, whatever it looks like', () => {
    const echo = flow(
      'echo',
      [keyword('echo')],
      ask('q', 'Q?', { save: 'q' }),
      say('You said ', answer('q')),
      end,
    );
    const world = new World([echo]);
    world.writes('echo');
    world.writes('{{answer.q}} {{workspace.brand}} $& <b>');

    expect(world.said()).toEqual(['You said {{answer.q}} {{workspace.brand}} $& <b>']);
  });
});

describe('the buttons of a text', () => {
  it('stand under its last part', () => {
    const long = `${'a'.repeat(990)}. ${'b'.repeat(100)}`;
    const world = new World([flow('long', [keyword('long')], ask('q', long, { choices: ['Yes', 'No'] }))]);
    world.writes('long');

    expect(world.messages.map(({ body }) => body.quickReplies?.length)).toEqual([undefined, 2]);
  });
});

describe('a link', () => {
  const linked = flow(
    'linked',
    [keyword('link')],
    sayWithLink(link, 'Here it is.'),
    sayWithLink(link, 'Again.'),
    end,
  );

  it('is tracked by a code of each message', () => {
    const world = new World([linked]);
    world.writes('link');

    expect(world.messages.map(({ body }) => body.link)).toEqual([
      { label: 'Get the guide', code: '00000000000000011', target: link.target },
      { label: 'Get the guide', code: '00000000000000012', target: link.target },
    ]);
  });

  it('stands under the last part of a text that is too long for a button', () => {
    const long = flow('long', [keyword('long')], sayWithLink(link, 'word '.repeat(200)), end);
    const world = new World([long]);
    world.writes('long');

    expect(world.messages.map(({ body }) => body.link !== undefined)).toEqual([false, true]);
    for (const { body } of world.messages) expect(body.text.length).toBeLessThanOrEqual(640);
  });

  it('is one message where it fits', () => {
    const world = new World([linked], { channel: 'messenger' });
    world.writes('link');

    expect(world.said()).toEqual(['Here it is.', 'Again.']);
  });
});

describe('what may not be said', () => {
  it('is kept with the reason, and the trace tells it', () => {
    const world = new World([guide]);
    world.handsBack('guide');

    expect(world.notSent()).toEqual([
      ['Here is the guide.', 'window_closed'],
      ['What are you working on?', 'window_closed'],
    ]);
    expect(world.decision?.trace).toContainEqual({ rule: 'permission', result: 'not sent: window_closed' });
  });
});

describe('a workspace', () => {
  it('speaks its own words before ours', () => {
    const brand = new Brand({ texts: { en: { stopped: 'Bye from {{brand}}.' } } });
    const world = new World([guide], { brand });
    world.writes('stop');

    expect(world.said()).toEqual(['Bye from {{brand}}.']);
  });

  it('speaks a language of its own to those whose language nobody knows', () => {
    const brand = new Brand({ languages: ['fr'], texts: { fr: { notUnderstood: 'Pardon ? {{keywords}}' } } });
    const world = new World([guide], { brand });
    world.writes('bonjour');

    expect(world.said()).toEqual(['Pardon ? “guide”']);
  });
});
