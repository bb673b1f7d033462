import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { FlowFolder, guideFile, guideTests, workspaceFile } from './flow-folder.js';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const folder = new FlowFolder({
  'workspace.yaml': workspaceFile,
  'guide.yaml': guideFile,
  'guide.test.yaml': guideTests,
});

afterAll(() => folder.remove());

function heyword(args: readonly string[], input = '') {
  return spawnSync(process.execPath, ['--import', 'tsx', main, ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, FLOWS_DIR: folder.path },
  });
}

describe('heyword at a shell', () => {
  it('checks, tests and chats about the flows of FLOWS_DIR', () => {
    expect(heyword(['check'])).toMatchObject({ status: 0, stderr: '' });
    expect(heyword(['test']).stdout).toContain('2 tests passed.');
    expect(heyword(['chat'], 'guide\n2\n').stdout).toContain('handed over to sales');
  });

  it('shows its help when it is asked for nothing', () => {
    expect(heyword([])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('heyword check') as string,
    });
  });

  it('says on the error stream what is wrong with a call', () => {
    expect(heyword(['chekc'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('heyword check') as string,
    });
  });
});
