import { afterAll, describe, expect, it } from 'vitest';
import { checkCommand } from '../../src/cli/check.js';
import { FlowFolder, guideFile, guideTests, workspaceFile } from './flow-folder.js';
import { run } from './memory-terminal.js';

const good = new FlowFolder({
  'workspace.yaml': workspaceFile,
  'guide.yaml': guideFile,
  'guide.test.yaml': guideTests,
});
const bad = new FlowFolder({
  'workspace.yaml': workspaceFile,
  'guide.yaml': guideFile.replace('link: guide', 'link: giude').replace('handoff: sales', 'handoff: sails'),
});

afterAll(() => {
  good.remove();
  bad.remove();
});

describe('heyword check', () => {
  it('is content with files without mistakes', async () => {
    expect(await run([checkCommand], ['check', good.path])).toEqual({
      exit: 0,
      printed: `${good.path}: 1 flow, no mistakes.`,
      complained: '',
    });
  });

  it('shows every mistake at its place, and what was meant', async () => {
    const { exit, printed } = await run([checkCommand], ['check', bad.path]);

    expect(exit).toBe(1);
    expect(printed).toContain(`${bad.path}/guide.yaml:10:11 error unknown-link`);
    expect(printed).toContain('Did you mean "guide"?');
    expect(printed).toContain('Did you mean "sales"?');
    expect(printed).toContain(`${bad.path}: 2 errors, 0 warnings.`);
  });

  it('tells machines the same as JSON', async () => {
    const { exit, printed } = await run([checkCommand], ['check', bad.path, '--json']);
    const report = JSON.parse(printed);

    expect(exit).toBe(1);
    expect(report.ok).toBe(false);
    expect(report.issues.map(({ code }: { code: string }) => code)).toEqual(['unknown-link', 'unknown-team']);
  });

  it('reads the folder that FLOWS_DIR names when the call names none', async () => {
    expect((await run([checkCommand], ['check'], { environment: { FLOWS_DIR: bad.path } })).exit).toBe(1);
    expect((await run([checkCommand], ['check'], { environment: { FLOWS_DIR: good.path } })).exit).toBe(0);
  });

  it('refuses a folder that is not there', async () => {
    const { exit, complained } = await run([checkCommand], ['check', `${good.path}/nowhere`]);

    expect(exit).toBe(2);
    expect(complained).toContain('There is no folder');
  });
});
