import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRestingFolder } from '../../src/engine/resting-folder.js';

let folder: string;
let guide: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heyword-resting-'));
  guide = join(folder, 'guide.yaml');
  await writeFile(join(folder, 'pricing.yaml'), 'flow: pricing');
  await writeFile(guide, 'flow: guide');
});
afterEach(() => rm(folder, { recursive: true }));

const named = (read: Awaited<ReturnType<typeof readRestingFolder>>) =>
  read?.files.map(({ path, text }) => `${path}: ${text}`);

describe('a folder that has changed', () => {
  it('is read twice where it rests', async () => {
    let pauses = 0;
    const read = await readRestingFolder(folder, async () => (pauses += 1));
    expect(named(read)).toEqual(['guide.yaml: flow: guide', 'pricing.yaml: flow: pricing']);
    expect(pauses).toBe(1);
  });

  it('is read until it rests: a file that is written anew is not taken for deleted, nor half of it for all', async () => {
    await unlink(guide);
    const meanwhile = [() => writeFile(guide, 'flow'), () => writeFile(guide, 'flow: guide\ntitle: New')];
    const read = await readRestingFolder(folder, async () => meanwhile.shift()?.());
    expect(named(read)).toEqual(['guide.yaml: flow: guide\ntitle: New', 'pricing.yaml: flow: pricing']);
  });

  it('is read at last though it never rests', async () => {
    let changes = 0;
    const read = await readRestingFolder(folder, () => writeFile(guide, `${(changes += 1)}`));
    expect(named(read)).toEqual([`guide.yaml: ${changes}`, 'pricing.yaml: flow: pricing']);
  });

  it('is missed where it is gone for good', async () => {
    expect(await readRestingFolder(join(folder, 'nowhere'), () => Promise.resolve())).toBeNull();
  });
});
