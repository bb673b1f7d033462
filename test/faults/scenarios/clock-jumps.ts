import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { accounts } from '../../e2e/driver/workspace-folder.js';
import { Chat } from '../load/chat.js';
import { newContactId } from '../load/contact-id.js';
import { deliverUntilTaken } from '../load/reach.js';
import type { Scenario, Setting } from '../scenario.js';
import type { Scene } from '../scene.js';
import { type Trouble, trouble } from './troubled.js';

const hour = 3_600_000;
const refusal = { kind: 'error', status: 500, code: 5_000, transient: true } as const;
/** Of what is due in a moment, ms. */
const slowest = 40_000;
const preloaded = `--import=${new URL('../fail-points/shift-clock.js', import.meta.url).href}`;

/** The wall clock is set to another hour, and right again; the monotonic one goes on. */
function jump(by: number): Trouble {
  const setClock = async (scene: Scene, shift: number): Promise<void> => {
    await writeFile(clockFile(scene.flows.path), String(shift));
    process.kill(scene.server.pid, 'SIGUSR2');
  };
  return { strike: (scene) => setClock(scene, by), lift: (scene) => setClock(scene, 0) };
}

/**
 * It is set back while no server runs: the next one has nothing to tell it by but what is in the database. A message that
 * the last one was to try again in a moment is not to wait for as long as the clock was set back.
 */
function setBackMeanwhile(by: number, { chance }: Setting, refused: Set<string>): Trouble {
  return {
    strike: () => undefined,
    look: async (scene, { recorder }) => {
      const [id, reach] = [newContactId(), scene.reach()];
      const deliver = deliverUntilTaken(reach);
      refused.add(id);
      await new Chat({ account: accounts.instagram, id, reach, deliver, chance, recorder }).says('guide');
      await scene.meta.waitForSends(1, { to: id, within: slowest });
      await scene.server.terminate();
      refused.delete(id);
      await writeFile(clockFile(scene.flows.path), String(-by));
      await scene.start();
      const end = performance.now() + slowest;
      while (scene.meta.delivered(id).length < 2 && performance.now() < end) await pause(20);
      return scene.meta.delivered(id).length < 2
        ? ['what was due in a moment waits for as long as the clock was set back']
        : [];
    },
    lift: jump(-by).lift,
    lasts: 0,
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
  run: (setting) => {
    const refused = new Set<string>();
    const jumps = [jump(hour), jump(-hour), jump(-2 * hour)] as const;
    // Where several servers share a database their jobs wait by the wall clock, which they have to agree about.
    const meanwhile = setting.engine.name === 'sqlite' ? [setBackMeanwhile(2 * hour, setting, refused)] : [];
    return trouble(setting, {
      troubles: [...jumps, ...meanwhile],
      scene: { env: (flows) => ({ NODE_OPTIONS: preloaded, CLOCK_FILE: clockFile(flows) }) },
      isFelt: false,
      // Before anybody else lets the platform misbehave: of several faults the first counts.
      prepare: ({ meta }) => {
        meta.failWhile(({ contactId }) => refused.has(contactId ?? ''), refusal);
        return Promise.resolve();
      },
    });
  },
};
