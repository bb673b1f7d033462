import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStepCounts } from '../../../src/cli/data/step-counts.js';
import { createGraphCommand } from '../../../src/cli/graph.js';
import { assembleFolder, readFolder } from '../../../src/cli/read-folder.js';
import { decide } from '../../../src/core/decide.js';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import { FlowFolder, workspaceFile } from '../flow-folder.js';
import { run } from '../memory-terminal.js';

const folder = new FlowFolder({
  'workspace.yaml': workspaceFile,
  'quiz.yaml': `flow: quiz
start:
  - keyword: quiz
steps:
  - ask: Heads or tails?
    id: toss
  - say: Well played!
  - outcome: played
`,
});
const database = join(folder.path, '.heyword.db');
const graph = createGraphCommand(readStepCounts);

/** Two play, and one of them has answered. */
const messages = [
  ['ada', 'quiz'],
  ['grace', 'quiz'],
  ['ada', 'heads'],
] as const;

beforeAll(async () => {
  const [loaded] = assembleFolder(await readFolder(folder.path, { environment: {} }));
  if (loaded === undefined) throw new Error('The folder has no workspace.');
  const store = openSqliteStore({ path: database, newId: randomUUID });
  for (const [index, [contactPlatformId, text]] of messages.entries()) {
    const at = 1_000 * (index + 1);
    await store.apply(
      [
        {
          address: {
            kind: 'platform',
            workspace: 'main',
            account: 'simulator',
            channel: 'simulator',
            contactPlatformId,
          },
          key: `mid.${index}`,
          content: {
            kind: 'messageReceived',
            occurredAt: at,
            receivedAt: at,
            platformMessageId: `mid.${index}`,
            text,
            quickReply: null,
            storyReply: null,
            replyTo: null,
            referral: null,
            attachments: [],
          },
        },
      ],
      (conversation, event) => decide(loaded.workspace, conversation, event),
    );
  }
  await store.close();
});

afterAll(() => folder.remove());

describe('heyword graph with a database', () => {
  const asked = '"ask<br/>Heads or tails?<br/>2 reached<br/>1 here now"';
  const said = '"say<br/>Well played!<br/>1 reached"';

  it('says how many contacts each step has spoken to, and how many are there now', async () => {
    const { exit, printed } = await run([graph], ['graph', folder.path, '--database', `file:${database}`]);
    expect(exit).toBe(0);
    expect(printed).toContain(asked);
    expect(printed).toContain(said);
  });

  it('takes the one that DATABASE_URL names', async () => {
    const environment = { DATABASE_URL: `file:${database}` };
    expect((await run([graph], ['graph', folder.path], { environment })).printed).toContain(asked);
  });

  it('counts nothing where none is named, and makes none where there is none', async () => {
    expect((await run([graph], ['graph', folder.path])).printed).not.toContain('reached');
    const missing = `file:${join(folder.path, '.nowhere.db')}`;
    expect(await run([graph], ['graph', folder.path, '--database', missing])).toMatchObject({
      exit: 2,
      complained: expect.stringContaining('There is no database') as string,
    });
  });

  it('draws nothing where the file is no database: a picture without numbers would pass for one of nobody', async () => {
    const workspace = `file:${join(folder.path, 'workspace.yaml')}`;
    expect(await run([graph], ['graph', folder.path, '--database', workspace])).toMatchObject({
      exit: 1,
      printed: '',
      complained: expect.stringContaining('workspace.yaml') as string,
    });
  });
});
