import { afterEach, describe, expect, it } from 'vitest';
import { testCommand } from '../../src/cli/test.js';
import { FlowFolder, guideFile, guideTests, workspaceFile } from './flow-folder.js';
import { run } from './memory-terminal.js';

const folders: FlowFolder[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = new FlowFolder(files);
  folders.push(folder);
  return folder.path;
}

const files = { 'workspace.yaml': workspaceFile, 'guide.yaml': guideFile, 'guide.test.yaml': guideTests };

describe('heyword test', () => {
  it('has a line for each test, and says what no test has been through', async () => {
    const { exit, printed } = await run([testCommand], ['test', folderOf(files)]);

    expect(exit).toBe(0);
    expect(printed.split('\n')).toEqual([
      '✓ guide: small shops are wished luck',
      '✓ guide: large shops are handed over',
      '',
      'guide 71 % (5/7 steps)',
      '    in no test: size/otherwise/1-say',
      '    in no test: size/otherwise/2-end',
      '',
      '2 tests passed.',
    ]);
  });

  it('fails where a chat goes another way, naming the line', async () => {
    const folder = folderOf({ ...files, 'guide.yaml': guideFile.replace('Good luck!', 'Farewell!') });
    const { exit, printed } = await run([testCommand], ['test', folder]);

    expect(exit).toBe(1);
    expect(printed).toContain(
      `✗ guide: small shops are wished luck\n    ${folder}/guide.test.yaml:10:9 Expected “Good luck”, but the bot said “Farewell!” (guide › 4-say).`,
    );
    expect(printed).toContain('1 of 2 tests failed.');
  });

  it('runs nothing while the files have mistakes', async () => {
    const folder = folderOf({ ...files, 'guide.yaml': guideFile.replace('link: guide', 'link: giude') });
    const { exit, printed } = await run([testCommand], ['test', folder]);

    expect(exit).toBe(1);
    expect(printed).toContain('unknown-link');
    expect(printed).not.toContain('small shops');
  });

  it('is content where there are no tests, but covers nothing', async () => {
    const folder = folderOf({ 'workspace.yaml': workspaceFile, 'guide.yaml': guideFile });
    const { exit, printed } = await run([testCommand], ['test', folder]);

    expect(exit).toBe(0);
    expect(printed).toContain('guide 0 % (0/7 steps)');
    expect(printed).toContain('0 tests passed.');
  });

  it('tells workspaces apart where there are several', async () => {
    const brands = ['nord', 'sued'].flatMap((brand) =>
      Object.entries(files).map(([path, text]) => [`${brand}/${path}`, text] as const),
    );
    const { exit, printed } = await run([testCommand], ['test', folderOf(Object.fromEntries(brands))]);

    expect(exit).toBe(0);
    expect(printed).toContain('✓ nord/guide: small shops are wished luck');
    expect(printed).toContain('sued/guide 71 % (5/7 steps)');
  });

  it('tells machines the same as JSON', async () => {
    const folder = folderOf({ ...files, 'guide.yaml': guideFile.replace('Good luck!', 'Farewell!') });
    const report = JSON.parse((await run([testCommand], ['test', folder, '--json'])).printed);

    expect(report.ok).toBe(false);
    expect(report.tests).toMatchObject([
      { workspace: 'main', file: 'guide.test.yaml', flow: 'guide', failures: [{ line: 10 }] },
      { name: 'large shops are handed over', failures: [] },
    ]);
    expect(report.coverage).toMatchObject([{ flow: 'guide', steps: 7 }]);
  });
});
