import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { FaultProxy } from '../../faults/network/fault-proxy.js';
import { NotedTasks } from './noted-tasks.js';
import { openPool } from './open-pool.js';
import { watchProcess } from './process-events.js';
import { Workshop } from './workshop.js';

let shop: Workshop;
const unhandled = watchProcess('unhandledRejection');

beforeEach(async () => {
  shop = await Workshop.open();
});
afterEach(() => shop.close());

describe('a listening connection that is lost while the workers stop', () => {
  it('is given back twice, which does not end the process', async () => {
    const url = new URL(shop.url);
    const isListening = { upon: 'LISTEN', times: 1, passed: false } as const;
    const proxy = await FaultProxy.to(Number(url.port), () => ({ kind: 'black_hole', at: isListening }));
    url.port = String(proxy.port);
    const pool = openPool(url.href);
    const spies: MockInstance<pg.PoolClient['query']>[] = [];
    pool.on('connect', (client) => spies.push(vi.spyOn(client, 'query')));
    // What the workers say before they give it back.
    const isParting = ([statement]: readonly unknown[]) => String(statement).startsWith('UNLISTEN');
    const partings = () => spies.flatMap(({ mock }) => mock.calls.filter(isParting)).length;
    const work = await shop.start(new NotedTasks(), { pool });
    await until(() => proxy.struck.length > 0);
    const stop = work.stop();
    await until(() => partings() === 1);
    await proxy.close();
    await stop;
    await until(() => partings() === 2);
    await shop.pool.query('select');
    expect(unhandled).toEqual([]);
    await pool.end();
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await shop.pool.query('select');
}
