import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Disk, mountMemory, whyNot } from '../machine/disk.js';
import type { Scenario } from '../scenario.js';
import { type Trouble, trouble } from './troubled.js';

/** What is written at a time, and how small what is left must be, bytes. */
const pieces = [4 * 1024 * 1024, 256 * 1024, 4 * 1024];
/** So many webhooks are refused before there is room again. */
const refused = 10;

/** Something else fills the disk, and is thrown away. */
function fullDisk({ path }: Disk): Trouble {
  const filler = join(path, 'filler');
  return {
    strike: () => fill(filler),
    lift: () => rm(filler),
    lasts: 500,
    look: async (scene, crowd) => {
      const before = crowd.unanswered;
      await crowd.isRefused(refused);
      const answer = await scene.reach().ask('GET', '/outcomes?limit=1');
      return [
        ...(crowd.unanswered > before ? [] : ['nothing was refused on a full disk']),
        ...(answer?.status === 200 ? [] : [`reading was answered ${String(answer?.status)} on a full disk`]),
      ];
    },
  };
}

async function fill(file: string): Promise<void> {
  for (const piece of pieces) {
    const bytes = Buffer.alloc(piece);
    while (await isWritten(file, bytes));
  }
}

async function isWritten(file: string, bytes: Buffer): Promise<boolean> {
  try {
    await writeFile(file, bytes, { flag: 'a' });
    return true;
  } catch {
    return false;
  }
}

export const diskFull: Scenario = {
  name: 'disk-full',
  rows: [6],
  title: 'The disk is full, and has room again',
  engines: ['sqlite'],
  trials: { few: 2, record: 20 },
  missing: () => whyNot(mountMemory),
  run: async (setting) => {
    const disk = await mountMemory();
    try {
      return await trouble(setting, { troubles: [fullDisk(disk)], scene: { dataFolder: disk.path } });
    } finally {
      await disk.remove();
    }
  },
};
