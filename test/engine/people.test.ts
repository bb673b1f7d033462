import { describe, expect } from 'vitest';
import { Follower } from './stage/follower.js';
import { it } from './stage/with-stage.js';

const hour = 3_600_000;

const mia = { name: 'Mia', id: null };

describe('what a person wants to do', () => {
  it('is refused where there is no such conversation', async ({ stage }) => {
    const { engine } = stage;
    const report = { outcome: 'sold', source: 'shop', value: null, currency: null, requestId: 'r' };
    const results = [
      engine.takeOver('nobody', mia),
      engine.reply('nobody', mia, { text: 'Hello' }, 'r'),
      engine.handBack('nobody', mia, { flow: null, step: null }),
      engine.resolve('nobody', mia, { outcome: null, asksForRating: false }),
      engine.reportOutcome('nobody', report),
      engine.withdraw('nobody', mia, 'all'),
    ];
    for (const result of await Promise.all(results))
      expect(result).toMatchObject({ ok: false, reason: 'not_found' });
  });
});

describe('an answer', () => {
  it('is sent, takes the chat over, and silences the bot', async ({ stage }) => {
    stage.platform.script = [{ says: 'sent', after: 1_000 }];
    const ada = new Follower(stage);
    await ada.says('series');
    const id = await ada.conversationId();
    await stage.time.passUntil(stage.engine.reply(id, mia, { text: 'Hello, Mia here.' }, 'request-1'));
    await stage.time.pass(2_000);
    expect(ada.heard).toEqual(['First.', 'Hello, Mia here.']);
    expect((await ada.conversation()).ownership.owner).toBe('human');
  });

  it('is sent once, however often it is asked for', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('series');
    const id = await ada.conversationId();
    const results = [1, 2, 3].map(() => stage.engine.reply(id, mia, { text: 'Hello.' }, 'request-1'));
    const answers = await stage.time.passUntil(Promise.all(results));
    expect(new Set(answers.map((answer) => (answer.ok ? answer.eventId : null))).size).toBe(1);
    await stage.time.settle();
    expect(ada.heard.filter((text) => text === 'Hello.')).toHaveLength(1);
  });

  it('of another request is another answer', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('series');
    const id = await ada.conversationId();
    for (const request of ['one', 'two'])
      await stage.time.passUntil(stage.engine.reply(id, mia, { text: 'Hello.' }, request));
    await stage.time.settle();
    expect(ada.heard.filter((text) => text === 'Hello.')).toHaveLength(2);
  });

  it('is refused after STOP, until the contact writes again', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('STOP');
    const id = await ada.conversationId();
    const refused = await stage.engine.reply(id, mia, { text: 'Why?' }, 'r1');
    expect(refused).toMatchObject({ ok: false, reason: 'stopped', message: expect.stringContaining('STOP') });
    await stage.time.pass(1_000);
    await ada.says('When do you open?');
    const answered = await stage.time.passUntil(stage.engine.reply(id, mia, { text: 'At nine.' }, 'r2'));
    expect(answered).toMatchObject({ ok: true });
    await stage.time.settle();
    expect(ada.heard).toEqual([expect.stringContaining('You are unsubscribed'), 'At nine.']);
  });

  it('is refused when the reply window has closed', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('series');
    await stage.time.pass(7 * 24 * hour);
    const refused = await stage.engine.reply(await ada.conversationId(), mia, { text: 'Still there?' }, 'r');
    expect(refused).toMatchObject({ ok: false, reason: 'window_closed' });
    expect((await ada.conversation()).ownership.owner).toBe('bot');
  });
});

describe('handing back', () => {
  it('lets the bot speak again', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('link');
    const id = await ada.conversationId();
    await stage.time.passUntil(stage.engine.takeOver(id, mia));
    await ada.says('link');
    await stage.time.passUntil(stage.engine.handBack(id, mia, { flow: null, step: null }));
    await ada.says('link');
    expect(ada.heard).toEqual(['Here it is.', 'Here it is.']);
  });

  it('begins a flow', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('hello');
    const id = await ada.conversationId();
    await stage.time.passUntil(stage.engine.takeOver(id, mia));
    await stage.time.passUntil(stage.engine.handBack(id, mia, { flow: 'link', step: null }));
    await stage.time.settle();
    expect(ada.heard.at(-1)).toBe('Here it is.');
  });

  it('to a flow that is not there is refused, with those that are', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('hello');
    const refused = await stage.engine.handBack(await ada.conversationId(), mia, {
      flow: 'guide',
      step: null,
    });
    expect(refused).toEqual({
      ok: false,
      reason: 'unknown_flow',
      message: 'There is no flow "guide". There are: greeting, link, question, series.',
    });
  });
});

describe('a handoff', () => {
  it('that is not open cannot be resolved', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('series');
    const refused = await stage.engine.resolve(await ada.conversationId(), mia, {
      outcome: null,
      asksForRating: false,
    });
    expect(refused).toMatchObject({ ok: false, reason: 'no_open_handoff' });
  });

  it('is resolved with what came of it', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('AGENT');
    const id = await ada.conversationId();
    expect(
      await stage.time.passUntil(stage.engine.resolve(id, mia, { outcome: 'sold', asksForRating: false })),
    ).toMatchObject({ ok: true });
    const { items } = await stage.store.listOutcomes({}, { after: null, limit: 10 });
    expect(items).toMatchObject([
      { name: 'sold', source: { kind: 'person', name: 'Mia' }, conversationId: id },
    ]);
    expect(await stage.engine.resolve(id, mia, { outcome: 'sold', asksForRating: false })).toMatchObject({
      ok: false,
    });
  });
});

describe('an outcome that is reported', () => {
  it('counts once, however often it is reported', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('hello');
    const id = await ada.conversationId();
    const report = { outcome: 'booked', source: 'calendar', value: 90, currency: 'EUR', requestId: 'b-1' };
    const results = [stage.engine.reportOutcome(id, report), stage.engine.reportOutcome(id, report)];
    await stage.time.passUntil(Promise.all(results));
    const { items } = await stage.store.listOutcomes({ name: 'booked' }, { after: null, limit: 10 });
    expect(items).toMatchObject([
      { value: 90, currency: 'EUR', source: { kind: 'outside', name: 'calendar' } },
    ]);
  });
});

describe('a withdrawal that is reported', () => {
  it('of everything is obeyed like STOP, without a word', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('question');
    const id = await ada.conversationId();
    await stage.time.passUntil(stage.engine.withdraw(id, mia, 'all'));
    await stage.time.pass(3 * hour);
    expect(ada.heard).toEqual(['Which one?']);
    expect((await ada.conversation()).consent.stopped).not.toBeNull();
  });

  it('of a topic leaves the chat open', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('hello');
    const id = await ada.conversationId();
    await stage.time.passUntil(stage.engine.withdraw(id, mia, 'tips'));
    const { consent } = await ada.conversation();
    expect(consent).toMatchObject({ stopped: null, topics: { tips: { state: 'withdrawn' } } });
  });

  it('of something nobody asked for is refused, with what there is', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('hello');
    expect(await stage.engine.withdraw(await ada.conversationId(), mia, 'offers')).toEqual({
      ok: false,
      reason: 'unknown_purpose',
      message: 'There is no purpose "offers". There are: all, tips.',
    });
  });
});
