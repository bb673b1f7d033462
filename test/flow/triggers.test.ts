import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { triggerRanks } from '../../src/core/trigger-order.js';
import { assembleWorkspace, compileFlows } from '../../src/flow/assemble.js';
import { runTranscript } from '../../src/flow/transcript/run-transcript.js';
import { triggerKinds } from '../../src/flow/triggers/trigger-kinds.js';
import { readFiles } from './reading.js';

const workspace = `brand: Studio Nord
timezone: Europe/Berlin
languages: [en, de]
hours: { mon-fri: "09:00-18:00" }
unmatched: answer
links: { home: { to: "https://example.com", label: Have a look } }
`;

/** The files of an example, several flows parted by a line of dashes, and its chat as a test of the first. */
function filesOf(example: string, chat: string): Record<string, string> {
  const flows = example.split(/^---\n/mu);
  const names = flows.map((text) => /^flow: (\w+)$/mu.exec(text)?.[1] ?? '');
  const lines = chat.trimEnd().replace(/^/gmu, '      ');
  return {
    'workspace.yaml': workspace,
    ...Object.fromEntries(flows.map((text, index) => [`${names[index]}.yaml`, text])),
    'example.test.yaml': `flow: ${names[0]}\ntests:\n  - name: shows it\n    on: simulator\n    chat:\n${lines}\n`,
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe.each(triggerKinds)('$name', ({ name, meaning, example, chat, keys, schema }) => {
  const { issues, workspaces } = readFiles(filesOf(example, chat));

  it('has an example without a mistake, which shows it', () => {
    expect(issues).toEqual([]);
    expect(workspaces[0]?.flows[0]?.start.map(({ kind }) => kind)).toContain(name);
  });

  it('is started in the example as its chat says', () => {
    const files = workspaces[0]!;
    const [test] = files.tests[0]!.tests;
    const served = assembleWorkspace(files.definition, compileFlows(files.flows, sha256), () => undefined);
    expect(runTranscript(served, test!).failures).toEqual([]);
  });

  it('says what it means, and begins with its own key', () => {
    expect(meaning).toMatch(/^[A-Z].*\.$/su);
    expect(keys[0]).toBe(name);
  });

  it('can be told to editors', () => {
    expect(z.toJSONSchema(schema, { io: 'input' })).toMatchObject({
      properties: { [name]: {}, priority: {}, language: {} },
    });
  });
});

describe('what can start a flow', () => {
  it('has its place in the order of who goes first', () => {
    const ranks: readonly string[] = triggerRanks;
    const placed = triggerKinds
      .map(({ name }) => name)
      .filter((name) => !['keyword', 'ice_breaker', 'menu', 'after'].includes(name));
    expect(placed.filter((name) => !ranks.includes(name))).toEqual([]);
  });
});
