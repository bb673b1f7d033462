import { describe, expect } from 'vitest';
import { Follower } from './stage/follower.js';
import type { Stage } from './stage/stage.js';
import { studioFiles } from './stage/studio-files.js';
import { it } from './stage/with-stage.js';

function listen(stage: Stage): { readonly heard: (string | null)[]; readonly leave: () => void } {
  const heard: (string | null)[] = [];
  const leave = stage.engine.onStoryChanged(({ conversationId }) => heard.push(conversationId));
  return { heard, leave };
}

describe('a delivery', () => {
  it('is counted by what became of its events', async ({ stage }) => {
    stage.platform.profiles = { firstName: 'Ada', after: 1_000 };
    const [ada, ben] = [new Follower(stage), new Follower(stage)];
    const hello = ada.update(ada.message('hello'));
    const stranger = { ...ben.update(ben.message('hello')), accountId: '9999' };
    const greeting = ben.update(ben.message('greeting'));
    const report = await stage.engine.receive([hello, hello, stranger, greeting]);
    expect(report).toEqual({ handled: 1, duplicates: 1, deferred: 1, poison: 0, strangers: 1 });
  });

  it('for nobody we know is no work at all', async ({ stage }) => {
    const ada = new Follower(stage);
    const stranger = { ...ada.update(ada.message('hello')), accountId: '9999' };
    const report = await stage.engine.receive([stranger]);
    expect(report).toEqual({ handled: 0, duplicates: 0, deferred: 0, poison: 0, strangers: 1 });
    expect(await stage.store.findConversation('studio_ig', ada.id)).toBeNull();
  });

  it('is known again after a restart', async ({ stage }) => {
    const ada = new Follower(stage);
    const update = ada.update(ada.message('link'));
    await stage.engine.receive([update]);
    await stage.stop();
    await stage.start();
    expect(await stage.engine.receive([update])).toMatchObject({ handled: 0, duplicates: 1 });
    await stage.time.settle();
    expect(ada.heard).toEqual(['Here it is.']);
  });

  it('that cannot be committed is not acknowledged', async ({ stage }) => {
    const ada = new Follower(stage);
    const update = ada.update(ada.message('link'));
    await stage.store.close();
    await expect(stage.engine.receive([update])).rejects.toMatchObject({ code: 'store_unavailable' });
    expect(ada.sends).toEqual([]);
  });

  it('for an account of the same id on another channel is a stranger’s', async ({ stage }) => {
    const ada = new Follower(stage);
    const update = { ...ada.update(ada.message('link')), channel: 'messenger' } as const;
    expect(await stage.engine.receive([update])).toMatchObject({ strangers: 1 });
  });
});

describe('who watches a story', () => {
  it('hears of each change, and of none that a repetition would have been', async ({ stage }) => {
    const ada = new Follower(stage);
    const watch = listen(stage);
    const update = ada.update(ada.message('link'));
    await stage.engine.receive([update]);
    await stage.time.settle();
    const id = await ada.conversationId();
    expect(watch.heard.length).toBeGreaterThanOrEqual(2);
    expect(new Set(watch.heard)).toEqual(new Set([id]));

    const before = watch.heard.length;
    await stage.engine.receive([update]);
    expect(watch.heard).toHaveLength(before);
  });

  it('hears nothing more after leaving', async ({ stage }) => {
    const ada = new Follower(stage);
    const watch = listen(stage);
    watch.leave();
    await ada.says('link');
    expect(watch.heard).toEqual([]);
  });
});

describe('a decision that fails', () => {
  it('is kept and told, and blocks nothing that follows', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('hello');
    // The folder of the conversation's workspace is renamed under it.
    stage.workspaces.swap({ ...servedOf(stage), workspaces: new Map() });
    const report = await ada.does(ada.message('series'));
    expect(report).toMatchObject({ poison: 1 });
    const error = stage.logged.find(({ level }) => level === 'error');
    expect(error?.message).toBe('an event could not be decided; it is kept');
    expect(JSON.stringify(error?.facts)).not.toContain('series');

    await stage.reload();
    await ada.says('link');
    expect(ada.heard.at(-1)).toBe('Here it is.');
  });
});

/** The set that is served, as far as a test may replace it. */
function servedOf(stage: Stage) {
  const { workspaces } = stage;
  const accounts = ['1001', '1002'].flatMap(
    (id) => workspaces.accountByPlatformId(id === '1001' ? 'instagram' : 'messenger', id) ?? [],
  );
  return {
    workspaces: new Map(workspaces.all().map((one) => [one.name, one])),
    accounts,
    unaskableLookups: [],
  };
}

describe('the flows that are described', () => {
  it('name what they answer to', async ({ stage }) => {
    expect(stage.engine.describeFlows().find(({ name }) => name === 'series')).toMatchObject({
      workspace: 'main',
      brand: 'Studio Nord',
      title: 'series',
      keywords: ['series'],
      refs: [],
    });
  });

  it('are those that are served now', async ({ stage }) => {
    const text =
      'flow: news\ntitle: News\nstart:\n  - keyword: [news, latest]\n  - ref: n1\nsteps:\n  - say: None.\n  - outcome: told\n';
    stage.files = studioFiles({ 'news.yaml': text });
    await stage.reload();
    expect(stage.engine.describeFlows().find(({ name }) => name === 'news')).toMatchObject({
      keywords: ['news', 'latest'],
      refs: ['n1'],
    });
  });
});
