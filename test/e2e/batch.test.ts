import { describe, expect } from 'vitest';
import { delivery, type Item } from '../platforms/meta-payloads.js';
import { accounts } from './driver/workspace-folder.js';
import { it } from './driver/stage.js';

describe('a batch of a thousand updates', () => {
  it('is acknowledged whole, applied whole, and answered in order for each contact', async ({
    openStage,
  }) => {
    const stage = await openStage();
    const everyone = Array.from({ length: 500 }, () => stage.follower());
    const greetings: readonly Item[] = everyone.map(({ thread }) => thread.says('guide'));
    const answers: readonly Item[] = everyone.map(({ thread, id }) => thread.says(`project ${id}`));
    const response = await stage.deliver(delivery(accounts.instagram, ...greetings, ...answers));
    expect(response.status).toBe(200);

    for (const follower of everyone) {
      await follower.hears(`Hi ${follower.firstName}!`, { within: 40_000 });
      await follower.hears('What are you working on?', { within: 40_000 });
      await follower.hears(`Good luck with project ${follower.id}!`, { within: 40_000 });
      await follower.hears('One short tip a week', { within: 40_000 });
    }
    expect(stage.meta.sends()).toHaveLength(2_000);
    await everyone[499]!.hearsNothing();
    expect((await stage.figures()).get('heyword_backlog{of="waiting_events"}')).toBe(0);
  }, 60_000);
});

describe('two quick messages of one contact', () => {
  it('are answered in the order in which they were written', async ({ openStage }) => {
    const stage = await openStage();
    const [ada, ben] = [stage.follower('messenger'), stage.follower('messenger')];
    await ada.does(
      ada.thread.says('guide'),
      ben.thread.says('guide'),
      ada.thread.says('a loom'),
      ada.thread.says('no'),
    );
    for (const line of [
      /Here is the guide/,
      /working on/,
      /Good luck with a loom/,
      /One short tip/,
      /No problem at all/,
    ])
      await ada.hears(line);
    await ada.hearsNothing();
    await ben.hears('Here is the guide');
    await ben.hears('What are you working on?');
    await ben.hearsNothing();
    expect(await ada.ledger()).toMatchObject([{ change: 'refused', words: 'no' }]);
  });
});
