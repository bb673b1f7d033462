import { describe } from 'vitest';
import type { Fault } from '../platforms/fault.js';
import { isSend } from '../platforms/fault-plan.js';
import type { Follower } from './driver/follower.js';
import { it, sharedStage, type Stage } from './driver/stage.js';

/** Lets the next sends to a follower end so; how many, or all of them until the returned function is called. */
function failSends(stage: Stage, { id }: Follower, fault: Fault, times = Infinity): () => void {
  let left = times;
  return stage.meta.failWhile((target) => {
    if (!isSend(target) || target.contactId !== id || left === 0) return false;
    left -= 1;
    return true;
  }, fault);
}

const pause = { 'retry-after': '5' };

const shared = sharedStage();

// At the same time, since most of it is waiting. What concerns a whole account has a server of its own.
describe.concurrent('a platform in trouble', () => {
  it('that fails twice gets the message again, once, and before the next one', async ({ expect }) => {
    const stage = shared();
    const ada = stage.follower();
    failSends(stage, ada, { kind: 'error', status: 500, code: 2, transient: true }, 2);
    await ada.says('guide');
    await ada.hears('Here is the guide');
    await ada.hears('What are you working on?');
    const posted = stage.meta.sends(ada.id);
    const greeting = `Hi ${ada.firstName}`;
    expect(posted.map(({ text, delivered }) => [text.split(/[!?]/)[0], delivered])).toEqual([
      [greeting, false],
      [greeting, false],
      [greeting, true],
      ['What are you working on', true],
    ]);
    await ada.hearsNothing();
  });

  it('that asks for a pause gets it, for everybody on that account', async ({ openStage, expect }) => {
    const stage = await openStage();
    const [ada, ben, cleo] = [stage.follower(), stage.follower(), stage.follower('messenger')];
    failSends(stage, ada, { kind: 'error', code: 613, headers: pause }, 1);
    await ada.says('guide');
    const [throttled] = await stage.meta.waitForSends(1, { to: ada.id });
    await expect.poll(async () => (await ada.states())[0]).toBe('queued');
    await ben.says('guide');
    await cleo.says('guide');
    expect((await cleo.hears('Here is the guide')).at - throttled!.at).toBeLessThan(4_900);
    for (const follower of [ada, ben])
      expect((await follower.hears('Here is the guide')).at - throttled!.at).toBeGreaterThanOrEqual(4_990);
    await ada.hears('What are you working on?');
  });

  it('that asks for a pause with one contact gets it there alone', async ({ expect }) => {
    const stage = shared();
    const [ada, ben] = [stage.follower(), stage.follower()];
    failSends(stage, ada, { kind: 'error', code: 613, subcode: 1893016, headers: pause }, 1);
    await ada.says('guide');
    const [throttled] = await stage.meta.waitForSends(1, { to: ada.id });
    await ben.says('guide');
    expect((await ben.hears('Here is the guide')).at - throttled!.at).toBeLessThan(4_900);
    expect((await ada.hears('Here is the guide')).at - throttled!.at).toBeGreaterThanOrEqual(4_990);
  });

  it('that no longer takes our token stops that account, which is named, and no other', async ({
    openStage,
    expect,
  }) => {
    const stage = await openStage();
    const [ada, ben] = [stage.follower('instagram'), stage.follower('messenger')];
    failSends(stage, ada, { kind: 'error', status: 401, code: 190 });
    await ada.says('guide');
    await stage.server.output.waitFor(/the account is stopped/);
    const readiness = (await (await stage.get('/readyz')).json()) as {
      stopped_accounts: readonly { account: string; reason: string }[];
    };
    expect(readiness.stopped_accounts).toEqual([
      {
        account: expect.stringContaining('studio_ig') as string,
        reason: expect.stringContaining('token') as string,
      },
    ]);
    await ben.says('guide');
    await ben.hears('Here is the guide');
    expect(await ada.states()).toEqual(['queued', 'queued']);
    expect(stage.meta.sends(ada.id)).toHaveLength(1);
  });

  it('that takes a message and is silent leaves it unknown until its echo comes', async ({ expect }) => {
    const stage = shared();
    const ada = stage.follower();
    const answer = failSends(stage, ada, { kind: 'silence', delivered: true });
    await ada.says('guide');
    const greeting = await ada.hears('Here is the guide');
    await expect.poll(() => ada.states(), { timeout: 15_000, interval: 250 }).toEqual(['unknown', 'queued']);
    answer();
    await ada.does(ada.thread.echoOf(greeting));
    await ada.hears('What are you working on?', { within: 5_000 });
    await ada.hearsNothing();
  }, 40_000);

  it('that breaks off lets the next message go after half a minute, and the lost one never again', async ({
    expect,
  }) => {
    const stage = shared();
    const ada = stage.follower();
    failSends(stage, ada, { kind: 'reset', after: 'body', delivered: true }, 1);
    await ada.says('guide');
    const greeting = await ada.hears('Here is the guide');
    const question = await ada.hears('What are you working on?', { within: 45_000 });
    expect(question.at - greeting.at).toBeGreaterThanOrEqual(29_000);
    await expect.poll(() => ada.states()).toEqual(['unknown', 'sent']);
    await ada.says('a bridge');
    await ada.hears('Good luck with a bridge!');
    await ada.hears('One short tip a week');
    await ada.hearsNothing();
  }, 60_000);

  it('that reports the contact gone ends the run without a person', async ({ expect }) => {
    const stage = shared();
    const ada = stage.follower();
    failSends(stage, ada, { kind: 'error', code: 551, subcode: 1545041 });
    await ada.says('guide');
    await expect.poll(() => ada.states()).toEqual(['failed', 'cancelled']);
    expect(await ada.conversation()).toMatchObject({ run: null, handoff: null });
  });
});
