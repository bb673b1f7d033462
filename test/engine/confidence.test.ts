import { describe, expect, test } from 'vitest';
import { Follower } from './stage/follower.js';
import { Stage } from './stage/stage.js';
import { flowFile, studioFiles } from './stage/studio-files.js';

const files = studioFiles({
  'matter.yaml': flowFile(
    'matter',
    `
  - ask: What is it about?
    id: told
    save: told
    sensitive: yes
  - ask: How may we call you?
    id: name
    save: name
  - handoff: sales
    note: "{{answer.name}}: {{answer.told}}"
`,
  ),
});

const it = test.extend<{ readonly stage: Stage }>({
  stage: async ({}, use) => {
    const stage = await Stage.open({ files });
    await use(stage);
    await stage.close();
  },
});

const secret = 'Quendelweg 12, behind the mill';

async function confide(stage: Stage): Promise<Follower> {
  const ada = new Follower(stage);
  await ada.says('matter');
  await ada.says(secret);
  return ada;
}

describe('an answer that is told in confidence', () => {
  it('outlives a crash, and reaches the person who takes over, and no log', async ({ stage }) => {
    const ada = await confide(stage);
    await stage.kill();
    await stage.start();
    await ada.says('Ada');
    const id = await ada.conversationId();
    const { items } = await stage.store.listHandoffs({ state: 'open' }, { after: null, limit: 10 });
    expect(items.filter((one) => one.conversationId === id)).toMatchObject([{ note: `Ada: ${secret}` }]);
    expect(JSON.stringify(stage.logged)).not.toContain('Quendelweg');
  });

  it('is ended by STOP like any other question, and asks nothing more', async ({ stage }) => {
    const ada = new Follower(stage);
    await ada.says('matter');
    await ada.says('STOP');
    const heard = ada.heard.length;
    await ada.says(secret);
    expect(ada.heard).toHaveLength(heard);
    expect((await ada.conversation()).run).toBeNull();
  });
});
