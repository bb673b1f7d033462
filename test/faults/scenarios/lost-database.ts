import { killBackends } from '../../postgres/throw-away-database.js';
import type { PostgresServer } from '../../postgres/postgres-server.js';
import type { Scenario } from '../scenario.js';
import { type Trouble, trouble } from './troubled.js';

const cut: Trouble = {
  strike: ({ databaseUrl }) => killBackends(databaseUrl),
  lift: () => undefined,
  lasts: 0,
};

function ending(server: PostgresServer, how: 'stop' | 'crash'): Trouble {
  return { strike: () => server[how](), lift: () => server.resume() };
}

export const lostDatabase: Scenario = {
  name: 'lost-database',
  rows: [49],
  title: 'PostgreSQL is killed, stopped and started again; its connections are cut in the middle of commits',
  engines: ['postgres'],
  trials: { few: 9, record: 90 },
  run: async (setting) => {
    const { server } = setting.engine;
    if (server === null) throw new Error('This needs a PostgreSQL of its own.');
    return trouble(setting, { troubles: [cut, ending(server, 'crash'), cut, ending(server, 'stop')] });
  },
};
