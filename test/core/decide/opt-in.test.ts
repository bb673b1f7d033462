import { describe, expect, it } from 'vitest';
import { hasTopicConsent } from '../../../src/core/consent.js';
import { tips } from '../world/brand.js';
import { optedIn, pluggedIn, preferred } from '../world/happenings.js';
import { guide, newsletter } from '../world/studio.js';
import { day, minute, World } from '../world/world.js';

function messenger(): World {
  return new World([guide, newsletter], { channel: 'messenger' });
}

const agreesToTips = (world: World) => hasTopicConsent(world.conversation.consent, tips.name);

describe('an opt-in by a plugin', () => {
  it('starts the flow of its ref, and opens the reply window', () => {
    const world = messenger();
    world.happens(pluggedIn('guide'));

    expect(world.said()).toEqual(['Here is the guide.', 'What are you working on?']);
    expect(world.asked('recordMessage')).toMatchObject([{ message: { via: 'referral', text: '' } }]);
    expect(world.conversation.lastContactAt).toBe(world.now);
  });

  it('that names nothing opens the reply window, answers no question, and is not the first message', () => {
    const world = messenger();
    world.writes('guide');
    world.waits(minute);
    world.happens(pluggedIn(null));

    expect(world.said()).toEqual([]);
    expect(world.place).toBe('guide › project');
    expect(world.conversation.lastContactAt).toBe(world.now);
    expect(messenger().conversation.lastContactEventId).toBeNull();
  });

  it('starts nothing after STOP', () => {
    const world = messenger();
    world.writes('stop');
    world.happens(pluggedIn('guide'));

    expect(world.said()).toEqual([]);
  });
});

describe('an opt-in to marketing messages', () => {
  it.each([tips.name, `topic:${tips.name}`])(
    'named %s is a grant of its topic, and keeps the token',
    (payload) => {
      const world = messenger();
      world.happens(optedIn(payload));

      expect(world.ledger).toMatchObject([
        { change: 'granted', purpose: tips.name, notice: 'Get weekly tips', actor: 'contact', flow: null },
      ]);
      expect(agreesToTips(world)).toBe(true);
      expect(world.conversation.marketingTokens).toEqual([
        { topic: tips.name, token: 'token.1', expiresAt: world.now + 365 * day },
      ]);
      expect(world.conversation.lastContactAt).toBeNull();
    },
  );

  it('keeps the newest token of a topic, until the moment that the platform names', () => {
    const world = messenger();
    world.happens(optedIn(tips.name));
    world.happens(optedIn(tips.name, { token: 'token.2', expiresAt: world.now + day }));

    expect(world.conversation.marketingTokens).toMatchObject([
      { token: 'token.2', expiresAt: world.now - 1_000 + day },
    ]);
  });

  it('to what is no topic of the workspace leaves nothing behind', () => {
    const world = messenger();
    world.happens(optedIn('offers'));

    expect(world.decision?.effects).toEqual([]);
    expect(world.conversation.marketingTokens).toBeUndefined();
    expect(world.decision?.trace).toEqual([
      { rule: 'opt-in', result: 'it names no topic of the workspace: nothing is kept' },
    ]);
  });

  it('that is older than STOP is recorded, and counts for nothing', () => {
    const world = messenger();
    world.writes('stop');
    world.happens(optedIn(tips.name), { ago: minute });
    world.writes('start');

    expect(world.ledger.map(({ change }) => change)).toEqual(['withdrawn', 'granted', 'granted']);
    expect(agreesToTips(world)).toBe(false);
    expect(world.conversation.marketingTokens).toBeUndefined();
  });

  it('after STOP does not undo it', () => {
    const world = messenger();
    world.writes('stop');
    world.happens(optedIn(tips.name));

    expect(world.isStopped).toBe(true);
    expect(agreesToTips(world)).toBe(false);
  });

  it('ends with STOP, and its token with it', () => {
    const world = messenger();
    world.happens(optedIn(tips.name));
    world.writes('stop');
    world.writes('start');

    expect(world.conversation.marketingTokens).toEqual([]);
    expect(agreesToTips(world)).toBe(false);
  });
});

describe('what the contact sets on the platform', () => {
  it('stops what promotes, each topic keeps its own state, and resumes', () => {
    const world = messenger();
    world.happens(optedIn(tips.name));
    world.happens(preferred('stop'));
    expect(world.ledger.at(-1)).toMatchObject({
      change: 'withdrawn',
      purpose: 'marketing',
      actor: 'contact',
    });
    expect(agreesToTips(world)).toBe(false);
    expect(world.isStopped).toBe(false);

    world.happens(preferred('resume'));
    expect(world.ledger.at(-1)).toMatchObject({ change: 'granted', purpose: 'marketing' });
    expect(agreesToTips(world)).toBe(true);
    expect(world.conversation.marketingTokens).toHaveLength(1);
  });

  it('stops the topic of a token alone, and drops the token for good', () => {
    const world = messenger();
    world.happens(optedIn(tips.name));
    world.happens(preferred('stop', 'token.1'));
    expect(world.ledger.at(-1)).toMatchObject({ change: 'withdrawn', purpose: tips.name });
    expect(world.conversation.marketingTokens).toEqual([]);

    world.happens(preferred('resume', 'token.1'));
    expect(agreesToTips(world)).toBe(false);
  });

  it('stops everything that promotes where the token is not known', () => {
    const world = messenger();
    world.happens(preferred('stop', 'token.9'));

    expect(world.ledger).toMatchObject([{ change: 'withdrawn', purpose: 'marketing' }]);
  });

  it('does not keep us from answering', () => {
    const world = messenger();
    world.happens(preferred('stop'));
    world.writes('guide');

    expect(world.said()).toHaveLength(2);
  });

  it('is not undone by START', () => {
    const world = messenger();
    world.happens(preferred('stop'));
    world.writes('stop');
    world.writes('start');
    world.writes('tips');
    world.taps('Yes');
    expect(agreesToTips(world)).toBe(false);

    world.happens(preferred('resume'));
    expect(agreesToTips(world)).toBe(true);
  });
});
