import { describe, expect } from 'vitest';
import { heyword } from './driver/command.js';
import { it } from './driver/stage.js';
import { findTraces } from './driver/traces.js';

describe('npx heyword, beside the running server', () => {
  it('verifies the ledger', async ({ openStage }) => {
    const stage = await openStage();
    const ada = stage.follower();
    await ada.says('STOP');
    await ada.hears('You are unsubscribed');
    await ada.says('START');
    await ada.hears('Welcome back');
    const { code, stdout } = await heyword(stage.env, 'consent', 'verify');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/1 contacts?, 2 entries/)]);
  });

  // Four commands, each a process of its own.
  it(
    'erases a contact from all that is kept, and remembers only that they said STOP',
    { timeout: 90_000 },
    async ({ openStage }) => {
      const stage = await openStage();
      const [ada, ben] = [stage.follower(), stage.follower()];
      for (const follower of [ada, ben]) {
        await follower.says('guide');
        await follower.hears(`Hi ${follower.firstName}!`);
        await follower.hears('What are you working on?');
        await follower.says(`a shrine for ${follower.firstName}`);
        await follower.hears(`Good luck with a shrine for ${follower.firstName}`);
        await follower.hears('One short tip a week');
        await follower.says('yes please');
        await follower.hears('Lovely');
      }
      await ada.says('STOP');
      await ada.hears('You are unsubscribed');
      await expect.poll(async () => (await ada.states()).at(-1)).toBe('sent');
      const traces = [ada.id, ada.firstName];
      expect(await findTraces(stage, traces)).not.toEqual([]);

      const reference = `${ada.account.name}/${ada.id}`;
      expect((await heyword(stage.env, 'contact', 'erase', reference)).code).toBe(2);
      const { code, stdout } = await heyword(stage.env, 'contact', 'erase', reference, '--yes');
      expect([code, stdout]).toEqual([0, expect.stringContaining('Erased')]);
      expect(await findTraces(stage, traces)).toEqual([]);
      await expect(ada.contact()).rejects.toThrow('404');
      expect((await heyword(stage.env, 'consent', 'verify')).code).toBe(0);
      expect((await ben.contact()).name).toContain(ben.firstName);

      const before = stage.meta.sends(ada.id).length;
      await ada.says('guide');
      expect((await ada.contact()).consent.stopped_at).not.toBeNull();
      expect((await ada.states()).length).toBe(0);
      expect(stage.meta.sends(ada.id)).toHaveLength(before);
    },
  );
});
