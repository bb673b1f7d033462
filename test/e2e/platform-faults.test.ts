import { describe } from 'vitest';
import type { Fault } from '../platforms/fault.js';
import { isSend } from '../platforms/fault-plan.js';
import type { Follower } from './driver/follower.js';
import { it, type Stage } from './driver/stage.js';

/** Lets the next sends to a follower end so; how many, or all of them until the returned function is called. */
function failSends(stage: Stage, { id }: Follower, fault: Fault, times = Infinity): () => void {
  let left = times;
  return stage.meta.failWhile((target) => {
    if (!isSend(target) || target.contactId !== id || left === 0) return false;
    left -= 1;
    return true;
  }, fault);
}

describe('a platform in trouble', () => {
  it.concurrent(
    'that fails twice gets the message again, once, and before the next one',
    async ({ openStage, expect }) => {
      const stage = await openStage();
      const ada = stage.follower();
      failSends(stage, ada, { kind: 'error', status: 500, code: 2, transient: true }, 2);
      await ada.says('guide');
      await ada.hears('Here is the guide');
      await ada.hears('What are you working on?');
      const posted = stage.meta
        .sends(ada.id)
        .map(({ text, delivered }) => [text.split(/[!?]/)[0], delivered]);
      const greeting = `Hi ${ada.firstName}`;
      expect(posted).toEqual([
        [greeting, false],
        [greeting, false],
        [greeting, true],
        ['What are you working on', true],
      ]);
      await ada.hearsNothing();
    },
  );

  it.concurrent('that asks for a pause gets it', async ({ openStage, expect }) => {
    const stage = await openStage();
    const ada = stage.follower();
    failSends(stage, ada, { kind: 'error', code: 613, headers: { 'retry-after': '3' } }, 1);
    await ada.says('guide');
    await ada.hears('Here is the guide');
    const [throttled, repeated] = stage.meta.sends(ada.id);
    expect(repeated!.at - throttled!.at).toBeGreaterThanOrEqual(2_990);
    await ada.hears('What are you working on?');
  });

  it.concurrent(
    'that no longer takes our token stops that account, which is named, and no other',
    async ({ openStage, expect }) => {
      const stage = await openStage();
      const [ada, ben] = [stage.follower('instagram'), stage.follower('messenger')];
      failSends(stage, ada, { kind: 'error', status: 401, code: 190 });
      const mark = stage.server.output.mark;
      await ada.says('guide');
      await stage.server.output.waitFor(/the account is stopped/, { from: mark });
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
    },
  );

  it.concurrent(
    'that takes a message and is silent leaves it unknown until its echo comes',
    async ({ openStage, expect }) => {
      const stage = await openStage();
      const ada = stage.follower();
      const answer = failSends(stage, ada, { kind: 'silence', delivered: true });
      await ada.says('guide');
      const greeting = await ada.hears('Here is the guide');
      await stage.server.output.waitFor(/may have arrived/, { within: 15_000 });
      expect(await ada.states()).toEqual(['unknown', 'queued']);
      answer();
      await ada.does(ada.thread.echoOf(greeting));
      await ada.hears('What are you working on?');
      await ada.hearsNothing();
    },
    40_000,
  );

  it.concurrent(
    'that breaks off lets the next message go after half a minute, and the lost one never again',
    async ({ openStage, expect }) => {
      const stage = await openStage();
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
    },
    60_000,
  );

  it.concurrent(
    'that reports the contact gone ends the run without a person',
    async ({ openStage, expect }) => {
      const stage = await openStage();
      const ada = stage.follower();
      failSends(stage, ada, { kind: 'error', code: 551, subcode: 1545041 });
      await ada.says('guide');
      await expect.poll(() => ada.states()).toEqual(['failed', 'cancelled']);
      expect(await ada.conversation()).toMatchObject({ run: null, handoff: null });
    },
  );
});
