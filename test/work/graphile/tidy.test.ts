import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tidyJobs } from '../../../src/work/graphile/tidy.js';
import { Workshop } from './workshop.js';

let shop: Workshop;

beforeEach(async () => {
  shop = await Workshop.open();
});
afterEach(() => shop.close());

describe('tidying up', () => {
  it('removes jobs that were replaced and are held by nobody, and no others', async () => {
    await shop.announce(Date.now() + 60_000, 'waits');
    await shop.announce(Date.now() + 60_000, 'replaced, and held');
    await shop.announce(Date.now() + 60_000, 'replaced');
    await shop.pool.query(
      "update graphile_worker._private_jobs set locked_by = 'pool-x', locked_at = now() where key like '%replaced%'",
    );
    await shop.announce(Date.now() + 60_000, 'replaced', 'replaced, and held');
    await shop.pool.query(
      'update graphile_worker._private_jobs set locked_by = null, locked_at = null where locked_by is not null and id = 3',
    );
    expect(await shop.jobs()).toHaveLength(5);
    await tidyJobs((statement) => shop.pool.query(statement));
    expect((await shop.jobs()).map(({ key, locked_by }) => [key, locked_by])).toEqual([
      ['conversation:waits', null],
      [null, 'pool-x'],
      ['conversation:replaced', null],
      ['conversation:replaced, and held', null],
    ]);
  });

  it('keeps the numbers of tasks from ending, so that announcing never ends either', async () => {
    await shop.announce(Date.now() + 60_000, 'a');
    await shop.pool.query(
      "select setval(pg_get_serial_sequence('graphile_worker._private_tasks', 'id'), 2147483647)",
    );
    await expect(shop.announce(Date.now() + 60_000, 'b')).rejects.toThrow(/maximum value/);
    await tidyJobs((statement) => shop.pool.query(statement));
    await shop.announce(Date.now() + 60_000, 'b');
    expect((await shop.jobs()).map(({ key }) => key)).toEqual(['conversation:a', 'conversation:b']);
  });
});
