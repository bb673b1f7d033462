import type { Scenario } from '../scenario.js';
import { type Rival, race } from './races.js';

/** Some write on after STOP, some come back. */
const sayStop: Rival = {
  becomes: 'stop',
  act: async (chat, chance) => {
    await chat.says('STOP', 'stop');
    if (chance.happens(0.3)) await chat.says('guide');
    if (chance.happens(0.2)) await chat.says('START', 'start');
  },
};

export const stopRaces: Scenario = {
  name: 'stop-races',
  rows: [45],
  title: 'STOP at any moment while messages are queued, claimed and on the wire',
  engines: ['sqlite', 'postgres'],
  trials: { few: 300, record: 10_000 },
  run: (setting) => race(setting, sayStop),
};
