import { describe, expect } from 'vitest';
import { writeUntilRefused } from './driver/crowd.js';
import type { Follower } from './driver/follower.js';
import { it, type Stage } from './driver/stage.js';

/** Lets sends to a follower be refused for now; the returned function lets them pass again. */
function refuseSends(stage: Stage, follower: Follower): () => void {
  return stage.meta.failWhile(({ method, contactId }) => method === 'POST' && contactId === follower.id, {
    kind: 'error',
    code: 5_000,
    transient: true,
  });
}

describe('a server that is killed', () => {
  it('in the middle of a question goes on from there: nothing lost, nothing repeated', async ({
    openStage,
  }) => {
    const stage = await openStage();
    const ada = stage.follower();
    await ada.says('guide');
    await ada.hears('Here is the guide');
    await ada.hears('What are you working on?');
    await expect.poll(() => ada.states()).toEqual(['sent', 'sent']);

    await stage.killAndRestart();
    await ada.hearsNothing();
    await ada.says('a lighthouse');
    await ada.hears('Good luck with a lighthouse!');
    await ada.hears('One short tip a week');
    await expect.poll(() => ada.states()).toEqual(['sent', 'sent', 'sent', 'sent']);
    await stage.killAndRestart();
    await ada.says('yes please');
    await ada.hears('Lovely');
    await ada.hearsNothing();
    expect(await ada.outcomes()).toEqual(['delivered']);
    expect((await ada.ledger()).map(({ change }) => change)).toEqual(['granted']);
  });

  it('with messages that were acknowledged and not yet sent, sends them after its restart', async ({
    openStage,
  }) => {
    const stage = await openStage();
    const ada = stage.follower();
    const acceptSends = refuseSends(stage, ada);
    await ada.says('guide');
    await stage.meta.waitForSends(1, { to: ada.id });
    await expect.poll(async () => (await ada.states())[0]).toBe('queued');
    await stage.server.kill();
    acceptSends();
    await stage.start();
    await ada.hears('Here is the guide');
    await ada.hears('What are you working on?');
    await ada.hearsNothing();
  });

  it('while it waited for a profile asks again, and greets by name', async ({ openStage }) => {
    const stage = await openStage();
    const ada = stage.follower();
    const profileOf = ({ path }: { readonly path: string }): boolean => path.includes(ada.id);
    const answer = stage.meta.failWhile(({ method }) => method === 'GET', {
      kind: 'silence',
      delivered: false,
    });
    await ada.says('guide');
    await expect.poll(() => stage.meta.requests.filter(profileOf)).toHaveLength(1);
    await stage.server.kill();
    answer();
    await stage.start();
    await ada.hears(`Hi ${ada.firstName}!`);
    await ada.hears('What are you working on?');
    await ada.hearsNothing();
  });
});

describe('a server that is killed under load', () => {
  it('has lost nothing that it acknowledged, and repeats nothing that may have arrived', async ({
    openStage,
  }) => {
    const stage = await openStage();
    const load = writeUntilRefused(stage, 'guide');
    await stage.meta.waitForSends(60);
    await stage.server.kill();
    const acknowledged = await load;
    expect(acknowledged.length).toBeGreaterThan(30);

    await stage.start();
    for (const follower of acknowledged) {
      expect((await follower.story())[0]).toMatchObject({ direction: 'in', text: 'guide' });
      const states = await follower.states();
      if (states.includes('unknown')) continue;
      await follower.hears('Here is the guide');
      await follower.hears('What are you working on?');
      await follower.hearsNothing();
    }
    const arrived = stage.meta.delivered().map(({ contactId, text }) => `${contactId} ${text}`);
    expect(new Set(arrived).size).toBe(arrived.length);
  }, 60_000);
});

describe('a server that is killed while the platform has not answered a send', () => {
  it('says that the message is unknown, does not repeat it, and learns from the echo that it arrived', async ({
    openStage,
  }) => {
    const stage = await openStage();
    const ada = stage.follower();
    const holdOpen = stage.meta.failWhile(
      ({ method, contactId }) => method === 'POST' && contactId === ada.id,
      { kind: 'silence', delivered: true },
    );
    await ada.says('guide');
    const greeting = await ada.hears('Here is the guide');
    await stage.server.kill();
    holdOpen();
    await stage.start();
    expect(await ada.states()).toEqual(['unknown', 'queued']);
    expect((await stage.figures()).get('heyword_backlog{of="unknown_messages"}')).toBe(1);

    await ada.does(ada.thread.echoOf(greeting));
    await ada.hears('What are you working on?');
    await expect.poll(() => ada.states()).toEqual(['sent', 'sent']);
    await ada.hearsNothing();
    expect(await ada.conversation()).toMatchObject({ owner: 'bot', state: 'in_flow' });
  });
});
