import { describe, expect, it } from 'vitest';
import { publicUrl, sharedStage } from './driver/stage.js';

const stage = sharedStage({ workspace: 'shipped' });

describe.each(['instagram', 'messenger'] as const)('the guide on %s', (channel) => {
  it('greets by name, delivers, asks, and records the consent that it was given', async () => {
    const ada = stage().follower(channel);
    await ada.says('Guide!! 🙏');
    const greeting = await ada.hears(`Hi ${ada.firstName}! Here is the guide`);
    expect(greeting.token).toBe(
      channel === 'instagram' ? stage().env['INSTAGRAM_TOKEN'] : stage().env['PAGE_TOKEN'],
    );
    expect(greeting.link).toMatchObject({ label: 'Get the guide' });
    await ada.hears('What are you working on?');
    await ada.says('my thesis on tides');
    await ada.hears('Good luck with my thesis on tides!');
    const notice = await ada.hears('One short tip a week');
    expect(notice.quickReplies.length).toBe(2);
    await ada.says('yes please');
    await ada.hears('Lovely');

    expect(await ada.outcomes()).toEqual(['delivered']);
    // A first page to read follows some hours later.
    const waiting = { state: 'in_flow', owner: 'bot', run: { flow: 'guide' }, handoff: null };
    expect(await ada.conversation()).toMatchObject(waiting);
    expect((await ada.contact()).consent.topics).toMatchObject([{ topic: 'weekly_tips', state: 'granted' }]);
    const mid = (await ada.story()).findLast(({ direction }) => direction === 'in')?.platform_message_id;
    expect(await ada.ledger()).toMatchObject([
      {
        sequence: 1,
        change: 'granted',
        purpose: 'weekly_tips',
        notice: notice.text,
        words: 'yes please',
        flow: { name: 'guide' },
        platform_message_id: mid,
      },
    ]);
  });

  it('takes a tapped quick reply for an answer, and records a refusal as one', async () => {
    const ben = stage().follower(channel);
    await ben.says('growth guide');
    await ben.hears('Here is the guide');
    await ben.hears('What are you working on?');
    await ben.says('a boat');
    await ben.hears('Good luck with a boat!');
    const notice = await ben.hears('One short tip a week');
    await ben.taps(notice.quickReplies.at(-1)!.title);
    await ben.hears('No problem at all');
    expect(await ben.ledger()).toMatchObject([{ change: 'refused', purpose: 'weekly_tips' }]);
    expect((await ben.conversation()).state).toBe('idle');
  });
});

describe.each(['instagram', 'messenger'] as const)('pricing on %s', (channel) => {
  it('is found out in two taps, and leads to the calendar', async () => {
    const ada = stage().follower(channel);
    await ada.says('hey, how much is a website?');
    const question = await ada.hears('What do you need?');
    expect(question.quickReplies.map(({ title }) => title)).toEqual([
      'A new website',
      'A fresh look',
      'Just looking',
      'Something else',
    ]);
    await ada.taps('A new website');
    await ada.hears('when would you like to start?');
    await ada.taps('Right away');
    expect((await ada.hears('Growth fits best')).link).toMatchObject({ label: 'Book a call' });
    await ada.hears('two slots free');
    expect(await ada.outcomes()).toEqual(['qualified']);
    expect(await ada.contact()).toMatchObject({
      tags: ['hot'],
      fields: { goal: 'A new website', timeline: 'Right away' },
    });
  });

  it('asked for in the middle of the guide is what goes on', async () => {
    const ada = stage().follower(channel);
    await ada.says('guide');
    await ada.hears('Here is the guide');
    await ada.hears('What are you working on?');
    await ada.says('pricing');
    await ada.hears('What do you need?');
    await ada.says('something else');
    await ada.hears('what you have in mind');
    await ada.says('A mural for our office wall');
    await ada.hears(/Someone from Sales/);
    await ada.hearsNothing();
  });
});

describe('the other ways into a flow', () => {
  it('are a link with a ref, and an answer to a story', async () => {
    const [ada, ben] = [stage().follower('messenger'), stage().follower()];
    await ada.does(ada.thread.opensRef('guide'));
    await ada.hears('Here is the guide');
    await ben.does(ben.thread.answersStory('Love this! 😍', 'story-1'));
    await ben.hears('Here is the guide');
  });

  it('are not a heart under a message, which is answered by nothing', async () => {
    const ada = stage().follower();
    await ada.says('guide');
    const greeting = await ada.hears('Here is the guide');
    await ada.hears('What are you working on?');
    await ada.does(ada.thread.reacts(greeting.messageId, '❤'), ada.thread.readsMessage(greeting.messageId));
    await ada.hearsNothing();
    expect((await ada.states())[0]).toBe('read');
  });
});

describe('a tracked link', () => {
  it('leads to the address in the workspace, says where the click comes from, and is counted', async () => {
    const ada = stage().follower();
    await ada.says('guide');
    const { link } = await ada.hears('Here is the guide');
    const [, code] = /^https:\/\/dm\.example\/l\/([\w-]+)$/.exec(link!.url) ?? [];
    expect(link!.url).toBe(`${publicUrl}/l/${code}`);

    const answer = await stage().get(`/l/${code}`);
    expect(answer.status).toBe(302);
    const target = new URL(answer.headers.get('location')!);
    expect(target.origin + target.pathname).toBe('https://example.com/guide');
    expect(Object.fromEntries(target.searchParams)).toMatchObject({
      utm_medium: 'dm',
      utm_campaign: 'guide',
    });
    expect((await stage().figures()).get('heyword_link_requests_total{known="true"}')).toBe(1);
  });

  it('that nobody was sent leads nowhere, whatever address it is asked for', async () => {
    for (const path of [
      '/l/none',
      '/l/https:%2F%2Fevil.example',
      '/l/..%2F..%2Fetc',
      '/l/x?to=https://evil.example',
    ]) {
      const answer = await stage().get(path);
      expect([answer.status, answer.headers.get('location')]).toEqual([404, null]);
    }
  });
});

describe('a follower whose profile tells nothing', () => {
  it('is greeted all the same', async () => {
    const someone = stage().follower('instagram', { hasProfile: false });
    await someone.says('guide');
    await someone.hears('Hi there! Here is the guide');
    await someone.hears('What are you working on?');
  });
});
