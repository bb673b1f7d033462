import { afterEach, describe, expect, it } from 'vitest';
import { exploreCommand } from '../../src/cli/explore.js';
import { FlowFolder, guideFile, workspaceFile } from './flow-folder.js';
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

const files = { 'workspace.yaml': workspaceFile, 'guide.yaml': guideFile };
const stuck = 'flow: lost\nstart:\n  - keyword: lost\nsteps:\n  - say: Where are we?\n';

describe('heyword explore', () => {
  it('proves flows in which nothing goes wrong', async () => {
    const { exit, printed } = await run([exploreCommand], ['explore', folderOf(files)]);

    expect(printed).toContain('✓ guide: ');
    expect(printed).toContain('1 flow proved');
    expect(exit).toBe(0);
  });

  it('shows the chat in which something does', async () => {
    const folder = folderOf({ ...files, 'lost.yaml': stuck });
    const { exit, printed } = await run([exploreCommand], ['explore', folder, '--flow', 'lost']);

    expect(exit).toBe(1);
    expect(printed).toContain('✗ lost: ');
    expect(printed).toContain('stuck-end, at the beginning');
    expect(printed).toContain('          - me: lost\n');
    expect(printed).toContain('1 of 1 flow not proved.');
  });

  it('looks at a flow that nothing starts where another one runs it', async () => {
    const outer = 'flow: outer\nstart:\n  - keyword: outer\nsteps:\n  - run: inner\n  - outcome: done\n';
    const inner = 'flow: inner\nsteps:\n  - say: Here I am.\n';
    const folder = folderOf({ 'workspace.yaml': workspaceFile, 'outer.yaml': outer, 'inner.yaml': inner });
    const { exit, printed } = await run([exploreCommand], ['explore', folder]);

    expect(printed).toMatch(/^✓ outer: .*, with inner$/mu);
    expect(printed).toContain('1 flow proved');
    expect(exit).toBe(0);
  });

  it('says loudly where it did not look at everything', async () => {
    const { exit, printed } = await run([exploreCommand], ['explore', folderOf(files), '--most-states', '2']);

    expect(exit).toBe(1);
    expect(printed).toContain('NOT PROVED: There are more than 2 states');
  });

  it('tells machines the same as JSON', async () => {
    const folder = folderOf({ ...files, 'lost.yaml': stuck });
    const report = JSON.parse((await run([exploreCommand], ['explore', folder, '--json'])).printed);

    expect(report).toMatchObject({
      ok: false,
      flows: [
        { flow: 'guide', flaws: [], gaps: [] },
        { flow: 'lost', flaws: [{ code: 'stuck-end', step: null }] },
      ],
    });
    expect(report.flows[1].flaws[0].test).toContain('- me: lost');
  });

  it('knows which flows there are', async () => {
    const { exit, complained } = await run([exploreCommand], ['explore', folderOf(files), '--flow', 'giude']);

    expect(exit).toBe(2);
    expect(complained).toContain('There is no flow "giude". Did you mean "guide"?');
  });

  it.each(['0', 'many'])('takes no %s as a number of states', async (written) => {
    const { exit } = await run([exploreCommand], ['explore', folderOf(files), '--most-states', written]);

    expect(exit).toBe(2);
  });
});
