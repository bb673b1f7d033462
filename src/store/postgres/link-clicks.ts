import type pg from 'pg';

/** Records a click; null: no message has such a link, and nothing is written. */
export async function followLink(pool: pg.Pool, code: string, now: number): Promise<string | null> {
  const { rows } = await pool.query<{ target: string }>({
    name: 'follow_link',
    text: `with link as (select workspace, account, conversation, code, target from links where code = $1 for key share),
        click as (insert into clicks (workspace, account, conversation, code, at)
          select workspace, account, conversation, code, $2 from link)
      select target from link`,
    values: [code, now],
  });
  return rows[0]?.target ?? null;
}
