import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect } from 'vitest';
import { root } from './driver/build-once.js';
import { it, type Stage } from './driver/stage.js';

interface Call {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A cache of its own: what another checkout, or a call that was cut off, has left in the user's does not matter here. */
const npmCache = mkdtempSync(join(tmpdir(), 'heyword-npm-'));
afterAll(() => rm(npmCache, { recursive: true, force: true }));

/** Calls the command as someone beside the running server does. */
function heyword(stage: Stage, ...args: readonly string[]): Promise<Call> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], npm_config_cache: npmCache, ...stage.env };
    const child = execFile('npx', ['heyword', ...args], { cwd: root, env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

/** Files of the data folder that hold one of these words, in whatever bytes around them. */
async function filesWith(folder: string, words: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found: string[] = [];
  for (const file of files) {
    const bytes = await readFile(file);
    found.push(...words.filter((word) => bytes.includes(word)).map((word) => `${word} in ${file}`));
  }
  return found;
}

describe('npx heyword, beside the running server', () => {
  it('verifies the ledger', async ({ openStage }) => {
    const stage = await openStage();
    const ada = stage.follower();
    await ada.says('STOP');
    await ada.hears('You are unsubscribed');
    await ada.says('START');
    await ada.hears('Welcome back');
    const { code, stdout } = await heyword(stage, 'consent', 'verify');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/1 contacts?, 2 entries/)]);
  });

  it('erases a contact to the last byte in the data folder, and remembers only that they said STOP', async ({
    openStage,
  }) => {
    const stage = await openStage();
    const [ada, ben] = [stage.follower(), stage.follower()];
    for (const follower of [ada, ben]) {
      await follower.says('guide');
      await follower.hears(`Hi ${follower.firstName}!`);
      await follower.hears('What are you working on?');
      await follower.says(`a shrine for ${follower.firstName}`);
      await follower.hears(`Good luck with a shrine for ${follower.firstName}`);
      await follower.hears('One short tip a week');
      await follower.says('yes please');
      await follower.hears('Lovely');
    }
    await ada.says('STOP');
    await ada.hears('You are unsubscribed');
    await expect.poll(async () => (await ada.states()).at(-1)).toBe('sent');
    const traces = [ada.id, ada.firstName];
    expect(await filesWith(stage.dataFolder, traces)).not.toEqual([]);

    const reference = `${ada.account.name}/${ada.id}`;
    expect((await heyword(stage, 'contact', 'erase', reference)).code).toBe(2);
    const { code, stdout } = await heyword(stage, 'contact', 'erase', reference, '--yes');
    expect([code, stdout]).toEqual([0, expect.stringContaining('Erased')]);
    expect(await filesWith(stage.dataFolder, traces)).toEqual([]);
    await expect(ada.contact()).rejects.toThrow('404');
    expect((await heyword(stage, 'consent', 'verify')).code).toBe(0);
    expect((await ben.contact()).name).toContain(ben.firstName);

    const before = stage.meta.sends(ada.id).length;
    await ada.says('guide');
    expect((await ada.contact()).consent.stopped_at).not.toBeNull();
    expect((await ada.states()).length).toBe(0);
    expect(stage.meta.sends(ada.id)).toHaveLength(before);
  });
});
