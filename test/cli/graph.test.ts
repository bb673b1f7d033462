import { describe, expect, it } from 'vitest';
import { createGraphCommand } from '../../src/cli/graph.js';
import type { CountsOf } from '../../src/cli/graph.js';
import { FlowFolder, guideFile, workspaceFile } from './flow-folder.js';
import { run } from './memory-terminal.js';

const asked: (string | undefined)[] = [];
const counts: CountsOf = (workspace, flow) =>
  new Map(workspace === 'main' && flow === 'guide' ? [['project', { reached: 1240, here: 12 }]] : []);
const graph = createGraphCommand(async (address) => {
  asked.push(address);
  return address === undefined ? { kind: 'none_named' } : { kind: 'counted', counts };
});
const call = (...args: readonly string[]) => run([graph], ['graph', ...args]);

describe('heyword graph', () => {
  it('draws the flows that are shipped, as Mermaid unless told otherwise', async () => {
    const { exit, printed } = await call('flows');
    expect(exit).toBe(0);
    expect(printed).toMatch(/^flowchart TD\n/u);
    expect(printed).toMatch(/subgraph f\d+\["The growth guide"\]/u);
    expect((await call('flows', '--mermaid')).printed).toBe(printed);
  });

  it('draws them as a picture', async () => {
    const { exit, printed } = await call('flows', '--svg');
    expect(exit).toBe(0);
    expect(printed).toMatch(/^<svg [\s\S]*<\/svg>$/u);
    expect(printed).toContain('What are you working on? A word');
    expect(printed).not.toMatch(/NaN|undefined|Infinity/u);
  });

  it('draws one flow, and knows which there are', async () => {
    const { printed } = await call('flows', '--flow', 'pricing');
    expect(printed).toContain('What it costs');
    expect(printed).not.toContain('The growth guide');
    expect(await call('flows', '--flow', 'prising')).toMatchObject({
      exit: 2,
      complained: expect.stringContaining('Did you mean "pricing"?') as string,
    });
  });

  it('says who came by, where a database is given', async () => {
    expect((await call('flows', '--database', 'file:some.db')).printed).toContain(
      '1,240 reached<br/>12 here now',
    );
    expect(asked.at(-1)).toBe('file:some.db');
    expect((await call('flows')).printed).not.toContain('reached');
  });

  it('keeps flows of the same name in two workspaces apart', async () => {
    const folder = new FlowFolder({
      'one/workspace.yaml': workspaceFile,
      'one/guide.yaml': guideFile,
      'one/front.yaml': 'flow: front\nstart:\n  - keyword: front\nsteps:\n  - go: { flow: guide }\n',
      'two/workspace.yaml': workspaceFile,
      'two/guide.yaml': guideFile,
    });
    const { printed } = await call(folder.path, '--svg');
    expect(printed).toContain('id="flow-one/guide"');
    expect(printed).toContain('id="flow-two/guide"');
    expect(printed.match(/<a href="[^"]*"/gu)).toEqual(['<a href="#flow-one/guide"']);
    folder.remove();
  });

  it('draws nothing that has mistakes, and not two things at once', async () => {
    const folder = new FlowFolder({
      'workspace.yaml': workspaceFile,
      'guide.yaml': 'flow: guide\nsteps: []\n',
    });
    expect(await call(folder.path)).toMatchObject({ exit: 1, printed: '' });
    expect((await call(folder.path, '--svg', '--mermaid')).exit).toBe(2);
    folder.remove();
  });
});
