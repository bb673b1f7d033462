import { describe, expect, it } from 'vitest';
import { sharedStage } from './driver/stage.js';

const stage = sharedStage();

describe.each(['instagram', 'messenger'] as const)('an answer typed in another app, on %s', (channel) => {
  it('cancels what the bot had still to say, and silences it', async () => {
    const ada = stage().follower(channel);
    const answerAtOnce = stage().meta.failWhile(
      ({ method, contactId }) => method === 'POST' && contactId === ada.id,
      { kind: 'slow', ms: 500 },
    );
    await ada.says('guide');
    await ada.hears('Here is the guide');
    await ada.does(ada.thread.personElsewhereSays('Hello, this is Jon in person'));
    answerAtOnce();
    await expect.poll(() => ada.states()).toEqual(['sent', 'cancelled']);
    await ada.says('guide');
    await ada.hearsNothing();
    expect(await ada.conversation()).toMatchObject({ owner: 'other', state: 'with_person', run: null });
    expect((await ada.story()).map(({ text }) => text)).toContain('Hello, this is Jon in person');
  });
});

describe('the echo of our own message', () => {
  it('takes nothing over', async () => {
    const ada = stage().follower();
    await ada.says('guide');
    await ada.does(ada.thread.echoOf(await ada.hears('Here is the guide')));
    await ada.does(ada.thread.echoOf(await ada.hears('What are you working on?')));
    await ada.says('a garden');
    await ada.hears('Good luck with a garden!');
    expect((await ada.conversation()).owner).toBe('bot');
  });
});

describe('a thread that another app owns', () => {
  it('is only watched, and STOP is obeyed there without a word', async () => {
    const ada = stage().follower('messenger');
    const { account, thread } = ada;
    const watched = { id: account.id, time: Date.now(), standby: [thread.says('STOP')] };
    expect((await stage().deliver({ object: account.object, entry: [watched] })).status).toBe(200);
    expect((await ada.contact()).consent.stopped_at).not.toBeNull();
    await ada.says('guide');
    await ada.hearsNothing();
  });
});
