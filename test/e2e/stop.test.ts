import { describe, expect, it } from 'vitest';
import type { Follower } from './driver/follower.js';
import { sharedStage } from './driver/stage.js';

const stage = sharedStage();

async function inTheMiddle(): Promise<Follower> {
  const ada = stage().follower();
  await ada.says('guide');
  await ada.hears('Here is the guide');
  await ada.hears('What are you working on?');
  return ada;
}

const confirmations = { en: 'You are unsubscribed', de: 'Du bist abgemeldet' };

describe('STOP in the middle of a flow', () => {
  it('is confirmed once; then there is silence, also for a keyword, until START', async () => {
    const ada = await inTheMiddle();
    await ada.says('STOP');
    await ada.hears(confirmations.en);
    await ada.says('guide');
    await ada.hearsNothing();
    await ada.says('STOP');
    await ada.hearsNothing();
    expect(await ada.conversation()).toMatchObject({ state: 'stopped', run: null });

    await ada.says('START');
    await ada.hears('Welcome back');
    await ada.says('guide');
    await ada.hears('Here is the guide');
    const ledger = await ada.ledger();
    expect(ledger.map(({ change, purpose }) => `${change} ${purpose}`)).toEqual([
      'withdrawn all',
      'withdrawn all',
      'granted all',
    ]);
    expect(ledger.slice(1).map((line) => line.previous_hash)).toEqual(
      ledger.slice(0, -1).map(({ hash }) => hash),
    );
  });

  it.each([
    ['please stop messaging me', confirmations.en],
    ["Please don't write to me any more, thanks", confirmations.en],
    ['unsubscribe', confirmations.en],
    ['Stopp!', confirmations.de],
    ['Bitte schreibt mir nicht mehr', confirmations.de],
    ['Ich möchte keine Nachrichten mehr bekommen', confirmations.de],
    ['Abmelden 🙏', confirmations.de],
  ])('is heard in “%s”', async (wish, confirmation) => {
    const ada = await inTheMiddle();
    await ada.says(wish);
    await ada.hears(confirmation);
    await ada.says('guide');
    await ada.hearsNothing();
  });

  it('is not heard in an answer that only speaks of stopping', async () => {
    const ada = await inTheMiddle();
    await ada.says('a bus stop app');
    await ada.hears('Good luck with a bus stop app!');
    await ada.hears('One short tip a week');
    expect((await ada.contact()).consent.stopped_at).toBeNull();
  });

  it('lets nothing leave that was queued before it, but the confirmation', async () => {
    const ada = stage().follower();
    const answerLate = stage().meta.failWhile(({ contactId }) => contactId === ada.id, {
      kind: 'slow',
      ms: 500,
    });
    await ada.says('guide');
    await ada.hears('Here is the guide');
    await ada.says('stop');
    answerLate();
    await ada.hears(confirmations.en);
    await ada.hearsNothing();
    expect(await ada.states()).toContain('cancelled');
  });

  it('is heard at once while the greeting waits for the name, and the greeting never comes', async () => {
    const ada = stage().follower();
    const answer = stage().meta.failWhile(
      ({ method, accountId }) => method === 'GET' && accountId === ada.id,
      {
        kind: 'slow',
        ms: 800,
      },
    );
    await ada.says('guide');
    await ada.says('STOP');
    await ada.hears(confirmations.en);
    await expect.poll(async () => (await ada.contact()).name, { timeout: 5_000 }).toContain(ada.firstName);
    answer();
    await ada.hearsNothing();
    await ada.says('guide');
    await ada.hearsNothing();
  });
});

describe('a late START', () => {
  it('that was written before the STOP changes nothing', async () => {
    const ada = await inTheMiddle();
    const before = Date.now() - 60_000;
    await ada.says('STOP');
    await ada.hears(confirmations.en);
    await ada.says('START', { at: before });
    await ada.hearsNothing();
    await ada.says('guide');
    await ada.hearsNothing();
    expect((await ada.contact()).consent.stopped_at).not.toBeNull();
  });
});

describe('a message that comes six days late', () => {
  it('is kept in the story, and not answered', async () => {
    const ada = stage().follower();
    await ada.says('guide', { at: Date.now() - 6 * 24 * 3_600_000 });
    await ada.hearsNothing();
    expect((await ada.story()).map(({ text }) => text)).toEqual(['guide']);
    await ada.says('guide');
    await ada.hears('Here is the guide');
  });
});
