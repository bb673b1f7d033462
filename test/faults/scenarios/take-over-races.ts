import type { Scenario } from '../scenario.js';
import { type Rival, race } from './races.js';

/** Some only take over, some answer at once, and some give the chat back. */
const takeOver: Rival = {
  becomes: 'take_over',
  act: async (chat, chance) => {
    if (chance.happens(0.5)) await chat.does('take');
    else await chat.does('reply', 'Mira here.');
    if (chance.happens(0.2)) await chat.does('hand_back');
  },
};

export const takeOverRaces: Scenario = {
  name: 'take-over-races',
  rows: [44],
  title: 'A person takes over, or answers, at any moment while the bot speaks',
  engines: ['sqlite', 'postgres'],
  trials: { few: 300, record: 2_000 },
  run: (setting) => race(setting, takeOver),
};
