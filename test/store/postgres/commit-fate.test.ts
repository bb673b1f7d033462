import { describe, expect, it } from 'vitest';
import { findCommitFate, type FateOptions } from '../../../src/store/postgres/commit-fate.js';
import { killBackends } from '../../postgres/throw-away-database.js';
import { scratchDatabase, scratchPool } from './scratch.js';

/** A clock that waits in no time. */
function quickClock(): Pick<FateOptions, 'wait' | 'now'> & { readonly waited: () => number } {
  let now = 0;
  const wait = async (milliseconds: number) => void (now += milliseconds);
  return { wait, now: () => now, waited: () => now };
}

/** A transaction under way, its number, and how to ask for its fate on other connections. */
async function begun() {
  const url = await scratchDatabase();
  const pool = scratchPool(url);
  const client = await pool.connect();
  await client.query('begin');
  const id = (await client.query<{ id: string }>('select pg_current_xact_id()::text as id')).rows[0]!.id;
  const ask = async (asked = id) => {
    const { rows } = await pool.query<{ status: string | null }>(
      'select pg_xact_status($1::xid8) as status',
      [asked],
    );
    return rows[0]!.status;
  };
  return { url, client, ask, id };
}

describe('the fate of a commit that was not answered', () => {
  it('is known once the transaction has committed', async () => {
    const { client, ask } = await begun();
    await client.query('commit');
    client.release();

    expect(await findCommitFate({ ask, ...quickClock() })).toBe('committed');
  });

  it.each(['was rolled back', 'lost its connection'])('is known when the transaction %s', async (what) => {
    const { url, client, ask } = await begun();
    await (what === 'was rolled back' ? client.query('rollback') : killBackends(url));
    client.release(true);

    expect(await findCommitFate({ ask, ...quickClock() })).toBe('aborted');
  });

  it('is waited for as long as the transaction is under way, or nobody can be asked', async () => {
    const { client, ask } = await begun();
    const clock = quickClock();
    const trouble = [new Error('Connection terminated'), null, new Error('Query read timeout')];
    const answers: (string | null)[] = [];
    const fate = await findCommitFate({
      ...clock,
      ask: async () => {
        const fault = trouble.shift();
        if (fault instanceof Error) throw fault;
        if (fault === undefined) await client.query('commit');
        const answer = await ask();
        answers.push(answer);
        return answer;
      },
    });
    client.release();

    expect(answers).toEqual(['in progress', 'committed']);
    expect(fate).toBe('committed');
    expect(clock.waited()).toBe(300);
  });

  it('is given up after five seconds', async () => {
    const { client, ask } = await begun();
    const clock = quickClock();
    const fate = await findCommitFate({ ask, ...clock });
    client.release(true);

    expect(fate).toBe(null);
    expect(clock.waited()).toBe(5000);
  });

  it('is unknown to a server that has not come so far, or that forgot', async () => {
    const { client, ask, id } = await begun();
    const askInFuture = () => ask(String(Number(id) + 1_000_000));
    const [future, forgotten] = await Promise.all([
      findCommitFate({ ask: askInFuture, ...quickClock() }),
      findCommitFate({ ask: async () => null, ...quickClock() }),
    ]);
    client.release(true);

    expect([future, forgotten]).toEqual([null, null]);
  });

  it('is not guessed when the question is wrong', async () => {
    const pool = scratchPool(await scratchDatabase());
    const ask = async () =>
      (await pool.query<{ nothing: string }>('select nothing from nowhere')).rows[0]!.nothing;

    await expect(findCommitFate({ ask, ...quickClock() })).rejects.toMatchObject({ code: '42P01' });
  });
});
