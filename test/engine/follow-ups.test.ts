import { describe, expect } from 'vitest';
import { test as base } from 'vitest';
import { Follower } from './stage/follower.js';
import { Stage } from './stage/stage.js';
import { studioFiles } from './stage/studio-files.js';

const minute = 60_000;
const hour = 60 * minute;

const laterFile = `flow: later
title: later
start:
  - after: { outcome: told, wait: 4h, unless: given }
steps:
  - say: Did it help?
  - outcome: asked
`;

const it = base.extend<{ readonly stage: Stage }>({
  stage: async ({}, use) => {
    const stage = await Stage.open({ files: studioFiles({ 'later.yaml': laterFile }) });
    await use(stage);
    await stage.close();
  },
});

const series = ['First.', 'Second.', 'Third.'];

describe('a flow that follows an outcome', () => {
  it('comes when its time has come, to the minute, and once', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('series');
    await stage.time.pass(4 * hour - minute);
    expect(ada.heard).toEqual(series);
    await stage.time.pass(minute);
    expect(ada.heard).toEqual([...series, 'Did it help?']);
    await stage.time.pass(10 * hour);
    expect(ada.heard).toHaveLength(4);
  });

  it('that was due while no server ran comes at the next start', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('series');
    await stage.kill();
    await stage.time.pass(5 * hour);
    await stage.start();
    expect(ada.heard).toEqual([...series, 'Did it help?']);
  });

  it('waits anew when the outcome is reached again', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('series');
    await stage.time.pass(3 * hour);
    await ada.says('series');
    await stage.time.pass(4 * hour - minute);
    expect(ada.heard).toEqual([...series, ...series]);
    await stage.time.pass(minute);
    expect(ada.heard).toEqual([...series, ...series, 'Did it help?']);
  });

  it('is called off by the outcome that makes it superfluous, and leaves no timer', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('series');
    await ada.says('link');
    await stage.time.pass(5 * hour);
    expect(ada.heard).toEqual([...series, 'Here it is.']);
    expect((await ada.conversation()).followUps).toEqual([]);
  });

  it('never comes after STOP, not even after START', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('series');
    await ada.says('stop');
    await ada.says('start');
    const heard = ada.heard.length;
    await stage.time.pass(30 * hour);
    expect(ada.heard).toHaveLength(heard);
  });

  it('does not talk into another flow: it comes an hour later', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('series');
    await stage.time.pass(3 * hour);
    await ada.says('question');
    await stage.time.pass(hour);
    expect(ada.heard).toEqual([...series, 'Which one?']);
    await ada.says('the blue one');
    await stage.time.pass(hour - minute);
    expect(ada.heard.at(-1)).toBe('the blue one, then.');
    await stage.time.pass(minute);
    expect(ada.heard.at(-1)).toBe('Did it help?');
  });
});
