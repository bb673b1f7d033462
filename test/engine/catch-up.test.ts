import { describe, expect, it, onTestFinished } from 'vitest';
import type { ParsedUpdate } from '../../src/channels/channel.js';
import { Follower } from './stage/follower.js';
import { Stage } from './stage/stage.js';
import { studioFiles } from './stage/studio-files.js';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

type Pages = readonly (readonly ParsedUpdate[])[];

/** A studio whose platforms can be asked for what was missed; `missed` is what Instagram has then. */
async function openStage(missed: () => Pages): Promise<Stage> {
  const stage = await Stage.open({ files: studioFiles() });
  onTestFinished(() => stage.close());
  stage.platform.missed = async function* ({ account }) {
    if (account.accountId === '1001') yield* missed();
  };
  // From now on it can be asked.
  await stage.stop();
  await stage.start();
  await stage.time.settle();
  return stage;
}

async function beDeafFor(stage: Stage, duration: number): Promise<void> {
  await stage.stop();
  await stage.time.pass(duration);
  await stage.start();
  await stage.time.settle();
}

describe('what was said in a down-time', () => {
  it('is fetched from shortly before it began, and answered once', async () => {
    const pages: ParsedUpdate[] = [];
    const stage = await openStage(() => [pages]);
    const ada = new Follower(stage);
    await ada.says('question');
    const stoppedAt = stage.time.now();
    pages.push(ada.update(ada.message('This one.')));
    await beDeafFor(stage, hour);

    const gap = stage.platform.gaps.find(({ account }) => account.accountId === '1001');
    expect(gap).toMatchObject({ since: stoppedAt - 5 * minute, now: stoppedAt + hour });
    expect(gap?.account.token).toBe('value of IG_TOKEN');
    expect(ada.heard).toEqual(['Which one?', 'This one., then.']);

    await stage.engine.receive(pages);
    await stage.time.settle();
    expect(ada.heard).toHaveLength(2);
  });

  it('is taken in with STOP before all else, whoever said what before', async () => {
    const pages: Pages = [[], []].map(() => [] as ParsedUpdate[]);
    const stage = await openStage(() => pages);
    const [ada, ben] = [new Follower(stage), new Follower(stage)];
    const [first, last] = pages as ParsedUpdate[][];
    first?.push(ben.update(ben.message('link')), ada.update(ada.message('link')));
    last?.push(ada.update(ada.message('stop please')));
    await beDeafFor(stage, hour);

    expect(ada.heard).toEqual([expect.stringContaining('You are unsubscribed')]);
    expect(ben.heard).toEqual(['Here it is.']);
  });

  it('is not asked for where the down-time was too short to miss anything', async () => {
    const stage = await openStage(() => []);
    await beDeafFor(stage, minute);
    expect(stage.platform.gaps).toEqual([]);
  });

  it('is asked for a day back at most', async () => {
    const stage = await openStage(() => []);
    await beDeafFor(stage, 72 * hour);
    const [gap] = stage.platform.gaps;
    expect((gap?.now ?? 0) - (gap?.since ?? 0)).toBe(24 * hour);
  });

  it('is asked for again where the platform has trouble, and what was told until then counts', async () => {
    const ada = { updates: [] as ParsedUpdate[] };
    let asked = 0;
    const stage = await openStage(() => []);
    stage.platform.missed = async function* ({ account }) {
      if (account.accountId !== '1001') return;
      asked += 1;
      yield ada.updates;
      if (asked < 3) throw new Error('The platform has trouble.');
    };
    const follower = new Follower(stage);
    ada.updates.push(follower.update(follower.message('link')));
    await beDeafFor(stage, hour);
    expect([asked, follower.heard]).toEqual([1, ['Here it is.']]);
    await stage.time.pass(2 * minute);
    expect([asked, follower.heard]).toEqual([3, ['Here it is.']]);
  });

  it('is shown while it is fetched, and holds up nothing that arrives', async () => {
    const stage = await openStage(() => []);
    stage.platform.missed = async function* ({ account }) {
      if (account.accountId !== '1001') return;
      yield [ben.update(ben.message('link'))];
      await new Promise((resolve) => setTimeout(resolve, 10 * second));
    };
    const [ada, ben] = [new Follower(stage), new Follower(stage)];
    await beDeafFor(stage, hour);
    await ada.says('link');
    expect(ada.heard).toEqual(['Here it is.']);
    expect((await stage.engine.readiness()).catchingUp).toEqual([
      { account: 'main/studio_ig', since: expect.any(Number), found: 1, taken: 0 },
    ]);
    await stage.time.pass(11 * second);
    expect(ben.heard).toEqual(['Here it is.']);
    expect((await stage.engine.readiness()).catchingUp).toEqual([]);
  });

  it('is still missed by the next process where this one ends before it has fetched it', async () => {
    const stage = await openStage(() => []);
    stage.platform.missed = async function* () {
      yield [];
      await new Promise((resolve) => setTimeout(resolve, hour));
    };
    await beDeafFor(stage, hour);
    const [first] = stage.platform.gaps;
    await new Follower(stage).says('link');
    await stage.kill();
    await stage.start();
    await stage.time.settle();
    expect(stage.platform.gaps.at(-1)?.since).toBe(first?.since);
  });
});

describe('up to when an account was listened to', () => {
  const heardUntil = async (stage: Stage): Promise<number | null | undefined> =>
    (await stage.store.readAccountState('main', 'studio_ig'))?.heardUntil;

  it('is noted while deliveries arrive, once a minute at most', async () => {
    const stage = await openStage(() => []);
    const began = stage.time.now();
    const ada = new Follower(stage);
    await stage.time.pass(30 * second);
    await ada.says('link');
    expect(await heardUntil(stage)).toBe(began);
    await stage.time.pass(31 * second);
    await ada.says('link');
    expect(await heardUntil(stage)).toBe(began + 61 * second);
  });

  it('is noted at a stop', async () => {
    const stage = await openStage(() => []);
    await stage.time.pass(hour);
    const stoppedAt = stage.time.now();
    await beDeafFor(stage, hour);
    expect(stage.platform.gaps[0]?.since).toBe(stoppedAt - 5 * minute);
  });
});
