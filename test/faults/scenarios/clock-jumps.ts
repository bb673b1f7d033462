import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scenario } from '../scenario.js';
import type { Scene } from '../scene.js';
import { type Trouble, trouble } from './troubled.js';

const hour = 3_600_000;
const preloaded = `--import=${new URL('../fail-points/shift-clock.js', import.meta.url).href}`;

/** The wall clock is set to another hour, and right again; the monotonic one goes on. */
function jump(by: number): Trouble {
  const setClock = async (scene: Scene, shift: number): Promise<void> => {
    await writeFile(clockFile(scene.flows.path), String(shift));
    process.kill(scene.server.pid, 'SIGUSR2');
  };
  return { strike: (scene) => setClock(scene, by), lift: (scene) => setClock(scene, 0) };
}

/** It is set back while no server runs: the next one has nothing to tell it by but what is in the database. */
function setBackMeanwhile(by: number): Trouble {
  const { lift } = jump(-by);
  return {
    strike: async (scene) => {
      await scene.server.terminate();
      await writeFile(clockFile(scene.flows.path), String(-by));
      await scene.start();
    },
    lift,
  };
}

function clockFile(flows: string): string {
  return join(flows, '..', 'clock');
}

export const clockJumps: Scenario = {
  name: 'clock-jumps',
  rows: [11],
  title:
    'The wall clock jumps an hour ahead, one or two hours back, also between two servers, and back again',
  engines: ['sqlite', 'postgres'],
  trials: { few: 8, record: 60 },
  run: (setting) =>
    trouble(setting, {
      troubles: [jump(hour), jump(-hour), jump(-2 * hour), setBackMeanwhile(2 * hour)],
      scene: { env: (flows) => ({ NODE_OPTIONS: preloaded, CLOCK_FILE: clockFile(flows) }) },
      isFelt: false,
    }),
};
