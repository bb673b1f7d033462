import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ServerProcess } from '../../e2e/driver/server-process.js';
import { LoopDisk, whyNot } from '../machine/disk.js';
import type { Scenario } from '../scenario.js';
import type { Scene } from '../scene.js';
import { type Trouble, trouble } from './troubled.js';

/** So many webhooks are refused before the disk is mended. */
const refused = 10;

/**
 * The disk breaks while the server runs, which says so, takes nothing new and sends nothing, and can still be read. Of what is
 * brought again it may say that it has it; whether it has is seen in the end.
 */
function brokenDisk(disk: LoopDisk): Trouble {
  return {
    strike: async ({ server }) => {
      // Ext4 says of what has grown in the very moment in which it breaks down that it is on the disk, and one time in eight it is
      // not: so it does to a loop of appends and fdatasync. Nobody can make good for that; hence nothing is on its way then.
      await server.halted();
      await disk.flush();
      await disk.breakDown();
      server.goOn();
    },
    look: async (scene, crowd) => {
      const before = crowd.unanswered;
      await crowd.isRefused(refused);
      const sent = sendsOf(scene);
      await crowd.isRefused(refused);
      const read = await scene.reach().ask('GET', '/outcomes?limit=1');
      const readiness = await scene.readiness();
      return [
        ...(crowd.unanswered > before ? [] : ['nothing was refused on a disk that cannot be written']),
        ...(sendsOf(scene) === sent ? [] : ['messages were sent that nobody could write down']),
        ...(read?.status === 200 ? [] : [`reading was answered ${String(read?.status)}`]),
        ...(readiness?.status === 503 ? [] : [`/readyz answered ${String(readiness?.status)}`]),
      ];
    },
    lift: async (scene) => {
      await scene.server.terminate();
      await disk.mend();
      await scene.start();
    },
    lasts: 300,
  };
}

/** The disk may not be written when the server starts. */
function readOnlyFolder(disk: LoopDisk, folder: string): Trouble {
  return {
    strike: async ({ server }) => {
      await server.terminate();
      await disk.setReadOnly(folder, true);
    },
    look: async ({ env }) => {
      const server = await ServerProcess.spawn(env);
      const { code, output } = await server.ending();
      return code === 1 && /cannot be written/.test(output) && !output.includes('    at ')
        ? []
        : [`a start on a disk that cannot be written ended with ${String(code)}: ${output}`];
    },
    lift: async (scene) => {
      await disk.setReadOnly(folder, false);
      await scene.start();
    },
    lasts: 0,
  };
}

/** Rejects where no disk can be mounted, broken and mended. */
async function breakOne(): Promise<LoopDisk> {
  const disk = await LoopDisk.mount();
  try {
    await disk.breakDown();
    await disk.mend();
    return disk;
  } catch (fault) {
    await disk.remove();
    throw fault;
  }
}

function sendsOf({ meta }: Scene): number {
  return meta.sends().length;
}

export const readOnlyDisk: Scenario = {
  name: 'read-only-disk',
  rows: [9],
  title: 'The disk lets nobody write any more: in the middle of everything, and at the start',
  engines: ['sqlite'],
  trials: { few: 2, record: 20 },
  missing: () => whyNot(breakOne),
  run: async (setting) => {
    const disk = await LoopDisk.mount();
    try {
      const folder = join(disk.path, 'data');
      await mkdir(folder);
      return await trouble(setting, {
        troubles: [brokenDisk(disk), readOnlyFolder(disk, folder)],
        scene: { dataFolder: folder },
      });
    } finally {
      await disk.remove();
    }
  },
};
