import { describe, expect } from 'vitest';
import { Follower } from './stage/follower.js';
import type { Stage } from './stage/stage.js';
import { flowFile, studioFiles } from './stage/studio-files.js';
import { it } from './stage/with-stage.js';

const otherQuestion = `
  - ask: Which colour?
    save: colour
    within: 2h
    otherwise: end
  - say: Painted {{answer.colour}}.
  - outcome: painted
`;

async function edit(stage: Stage): Promise<void> {
  stage.files = studioFiles({ 'question.yaml': flowFile('question', otherQuestion) });
  await stage.reload();
}

describe('a run', () => {
  it('ends as it began, though its flow was edited meanwhile; the next one begins with the edit', async ({
    stage,
  }) => {
    const ada = new Follower(stage);
    await ada.says('question');
    await edit(stage);
    await ada.says('blue');
    await ada.says('question');
    await ada.says('red');
    expect(ada.heard).toEqual(['Which one?', 'blue, then.', 'Which colour?', 'Painted red.']);
  });

  it('ends as it began in another process, which never read the old files', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('question');
    await stage.kill();
    stage.files = studioFiles({ 'question.yaml': flowFile('question', otherQuestion) });
    await stage.start();
    await ada.says('blue');
    expect(ada.heard).toEqual(['Which one?', 'blue, then.']);
  });

  it('of a flow that was deleted ends as it began', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('question');
    await stage.kill();
    stage.files = studioFiles().filter(({ path }) => path !== 'question.yaml');
    await stage.start();
    await ada.says('blue');
    expect(ada.heard).toEqual(['Which one?', 'blue, then.']);
    await ada.says('question');
    expect(ada.heard.at(-1)).toContain('Sorry, I did not get that.');
  });

  it('goes on while the files are broken', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('question');
    stage.files = studioFiles({ 'question.yaml': 'flow: question\nsteps: nonsense\n' });
    await stage.reload();
    expect((await stage.engine.readiness()).rejectedReload).toMatch(/question\.yaml/);
    await ada.says('blue');
    await ada.says('link');
    expect(ada.heard).toEqual(['Which one?', 'blue, then.', 'Here it is.']);
  });
});

describe('readiness', () => {
  it('is given while the store can be written and flows are served', async ({ stage }) => {
    expect(await stage.time.passUntil(stage.engine.readiness())).toEqual({
      ready: true,
      store: 'ok',
      flows: 'ok',
      stoppedAccounts: [],
      pausedAccounts: [],
      budgets: [],
      accountNotices: [],
      tokenTroubles: [],
      catchingUp: [],
      rejectedReload: null,
      unaskableLookups: [],
    });
  });

  it('is not, when the store cannot be written', async ({ stage }) => {
    await stage.store.close();
    expect(await stage.engine.readiness()).toMatchObject({ ready: false, store: 'unavailable' });
  });

  it('is not, when no flow is served', async ({ stage }) => {
    stage.workspaces.swap({ workspaces: new Map(), accounts: [], unaskableLookups: [] });
    expect(await stage.time.passUntil(stage.engine.readiness())).toMatchObject({
      ready: false,
      flows: 'missing',
    });
  });
});
