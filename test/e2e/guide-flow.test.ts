import { describe, expect, it } from 'vitest';
import { publicUrl, sharedStage } from './driver/stage.js';

const stage = sharedStage();

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
    expect(await ada.conversation()).toMatchObject({ state: 'idle', owner: 'bot', run: null, handoff: null });
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
