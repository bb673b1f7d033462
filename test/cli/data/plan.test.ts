import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planCommand } from '../../../src/cli/data/plan.js';
import { compileFolder, readFolder } from '../../../src/cli/read-folder.js';
import { decide } from '../../../src/core/decide.js';
import { assembleWorkspace } from '../../../src/flow/assemble.js';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import { FlowFolder, guideFile, workspaceFile } from '../flow-folder.js';
import { run } from '../memory-terminal.js';

const quiz = (lines: string) => `flow: quiz\n${lines}`;
const quizSteps = `start:
  - keyword: quiz
steps:
  - ask: Heads or tails?
    id: toss
  - outcome: played
`;

const served = new FlowFolder({
  'workspace.yaml': workspaceFile,
  'guide.yaml': guideFile,
  'quiz.yaml': quiz(quizSteps),
});
const edited = new FlowFolder({
  'workspace.yaml': workspaceFile,
  'guide.yaml': guideFile
    .replace('Good luck!', 'All the best!')
    .replace('- keyword: guide', '- keyword: book'),
  'quiz.yaml': quiz(
    `on_edit: migrate\n${quizSteps.replace('- outcome: played', '- say: Well played!\n  - outcome: played')}`,
  ),
});
const broken = new FlowFolder({ 'workspace.yaml': workspaceFile, 'guide.yaml': 'flow: guide\nsteps: []\n' });
const database = join(served.path, '.heyword.db');

beforeAll(async () => {
  const store = openSqliteStore({ path: database, newId: randomUUID });
  const reading = await readFolder(served.path, { environment: {} });
  const compiled = compileFolder(reading).get('main') ?? [];
  const [files] = reading.workspaces;
  if (files === undefined) throw new Error('The served folder has no workspace.');
  const workspace = assembleWorkspace(files.definition, compiled, () => undefined);
  await store.apply(
    ['guide', 'guide', 'quiz'].map((text, index) => ({
      address: {
        kind: 'platform' as const,
        workspace: 'main',
        account: 'simulator',
        channel: 'simulator' as const,
        contactPlatformId: `follower-${index}`,
      },
      key: `mid.${index}`,
      content: {
        kind: 'messageReceived' as const,
        occurredAt: 1_000,
        receivedAt: 1_000,
        platformMessageId: `mid.${index}`,
        text,
        quickReply: null,
        storyReply: null,
        replyTo: null,
        referral: null,
        attachments: [],
      },
    })),
    (conversation, event) =>
      decide(
        workspace,
        { ...conversation, contact: { ...conversation.contact, profile: { firstName: null, name: null } } },
        event,
      ),
  );
  await store.close();
});

afterAll(() => {
  for (const folder of [served, edited, broken]) folder.remove();
});

const call = (...args: readonly string[]) =>
  run([planCommand], ['plan', ...args], {
    environment: { FLOWS_DIR: served.path, DATABASE_URL: `file:${database}` },
  });

describe('heyword plan', () => {
  it('says that nothing changes where nothing does', async () => {
    const { exit, printed } = await call(served.path);
    expect(exit).toBe(0);
    expect(printed).toBe('main: nothing changes, 2 stay.');
  });

  it('names the steps that changed, who stands where, and what becomes of them', async () => {
    const { exit, printed } = await call(edited.path);
    expect(exit).toBe(0);
    expect(printed).toContain('guide has changed\n  ~ 4-say\n  2 runs at size finish as they began');
    expect(printed).toContain('+ 2-say');
    expect(printed).toContain('1 run at toss goes on in the edited flow');
  });

  it('shows what starts something else than before', async () => {
    const { printed } = await call(edited.path);
    expect(printed).toContain('keyword “guide”: guide → nothing');
    expect(printed).toContain('keyword “book”: nothing → guide');
  });

  it('tells machines the same as JSON', async () => {
    const plan = JSON.parse((await call(edited.path, '--json')).printed);
    expect(plan.runsAreCounted).toBe(true);
    expect(plan.workspaces[0].runs).toMatchObject([
      { flow: 'guide', step: 'size', runs: 2, fate: 'finish' },
      { flow: 'quiz', step: 'toss', runs: 1, fate: 'migrate' },
    ]);
  });

  it('does without a database, and says so', async () => {
    const { exit, printed } = await run([planCommand], ['plan', edited.path, '--against', served.path], {
      environment: { DATABASE_URL: `file:${served.path}/none.db` },
    });
    expect(exit).toBe(0);
    expect(printed).toContain('open runs are not counted');
  });

  it('compares nothing with a folder that has mistakes', async () => {
    const { exit, complained } = await call(broken.path);
    expect(exit).toBe(1);
    expect(complained).toContain('cannot be compared');
  });
});
