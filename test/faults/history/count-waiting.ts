import { withDatabase } from './database.js';

const statement = `select
  (select count(*) from messages where state in ('queued', 'sending')) +
  (select count(*) from events where disposition = 'deferred') as waiting`;

/** Messages that have not left, and events that nobody has decided upon yet. */
export function countWaiting(databaseUrl: string): Promise<number> {
  return withDatabase(databaseUrl, {
    sqlite: (file) => file.prepare<[], number>(statement).pluck().get() ?? 0,
    postgres: async (client) => {
      const { rows } = await client.query<{ waiting: string }>(statement);
      return Number(rows[0]?.waiting);
    },
  });
}
