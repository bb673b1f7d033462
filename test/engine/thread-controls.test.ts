import { describe, expect } from 'vitest';
import { Follower } from './stage/follower.js';
import { phoneFiles } from './stage/phone-files.js';
import type { Stage } from './stage/stage.js';
import { it, withFiles } from './stage/with-stage.js';

const mia = { name: 'Mia', id: null };
const toTheBot = { flow: null, step: null };

/** Somebody whose chat Mia has. */
async function takenOver(stage: Stage): Promise<Follower> {
  const ada = new Follower(stage, 'studio_page');
  await ada.says('link');
  await stage.time.passUntil(stage.engine.takeOver(await ada.conversationId(), mia));
  await stage.time.settle();
  return ada;
}

const turnsOf = ({ platform }: Stage): readonly string[] => platform.threadTurns.map(({ asks }) => asks);

describe('the thread of a chat', () => {
  it('is asked for when a person takes over, and given away when they hand back', async ({ stage }) => {
    const ada = await takenOver(stage);
    const whose = { channel: 'messenger', contactId: ada.id };
    expect(stage.platform.threadTurns).toEqual([{ asks: 'take', ...whose }]);
    await stage.time.passUntil(stage.engine.handBack(await ada.conversationId(), mia, toTheBot));
    await stage.time.settle();
    expect(stage.platform.threadTurns).toEqual([
      { asks: 'take', ...whose },
      { asks: 'release', ...whose },
    ]);
  });

  it('is given away when the handoff is resolved', async ({ stage }) => {
    const ada = await takenOver(stage);
    const resolution = { outcome: null, asksForRating: false };
    await stage.time.passUntil(stage.engine.resolve(await ada.conversationId(), mia, resolution));
    await stage.time.settle();
    expect(turnsOf(stage)).toEqual(['take', 'release']);
  });

  it('is asked for by the first answer alone, which takes the chat over', async ({ stage }) => {
    const ada = new Follower(stage, 'studio_page');
    await ada.says('link');
    const id = await ada.conversationId();
    for (const request of ['one', 'two']) {
      await stage.time.passUntil(stage.engine.reply(id, mia, { text: 'Hello.' }, request));
      await stage.time.settle();
    }
    expect(turnsOf(stage)).toEqual(['take']);
  });

  it('is left where it is by a deed that is refused', async ({ stage }) => {
    const ada = new Follower(stage, 'studio_page');
    await ada.says('STOP');
    const id = await ada.conversationId();
    const results = [
      stage.engine.reply(id, mia, { text: 'Why?' }, 'r'),
      stage.engine.handBack(id, mia, { flow: 'nowhere', step: null }),
      stage.engine.resolve(id, mia, { outcome: null, asksForRating: false }),
    ];
    for (const result of await stage.time.passUntil(Promise.all(results))) expect(result.ok).toBe(false);
    await stage.time.settle();
    expect(stage.platform.threadTurns).toEqual([]);
  });

  withFiles(phoneFiles())('is nobody’s to ask for on a channel that knows none', async ({ stage }) => {
    const ada = new Follower(stage, 'studio_phone');
    await ada.says('hello');
    const id = await ada.conversationId();
    for (const deed of [stage.engine.takeOver(id, mia), stage.engine.handBack(id, mia, toTheBot)])
      expect(await stage.time.passUntil(deed)).toMatchObject({ ok: true });
    await stage.time.settle();
    expect(stage.platform.threadTurns).toEqual([]);
  });
});

describe('a platform that', () => {
  for (const answer of ['refuses', 'breaks'] as const)
    it(`${answer} when it is asked for a thread keeps nobody from the chat, and the log tells`, async ({
      stage,
    }) => {
      stage.platform.threads = answer;
      const ada = await takenOver(stage);
      expect((await ada.conversation()).ownership.owner).toBe('human');
      const handedBack = stage.engine.handBack(await ada.conversationId(), mia, toTheBot);
      expect(await stage.time.passUntil(handedBack)).toMatchObject({ ok: true });
      await stage.time.settle();
      expect((await ada.conversation()).ownership.owner).toBe('bot');
      expect(turnsOf(stage)).toEqual(['take', 'release']);
      const told = stage.logged.filter(({ message }) => message === 'a thread could not be given or taken');
      expect(told.map(({ level }) => level)).toEqual(['debug', 'debug']);
    });
});
