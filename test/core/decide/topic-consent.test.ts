import { describe, expect, it } from 'vitest';
import { hasTopicConsent } from '../../../src/core/consent.js';
import { tips } from '../world/brand.js';
import { askConsent, flow, keyword, optOut, outcome, say } from '../world/flows.js';
import { tapped } from '../world/happenings.js';
import { guide, newsletter } from '../world/studio.js';
import { hour, minute, World } from '../world/world.js';

const goodbye =
  'You are unsubscribed and will not get any more messages from us. Write START to bring us back.';

function subscribed(): World {
  const world = new World([newsletter]);
  world.writes('tips');
  world.writes('yes please');
  return world;
}

function speaks(world: World, language: string): void {
  const { contact } = world.conversation;
  world.conversation = { ...world.conversation, contact: { ...contact, language } };
}

describe('a question for consent', () => {
  it('shows the topic’s notice with yes and no', () => {
    const world = new World([newsletter]);
    world.writes('tips');

    expect(world.messages.at(-1)?.body).toMatchObject({
      text: tips.notice,
      quickReplies: [{ title: 'Yes' }, { title: 'No' }],
    });
  });

  it('records a yes with the notice, the words and the place in the flow', () => {
    const world = subscribed();
    const { version } = world.workspace.flows.get('newsletter')!;

    expect(world.said()).toEqual(['Lovely.']);
    expect(world.ledger).toEqual([
      {
        change: 'granted',
        purpose: 'weekly_tips',
        occurredAt: world.now,
        receivedAt: world.now,
        eventId: '0000000000000002',
        notice: tips.notice,
        words: 'yes please',
        platformMessageId: 'mid.contact',
        actor: 'contact',
        flow: { name: 'newsletter', version, step: 'weekly_tips' },
      },
    ]);
  });

  it('records the notice as it was shown, though the answer is in another language', () => {
    const bilingual = { ...tips, notices: { en: tips.notice, de: 'Jede Woche ein kurzer Tipp?' } };
    const asking = flow('news', [keyword('tips')], askConsent(bilingual), outcome('asked'));
    const world = new World([asking]);
    world.writes('tips');
    expect(world.said()).toEqual([tips.notice]);
    speaks(world, 'de');
    world.writes('ja');

    expect(world.ledger).toMatchObject([{ change: 'granted', notice: tips.notice }]);
  });

  it('is shown, and recorded, in the language of the contact', () => {
    const bilingual = { ...tips, notices: { en: tips.notice, de: 'Jede Woche ein kurzer Tipp?' } };
    const asking = flow('news', [keyword('tips')], askConsent(bilingual), outcome('asked'));
    const world = new World([asking]);
    speaks(world, 'de');
    world.writes('tips');
    expect(world.said()).toEqual(['Jede Woche ein kurzer Tipp?']);
    world.writes('ja');

    expect(world.ledger).toMatchObject([{ change: 'granted', notice: 'Jede Woche ein kurzer Tipp?' }]);
  });

  it('records a no', () => {
    const world = new World([newsletter]);
    world.writes('tips');
    world.taps('No');

    expect(world.said()).toEqual(['All right.']);
    expect(world.ledger).toMatchObject([{ change: 'refused', purpose: 'weekly_tips', words: 'No' }]);
    expect(world.conversation.consent.topics).toMatchObject({ weekly_tips: { state: 'refused' } });
  });

  it.each([
    'maybe',
    'what does it cost?',
    'yes and no',
    'not yes',
    'yes, but later',
    'yes if free',
    'yes to what?',
    'ja vielleicht',
    '👍',
  ])('records nothing at %j', (text) => {
    const world = new World([newsletter]);
    world.writes('tips');
    world.writes(text);

    expect(world.ledger).toEqual([]);
    expect(world.said()).toEqual([`Sorry, I did not get that.\n${tips.notice}`]);
  });

  it('records nothing when its time is up', () => {
    const world = new World([newsletter]);
    world.writes('tips');
    world.waits(20 * hour);

    expect(world.ledger).toEqual([]);
    expect(world.place).toBeNull();
  });

  it('records nothing at a yes that arrives after the reply window', () => {
    const world = new World([newsletter]);
    world.writes('tips');
    world.writes('yes', { ago: world.replyWindow });

    expect(world.ledger).toEqual([]);
  });

  it('records a grant that is older than a withdrawal, and goes by the withdrawal', () => {
    const world = subscribed();
    world.happens({ kind: 'withdrawalReported', person: 'Mia', purpose: tips.name });
    world.writes('tips');
    world.happens(tapped('Yes', 'newsletter#weekly_tips#yes'), { ago: minute });

    expect(world.ledger.map(({ change }) => change)).toEqual(['granted', 'withdrawn', 'granted']);
    expect(hasTopicConsent(world.conversation.consent, tips.name)).toBe(false);
  });

  it('can be asked before the follower’s own STOP is honoured', () => {
    const world = new World([newsletter]);
    world.writes('tips');
    world.writes('no more messages, stop');

    expect(world.isStopped).toBe(true);
    expect(world.ledger).toMatchObject([{ change: 'withdrawn', purpose: 'all' }]);
  });
});

describe('an opt-out as a step of a flow', () => {
  it('from a topic withdraws that topic and goes on', () => {
    const leave = flow('leave', [keyword('leave')], optOut(tips.name), say('Done.'), outcome('left'));
    const world = new World([newsletter, leave]);
    world.writes('tips');
    world.writes('yes');
    world.writes('leave');

    expect(world.said()).toEqual(['Done.']);
    expect(world.isStopped).toBe(false);
    expect(world.ledger.at(-1)).toMatchObject({
      change: 'withdrawn',
      purpose: 'weekly_tips',
      actor: 'flow',
      words: 'leave',
      flow: { name: 'leave', step: '1-opt_out' },
    });
  });

  it('from everything is STOP: one confirmation, and the run is over', () => {
    const leave = flow('leave', [keyword('leave')], say('Bye.'), optOut('all'), say('Never said.'));
    const world = new World([leave]);
    world.writes('leave');

    expect(world.queue).toEqual([goodbye]);
    expect(world.place).toBeNull();
    expect(world.handoffs).toEqual([]);
    expect(world.ledger).toMatchObject([{ actor: 'flow', flow: { name: 'leave', step: '2-opt_out' } }]);
  });
});

describe('a withdrawal that is reported from elsewhere', () => {
  it('of everything is obeyed like STOP, without a confirmation', () => {
    const world = new World([guide]);
    world.writes('guide');
    world.happens({ kind: 'withdrawalReported', person: 'Mia', purpose: 'all' });

    expect(world.isStopped).toBe(true);
    expect(world.queue).toEqual([]);
    expect(world.ledger).toMatchObject([{ actor: 'person', words: '', notice: null }]);
  });

  it('of a topic leaves the rest alone', () => {
    const world = subscribed();
    world.happens({ kind: 'withdrawalReported', person: 'Mia', purpose: tips.name });

    expect(world.isStopped).toBe(false);
    expect(world.conversation.consent.topics).toMatchObject({ weekly_tips: { state: 'withdrawn' } });
  });
});
