import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openConnection } from '../../../src/store/sqlite/connection.js';
import { GroupCommit } from '../../../src/store/sqlite/group-commit.js';
import { StoreUnavailable } from '../../../src/store/store.js';
import { scratchPath } from './scratch.js';

/** A group commit over a table of numbers, and a second connection that sees what is committed. */
function setUp() {
  const path = scratchPath();
  const client = openConnection(path);
  client.exec('CREATE TABLE numbers (number INTEGER PRIMARY KEY)');
  const witness = new Sqlite(path, { timeout: 0 });
  onTestFinished(() => {
    client.close();
    witness.close();
  });
  const insert = client.prepare('INSERT INTO numbers VALUES (?)');
  const add = (number: number) => () => insert.run(number).changes;
  const committed = () => witness.prepare('SELECT number FROM numbers ORDER BY number').pluck().all();
  return { client, witness, commits: new GroupCommit(client), add, committed };
}

/** Holds the event loop up, as work does. */
function passTime(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

describe('writing in groups', () => {
  it('commits what one turn of the event loop asked for together, and answers after that', async () => {
    const { commits, add, committed } = setUp();
    const seenBetween: unknown[] = [];
    const results = [1, 2, 3].map((number) =>
      commits.write(() => {
        seenBetween.push(committed());
        return add(number)();
      }),
    );
    const seenAtFirstAnswer = results[0]!.then(committed);

    expect(await Promise.all(results)).toEqual([1, 1, 1]);
    expect(seenBetween).toEqual([[], [], []]);
    expect(await seenAtFirstAnswer).toEqual([1, 2, 3]);
  });

  it('takes nothing from the others when one fails for a reason of its own', async () => {
    const { commits, add, committed } = setUp();
    const bug = new Error('bug');
    const results = await Promise.allSettled([
      commits.write(add(1)),
      commits.write(add(1)),
      commits.write(() => {
        add(7)();
        throw bug;
      }),
      commits.write(add(2)),
    ]);

    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(results[2]).toMatchObject({ reason: bug });
    expect(committed()).toEqual([1, 2]);
  });

  it('bounds a group, and still does everything, in order', async () => {
    const { commits, add, committed } = setUp();
    const order: number[] = [];
    const numbers = Array.from({ length: 2000 }, (_, number) => number);
    const all = numbers.map((number) => commits.write(add(number)).then(() => order.push(number)));
    await all[0];
    const afterFirstGroup = committed().length;
    await Promise.all(all);

    expect(afterFirstGroup).toBeLessThanOrEqual(512);
    expect(order).toEqual(numbers);
    expect(committed()).toHaveLength(2000);
  });

  it('takes as much time for a group as the event loop has taken for other things since the last one', async () => {
    const { commits, add, committed } = setUp();
    const begin = (from: number): readonly Promise<unknown>[] =>
      [0, 1, 2].map((place) =>
        commits.write(() => {
          passTime(15);
          return add(from + place)();
        }),
      );
    const idle = begin(10);
    await idle[0];
    expect(committed()).toHaveLength(1);
    await Promise.all(idle);
    const busy = begin(20);
    passTime(80);
    await busy[0];
    expect(committed()).toHaveLength(6);
    await Promise.all(busy);
  });

  it('commits what is pending when it is closed, and nothing after', async () => {
    const { commits, add, committed } = setUp();
    const pending = commits.write(add(1));
    commits.close();

    expect(await pending).toBe(1);
    await expect(commits.write(add(2))).rejects.toThrow(StoreUnavailable);
    expect(committed()).toEqual([1]);
  });
});

describe('a database that cannot commit', () => {
  it('refuses all of a group while another process holds the lock, and goes on after', async () => {
    const { client, witness, commits, add, committed } = setUp();
    client.pragma('busy_timeout = 10');
    witness.exec('BEGIN IMMEDIATE');
    const results = await Promise.allSettled([commits.write(add(1)), commits.write(add(2))]);
    witness.exec('ROLLBACK');

    for (const result of results) {
      expect(result).toMatchObject({ reason: { code: 'store_unavailable', retryable: true } });
    }
    expect(await commits.write(add(3))).toBe(1);
    expect(committed()).toEqual([3]);
  });

  it.each(['SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_DIR_FSYNC', 'SQLITE_CORRUPT_INDEX'])(
    'is never written again after %s, which is told once',
    async (code) => {
      const { commits, add, committed } = setUp();
      const told: StoreUnavailable[] = [];
      commits.onBroken = (why) => told.push(why);
      const fail = () => {
        throw new Sqlite.SqliteError('disk I/O error', code);
      };
      const results = await Promise.allSettled([
        commits.write(add(1)),
        commits.write(fail),
        commits.write(add(2)),
      ]);

      for (const result of results) expect(result).toMatchObject({ reason: { name: 'StoreUnavailable' } });
      await expect(commits.write(add(3))).rejects.toThrow(code);
      expect(() => commits.outside(add(4))).toThrow(StoreUnavailable);
      expect(committed()).toEqual([]);
      expect(told.map(({ message }) => message)).toEqual([expect.stringContaining(code)]);
    },
  );

  it('is written again after a fault that passes, of which nobody is told', async () => {
    const { commits, add } = setUp();
    commits.onBroken = () => expect.fail('it is not broken');
    const fail = () => {
      throw new Sqlite.SqliteError('disk I/O error', 'SQLITE_IOERR_WRITE');
    };
    await expect(commits.write(fail)).rejects.toThrow(StoreUnavailable);

    expect(await commits.write(add(1))).toBe(1);
  });
});
