import type pg from 'pg';

/** How many events one transaction removes, so that none waits long for it. */
const mostAtOnce = 1000;

/** Word for word the condition of the index `events_prunable`. */
const isPrunable = '(changed_consent = false or payload is not null)';

const old = `select sequence from events
  where ${isPrunable} and received_at < $1 and disposition <> 'deferred' limit ${mostAtOnce}`;

const pruneText = `with old as (${old}),
  gone as (delete from events using old where events.sequence = old.sequence and not changed_consent
    returning 1),
  blanked as (update events set payload = null, trace = null, sealed = null from old
    where events.sequence = old.sequence and changed_consent returning 1)
  select (select count(*) from gone) as gone, (select count(*) from blanked) as blanked`;

/** See the SQLite engine's: what changed consent keeps its id for ever, what still waits stays whole. */
export async function pruneEvents(pool: pg.Pool, keysBefore: number): Promise<{ readonly events: number }> {
  await pool.query(`delete from private_replies where deadline < $1 and state <> 'waiting'`, [keysBefore]);
  let removed = 0;
  while (true) {
    const { rows } = await pool.query<{ gone: number; blanked: number }>(pruneText, [keysBefore]);
    const { gone, blanked } = rows[0] ?? { gone: 0, blanked: 0 };
    removed += gone;
    if (gone + blanked === 0) return { events: removed };
  }
}
