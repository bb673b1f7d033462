import type { Scenario } from '../scenario.js';
import { trouble } from './troubled.js';

export const stall: Scenario = {
  name: 'stall',
  rows: [47],
  title: 'The process stands still (SIGSTOP), and goes on',
  engines: ['sqlite', 'postgres'],
  trials: { few: 5, record: 100 },
  run: (setting) =>
    trouble(setting, {
      troubles: [
        {
          strike: ({ server }) => {
            server.halt();
          },
          lift: ({ server }) => {
            server.goOn();
          },
        },
      ],
      isFelt: false,
    }),
};
