import { describe, expect } from 'vitest';
import { delivery, signed } from '../platforms/meta-payloads.js';
import { it } from './driver/stage.js';
import { secrets } from './driver/secrets.js';

describe('a delivery that the platform repeats', () => {
  it('fifty times at once, and again after a restart, has its effect once', async ({ openStage }) => {
    const stage = await openStage();
    const ada = stage.follower();
    const { body, headers } = signed(
      delivery(ada.account, ada.thread.says('guide')),
      secrets.META_APP_SECRET,
    );
    const repeat = (times: number): Promise<readonly number[]> =>
      Promise.all(Array.from({ length: times }, async () => (await stage.post(body, headers)).status));

    expect(new Set(await repeat(50))).toEqual(new Set([200]));
    await ada.hears('Here is the guide');
    await ada.hears('What are you working on?');
    await ada.hearsNothing();
    expect((await stage.figures()).get('heyword_webhook_updates_total{result="duplicates"}')).toBe(49);

    await stage.restart();
    expect(await repeat(5)).toEqual([200, 200, 200, 200, 200]);
    await ada.hearsNothing();
    expect((await ada.story()).filter(({ direction }) => direction === 'in')).toHaveLength(1);
    expect(await ada.outcomes()).toEqual(['delivered']);
  });

  it('inside another batch, beside what is new, leaves only what is new', async ({ openStage }) => {
    const stage = await openStage();
    const ada = stage.follower();
    const first = ada.thread.says('guide');
    await ada.does(first, first);
    await ada.hears('Here is the guide');
    await ada.hears('What are you working on?');
    await ada.does(first, ada.thread.says('a kite'), first);
    await ada.hears('Good luck with a kite!');
    await ada.hears('One short tip a week');
    await ada.hearsNothing();
  });
});
