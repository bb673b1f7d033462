import { setTimeout as pause } from 'node:timers/promises';
import type { Scenario } from '../scenario.js';
import { type Trouble, trouble } from './troubled.js';

/** How long the server may take to end what is under way, ms. */
const slowestEnd = 15_000;
const preloaded = `--import=${new URL('../fail-points/reject.js', import.meta.url).href}`;

/** The server ends in order, says so without the fault's words, and another one takes its place. */
function fault(next: 'reject' | 'throw'): Trouble {
  return {
    strike: ({ server }) => {
      process.kill(server.pid, 'SIGUSR2');
    },
    look: async ({ server }) => {
      const ending = await Promise.race([server.ending(), pause(slowestEnd, null)]);
      if (ending === null) return ['the server did not end after a fault that nobody handles'];
      const { code, output } = ending;
      return [
        ...(code === 1 ? [] : [`the server ended with ${String(code ?? ending.signal)}`]),
        ...(output.includes('a fault that nobody handles')
          ? []
          : [`it says nothing of it: ${output.slice(-500)}`]),
        ...(output.includes('said in confidence') ? ['the words of the fault were logged'] : []),
      ];
    },
    lift: async (scene) => {
      await scene.start({ FAULT_KIND: next });
    },
    lasts: 0,
  };
}

export const unhandled: Scenario = {
  name: 'unhandled',
  rows: [50],
  title:
    'A promise is rejected, or an error thrown, that nobody handles: the server ends in order, and is started again',
  engines: ['sqlite', 'postgres'],
  trials: { few: 4, record: 50 },
  run: (setting) =>
    trouble(setting, {
      troubles: [fault('throw'), fault('reject')],
      scene: { env: () => ({ NODE_OPTIONS: preloaded }) },
    }),
};
