import { expect, it } from 'vitest';
import { migrateWork } from '../../../src/work/graphile/migrate-work.js';
import { createDatabase } from '../../postgres/test-database.js';
import { openPool } from './open-pool.js';

it('brings the job queue to a database once, by however many processes at the same time', async () => {
  const database = await createDatabase();
  const pools = Array.from({ length: 6 }, () => openPool(database.url));
  const complaints: Error[] = [];
  await Promise.all(pools.map((pool) => migrateWork(pool, (error) => complaints.push(error))));
  const { rows } = await pools[0]!.query(
    "select to_regproc('graphile_worker.add_jobs') is not null as queue, to_regclass('graphile_worker.heyword_held_jobs') is not null as index",
  );
  expect([rows, complaints]).toEqual([[{ queue: true, index: true }], []]);
  for (const pool of pools) await pool.end();
  await database.drop();
});
