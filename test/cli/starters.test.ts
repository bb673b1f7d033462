import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCommand } from '../../src/cli/check.js';
import { initCommand } from '../../src/cli/init.js';
import { newFlowCommand } from '../../src/cli/new-flow.js';
import { testCommand } from '../../src/cli/test.js';
import { run } from './memory-terminal.js';

const commands = [initCommand, newFlowCommand, checkCommand, testCommand];
const call = (...args: readonly string[]) => run(commands, args);

let parent: string;
let folder: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'heyword-init-'));
  folder = join(parent, 'studio-nord');
});

afterEach(() => rmSync(parent, { recursive: true, force: true }));

describe('heyword init', () => {
  it('writes files that check and test clean', async () => {
    expect((await call('init', folder)).exit).toBe(0);
    expect((await call('check', folder)).printed).toContain('no mistakes');
    const tested = await call('test', folder, '--json');
    const { coverage } = JSON.parse(tested.printed);
    expect(tested.exit).toBe(0);
    expect(coverage.flatMap(({ missed }: { missed: unknown[] }) => missed)).toEqual([]);
  });

  it('takes the brand from the folder, or as it is told', async () => {
    await call('init', folder);
    expect(readFileSync(join(folder, 'workspace.yaml'), 'utf8')).toContain('brand: "Studio nord"');
    await call('init', `${folder}-2`, '--brand', 'A "quoted" brand: yes');
    expect((await call('check', `${folder}-2`)).exit).toBe(0);
  });

  it('overwrites nothing', async () => {
    await call('init', folder);
    writeFileSync(join(folder, 'guide.yaml'), 'mine');
    rmSync(join(folder, 'workspace.yaml'));
    const { exit, complained } = await call('init', folder);

    expect(exit).toBe(2);
    expect(complained).toContain('guide.yaml already; nothing was written');
    expect(readFileSync(join(folder, 'guide.yaml'), 'utf8')).toBe('mine');
  });

  it('asks where', async () => {
    expect((await call('init')).exit).toBe(2);
  });
});

describe('heyword new flow', () => {
  it('writes a flow and tests that check and test clean', async () => {
    await call('init', folder);
    expect((await call('new', 'flow', 'spring_offer', folder)).exit).toBe(0);
    expect((await call('check', folder)).printed).toContain('2 flows, no mistakes');
    expect((await call('test', folder)).exit).toBe(0);
  });

  it('refuses what is no name', async () => {
    await call('init', folder);
    expect((await call('new', 'flow', 'Spring Offer', folder)).complained).toContain('small letter');
  });

  it('needs a folder that is there', async () => {
    expect((await call('new', 'flow', 'spring', join(folder, 'nowhere'))).exit).toBe(2);
  });
});
