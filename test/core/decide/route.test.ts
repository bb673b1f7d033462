import { describe, expect, it } from 'vitest';
import { Brand } from '../world/brand.js';
import { containedKeyword, flow, keyword, outcome, say, storyReply } from '../world/flows.js';
import { referralOf, written } from '../world/happenings.js';
import { guide, order } from '../world/studio.js';
import { World } from '../world/world.js';

const story = flow('story', [storyReply], say('Thanks for the story!'), outcome('thanked'));
const price = flow('price', [containedKeyword('price')], say('It is 10 €.'), outcome('told'));

describe('a keyword', () => {
  it.each([
    'guide',
    'Guide!! 🙏',
    '  GUIDE\n',
    '“guide”',
    'gu\u200bide',
    'ｇｕｉｄｅ',
    'Growth, guide?',
    'gúide',
  ])('starts its flow, written as %j', (text) => {
    const world = new World([guide]);
    world.writes(text);

    expect(world.said()).toEqual(['Here is the guide.', 'What are you working on?']);
    expect(world.place).toBe('guide › project');
    expect(world.outcomes).toEqual(['delivered']);
  });

  it('stands for the whole message unless it says otherwise', () => {
    const world = new World([guide, price]);
    world.writes('is there a guide?');
    expect(world.place).toBeNull();

    world.writes('what is the price, please?');
    expect(world.said()).toEqual(['It is 10 €.']);
  });

  it('ends the run of another flow, with its timer', () => {
    const world = new World([guide, order]);
    world.writes('guide');
    const [timer] = world.timers.keys();
    world.writes('order');

    expect(world.said()).toEqual(['Which size?']);
    expect(world.place).toBe('order › size');
    expect(world.timers).not.toContain(timer);
  });

  it('that is only contained in a message is an answer while a question is open', () => {
    const world = new World([guide, price]);
    world.writes('guide');
    world.writes('a price list');

    expect(world.said()).toEqual(['Good luck with a price list!']);
  });

  it('gives way to a choice of the open question that reads the same', () => {
    const small = flow('small', [keyword('small')], say('A small flow.'), outcome('small'));
    const world = new World([order, small]);
    world.writes('order');
    world.writes('small');

    expect(world.said()).toEqual(['One small, noted.']);
  });

  it('of a flow that is no longer served starts nothing', () => {
    const world = new World([guide, order]);
    world.workspace = {
      ...world.workspace,
      flows: new Map([['order', world.workspace.flows.get('order')!]]),
    };
    world.writes('guide');

    expect(world.place).toBeNull();
  });
});

describe('a link', () => {
  it('starts its flow when it is followed', () => {
    const world = new World([guide]);
    world.follows('guide');

    expect(world.place).toBe('guide › project');
    expect(world.conversation.lastContactAt).toBe(world.now);
  });

  it('starts its flow when it comes with words, even in the middle of another', () => {
    const world = new World([guide, order]);
    world.writes('order');
    world.happens(written('hi', { referral: referralOf('guide') }));

    expect(world.place).toBe('guide › project');
  });

  it('that no flow knows is passed over in silence', () => {
    const world = new World([guide, story]);
    world.follows('elsewhere');
    expect(world.said()).toEqual([]);

    world.writes('guide');
    world.follows('elsewhere');
    expect(world.said()).toEqual([]);
    expect(world.place).toBe('guide › project');
  });

  it('that no flow knows does not hide the answer that comes with it', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.happens(written('my thesis', { referral: referralOf('elsewhere') }));

    expect(world.said()).toEqual(['Good luck with my thesis!']);
  });
});

describe('a button that is no answer', () => {
  it('starts its flow by its payload', () => {
    const world = new World([guide]);
    world.presses('GET_GUIDE', 'Get started');

    expect(world.place).toBe('guide › project');
  });

  it('starts the flow of the link that it came with', () => {
    const world = new World([guide, order]);
    world.happens({
      kind: 'postbackReceived',
      platformMessageId: null,
      title: 'Get started',
      payload: 'GET_STARTED',
      referral: referralOf('guide'),
    });

    expect(world.place).toBe('guide › project');
  });

  it('is no answer to an open question, whatever stands on it', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.presses('MENU', 'Opening hours');

    expect(world.place).toBe('guide › project');
    expect(world.said()).toEqual(['Sorry, I did not get that.\nWhat are you working on?']);
  });

  it('is no command, whatever stands on it', () => {
    const world = new World([guide]);
    world.presses('MENU', 'Stop');

    expect(world.isStopped).toBe(false);
  });
});

