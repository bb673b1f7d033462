import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plantHouse, repository } from '../borders/planted-house.js';

describe('the build', () => {
  let house: string;

  beforeEach(() => {
    house = plantHouse({
      'src/main.ts': "import { greeting } from './greeting.js';\nconsole.log(greeting);\n",
      'src/cli/main.ts': "import { greeting } from '../greeting.js';\nconsole.log('cli', greeting);\n",
      'src/greeting.ts': "export const greeting: string = 'hey';\n",
    });
    for (const path of ['scripts', 'vite.server.config.ts']) {
      cpSync(join(repository, path), join(house, path), { recursive: true });
    }
  });

  afterEach(() => {
    rmSync(house, { recursive: true });
  });

  /** Starts a build in the planted house, and tells how it ended and what it said. */
  function build(): Promise<{ code: number | null; said: string }> {
    const child = spawn(process.execPath, ['scripts/build.js'], { cwd: house });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    return new Promise((resolve) => {
      child.on('close', (code) => {
        resolve({ code, said });
      });
    });
  }

  const built = (path: string): boolean => existsSync(join(house, 'dist', path));
  const run = (program: string): string =>
    spawnSync(process.execPath, [join(house, 'dist', program)], { encoding: 'utf8' }).stdout;

  it('bundles server and command once, and again only when a source changed', async () => {
    expect(await build()).toEqual({ code: 0, said: expect.stringMatching(/^Built the server in .* s\.\n$/) });
    expect([run('main.js'), run('cli/main.js')]).toEqual(['hey\n', 'cli hey\n']);
    expect(await build()).toEqual({ code: 0, said: 'The build is up to date.\n' });

    writeFileSync(join(house, 'src/greeting.ts'), "export const greeting: string = 'hello';\n");
    expect((await build()).said).toContain('Built the server');
    expect([run('main.js'), run('cli/main.js')]).toEqual(['hello\n', 'cli hello\n']);

    writeFileSync(join(house, 'src/farewell.ts'), "export const farewell: string = 'bye';\n");
    expect((await build()).said).toContain('Built the server');
    unlinkSync(join(house, 'src/farewell.ts'));
    expect((await build()).said).toContain('Built the server');
  });

  it('works once when two are started together', async () => {
    const both = await Promise.all([build(), build()]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.map(({ said }) => said).sort()).toEqual([
      expect.stringContaining('Built the server'),
      'The build is up to date.\n',
    ]);
  });

  it('passes over the lock of a process that died', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    mkdirSync(join(house, 'dist'));
    writeFileSync(join(house, 'dist/.lock'), String(pid));
    expect(await build()).toEqual({ code: 0, said: expect.stringContaining('Built the server') });
    expect(built('.lock')).toBe(false);
  });

  it('fails with what the bundler says, and tries again the next time', async () => {
    writeFileSync(join(house, 'src/greeting.ts'), 'export const greeting = ;\n');
    for (const attempt of [await build(), await build()]) {
      expect(attempt).toEqual({ code: 1, said: expect.stringContaining('src/greeting.ts:1:') });
    }
  });

  it('lets an install without the bundler succeed', async () => {
    unlinkSync(join(house, 'node_modules'));
    const { code, said } = await build();
    expect({ code, said }).toEqual({
      code: 0,
      said: expect.stringMatching(/^Nothing was built: .*vite.*\n$/),
    });
  });
});

describe('bin/heyword.js', () => {
  it('says what to run when nothing is built yet', () => {
    const house = plantHouse({});
    cpSync(join(repository, 'bin'), join(house, 'bin'), { recursive: true });
    const { status, stderr } = spawnSync(join(house, 'bin/heyword.js'), { encoding: 'utf8' });
    rmSync(house, { recursive: true });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'Heyword is not built yet: run `npm run build` first.\n',
    });
  });
});
