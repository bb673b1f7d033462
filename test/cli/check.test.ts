import { afterAll, describe, expect, it } from 'vitest';
import { checkCommand } from '../../src/cli/check.js';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainCommand } from '../../src/cli/explain.js';
import { FlowFolder, guideFile, guideTests, workspaceFile } from './flow-folder.js';
import { memoryTerminal, run } from './memory-terminal.js';

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
    expect(printed).toContain(`${bad.path}/guide.yaml\n  10:11 error unknown-link: `);
    expect(printed).toContain('      10 |     link: giude\n         |           ^\n');
    expect(printed).toContain('allowed: guide');
    expect(printed).toContain('Did you mean "guide"?');
    expect(printed).toContain('Did you mean "sales"?');
    expect(printed).toContain(`${bad.path}: 2 errors, 0 warnings.`);
  });

  it('tells machines the same as JSON', async () => {
    const { exit, printed } = await run([checkCommand], ['check', bad.path, '--json']);
    const report = JSON.parse(printed);

    expect(exit).toBe(1);
    expect(report.ok).toBe(false);
    expect(report.summary).toEqual({ flows: 1, errors: 2, warnings: 0 });
    expect(report.issues.map(({ code, help }: Record<string, string>) => [code, help])).toEqual([
      ['unknown-link', 'docs/findings.md#unknown-link'],
      ['unknown-team', 'docs/findings.md#unknown-team'],
    ]);
  });

  it('tells code hosts the same as SARIF, with a rule for each finding', async () => {
    const { exit, printed } = await run([checkCommand], ['check', bad.path, '--sarif']);
    const log = JSON.parse(printed);
    const [{ tool, results }] = log.runs;

    expect(exit).toBe(1);
    expect(log.version).toBe('2.1.0');
    expect(results).toHaveLength(2);
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(tool.driver.rules[ruleIndex].defaultConfiguration.level).toBe(level);
      expect(message.text).toMatch(/\.$|\?$/u);
      expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^file:.*guide\.yaml$/u);
      expect(locations[0].physicalLocation.region.startLine).toBeGreaterThan(1);
    }
  });

  it('fails on warnings only where it is told to be strict', async () => {
    const folder = new FlowFolder({
      'workspace.yaml': workspaceFile,
      'guide.yaml': 'flow: guide\nstart: [{ keyword: guide }]\nsteps: [{ say: Hello }]\n',
    });
    expect((await run([checkCommand], ['check', folder.path])).exit).toBe(0);
    expect((await run([checkCommand], ['check', folder.path, '--strict'])).exit).toBe(1);
    folder.remove();
  });

  it('mends what has one sure mending, and says what it changed', async () => {
    const folder = new FlowFolder({
      'workspace.yaml': workspaceFile,
      'hello.yaml': [
        '# Our first flow.',
        'flow: guide',
        'start:',
        '  - keyword:   guide   # said in the post',
        'steps:',
        '  - say: {{contact.first_name or "you"}} again!',
        '  - ask: Where do you live?',
        '',
        '  - say: 100',
        '  - outcome: delivered',
        '',
      ].join('\n'),
    });
    const { exit, printed } = await run([checkCommand], ['check', folder.path, '--fix']);

    expect(printed).toContain(`fixed ${folder.path}/hello.yaml:7: gave this step the id "where_do_you_live"`);
    expect(exit).toBe(0);
    expect(readFileSync(join(folder.path, 'guide.yaml'), 'utf8')).toBe(
      [
        '# Our first flow.',
        'flow: guide',
        'start:',
        '  - keyword:   guide   # said in the post',
        'steps:',
        `  - say: '{{contact.first_name or "you"}} again!'`,
        '  - ask: Where do you live?',
        '    id: where_do_you_live',
        '',
        '  - say: "100"',
        '  - outcome: delivered',
        '',
      ].join('\n'),
    );
    folder.remove();
  });

  it('checks again whenever a file changes, and ends as the last check did', async () => {
    const folder = new FlowFolder({ 'workspace.yaml': workspaceFile, 'guide.yaml': guideFile });
    const seen: string[] = [];
    let interrupt: () => void = () => undefined;
    const interrupted = new Promise<void>((resolve) => (interrupt = resolve));
    const terminal = memoryTerminal({ interrupted }, (text) => {
      seen.push(text);
      if (text.startsWith('Watching')) writeFileSync(join(folder.path, 'guide.yaml'), 'flow: guide\n');
      if (text.includes('missing-key')) interrupt();
    });
    expect(await checkCommand.run([folder.path, '--watch'], terminal)).toBe(1);
    expect(seen.filter((text) => text.includes('no mistakes'))).toHaveLength(1);
    expect(seen.filter((text) => text.includes('missing-key'))).toHaveLength(1);
    folder.remove();
  });

  it('takes one format at a time', async () => {
    expect((await run([checkCommand], ['check', good.path, '--json', '--sarif'])).exit).toBe(2);
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

describe('heyword explain', () => {
  it('says what a finding means and what to do about it', async () => {
    const { exit, printed } = await run([explainCommand], ['explain', 'unknown-verb']);

    expect(exit).toBe(0);
    expect(printed).toContain('unknown-verb (error): A verb that does not exist');
    expect(printed).toContain('    - sya: Hello there!');
  });

  it('knows what was meant', async () => {
    const { exit, complained } = await run([explainCommand], ['explain', 'unknown-verv']);

    expect(exit).toBe(2);
    expect(complained).toContain('Did you mean "unknown-verb"?');
  });
});