describe('an answer to a story', () => {
  it('starts the flow of story answers', () => {
    const world = new World([story]);
    world.answersStory('😍');

    expect(world.said()).toEqual(['Thanks for the story!']);
  });

  it('starts the flow whose keyword it is, rather than that of story answers', () => {
    const world = new World([story, guide]);
    world.answersStory('Guide!');

    expect(world.place).toBe('guide › project');
  });

  it('stays without a word where no flow wants it', () => {
    const world = new World([guide]);
    world.answersStory('love this');

    expect(world.said()).toEqual([]);
    expect(world.handoffs).toEqual([]);
  });

  it('is no answer to an open question, of either kind', () => {
    const world = new World([guide, order]);
    world.writes('guide');
    world.answersStory('so pretty');
    expect(world.said()).toEqual([]);
    expect(world.place).toBe('guide › project');

    world.writes('order');
    world.answersStory('small');
    expect(world.said()).toEqual([]);
    expect(world.place).toBe('order › size');
  });

  it('is heard as STOP all the same', () => {
    const world = new World([story]);
    world.answersStory('stop');

    expect(world.isStopped).toBe(true);
  });
});

describe('a message that nothing matches', () => {
  it('is answered by what can be written', () => {
    const world = new World([guide, order]);
    world.writes('hello');

    expect(world.said()).toEqual([
      'Sorry, I did not get that. I know these words: “guide”, “order”. Write AGENT to reach a person.',
    ]);
  });

  it('is answered in the language of the workspace', () => {
    const world = new World([guide], { brand: new Brand({ languages: ['de'] }) });
    world.writes('hallo zusammen');

    expect(world.said()).toEqual([
      'Das habe ich leider nicht verstanden. Ich kenne diese Wörter: “guide”. Schreib MENSCH, um jemanden von uns zu erreichen.',
    ]);
  });

  it('is answered once, not again within an hour', () => {
    const world = new World([guide]);
    world.writes('hello');
    world.waits(3_600_000 - 1_001);
    world.writes('anyone?');
    expect(world.said()).toEqual([]);

    world.waits(1);
    world.writes('anyone?');
    expect(world.said()).toHaveLength(1);
  });

  it('is answered again once something else was understood', () => {
    const world = new World([guide]);
    world.writes('hello');
    world.writes('guide');
    world.writes('my thesis');
    world.writes('hello');

    expect(world.said()).toHaveLength(1);
  });

  it('is left to people where the workspace says so', () => {
    const world = new World([guide], { brand: new Brand({ unmatched: 'silent' }) });
    world.writes('hello');

    expect(world.said()).toEqual([]);
    expect(world.handoffs).toEqual([]);
  });

  it('may be a picture or a row of emoji', () => {
    const world = new World([guide]);
    world.sendsPicture();
    expect(world.said()).toHaveLength(1);

    world.waits(3_600_000);
    world.writes('🎉🎉');
    expect(world.said()).toHaveLength(1);
  });
});

describe('a message that arrives after its reply window', () => {
  it('is kept and left without an answer', () => {
    const world = new World([guide]);
    world.writes('guide', { ago: world.replyWindow });

    expect(world.asked('recordMessage')).toHaveLength(1);
    expect(world.place).toBeNull();
    expect(world.messages).toEqual([]);
  });

  it('is answered one millisecond earlier', () => {
    const world = new World([guide]);
    world.writes('guide', { ago: world.replyWindow - 1 });

    expect(world.said()).toHaveLength(2);
  });

  it('is no answer to the open question', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.writes('my thesis', { ago: world.replyWindow });

    expect(world.place).toBe('guide › project');
  });

  it('gets no help either', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.writes('help', { ago: world.replyWindow });

    expect(world.messages).toHaveLength(2);
  });

  it('is as good as new where the channel knows no window', () => {
    const world = new World([guide], { channel: 'simulator' });
    world.writes('guide', { ago: 7 * 24 * 3_600_000 });

    expect(world.said()).toHaveLength(2);
  });
});

describe('a trace', () => {
  it('says which rule decided, in words of the flow and not of the contact', () => {
    const world = new World([guide]);
    world.writes('Guide, secret!');
    world.writes('guide');
    expect(world.decision?.trace).toContainEqual({ rule: 'route', result: 'start: keyword "guide"' });

    world.writes('my secret');
    expect(world.decision?.trace).toContainEqual({
      rule: 'route',
      result: 'answer: an answer to guide › project',
    });
    expect(JSON.stringify(world.decision?.trace)).not.toContain('secret');
  });
});
