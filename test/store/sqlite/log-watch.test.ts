import { writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openConnection } from '../../../src/store/sqlite/connection.js';
import { logBytes, LogWatch } from '../../../src/store/sqlite/log-watch.js';
import { scratchPath } from './scratch.js';

/** A watch over a log of at most 100 bytes, at a time that the test sets. */
function setUp() {
  const path = scratchPath();
  const told: number[] = [];
  let clock = 0;
  const watch = new LogWatch({
    path,
    most: 100,
    onGrown: (bytes) => void told.push(bytes),
    elapsed: () => clock,
  });
  const lookAfter = (ms: number): void => {
    clock += ms;
    watch.look();
  };
  const grow = (bytes: number): void => writeFileSync(`${path}-wal`, Buffer.alloc(bytes));
  return { told, lookAfter, grow };
}

describe('a log that has outgrown what it may have', () => {
  it('is told of once, with its size', () => {
    const { told, lookAfter, grow } = setUp();
    grow(101);
    for (let look = 0; look < 6; look += 1) lookAfter(5_000);
    expect(told).toEqual([101]);
  });

  it('is not told of where it is small again at the next look', () => {
    const { told, lookAfter, grow } = setUp();
    grow(101);
    lookAfter(5_000);
    grow(100);
    lookAfter(5_000);
    grow(101);
    lookAfter(5_000);
    expect(told).toEqual([]);
  });

  it('is told of again when it had shrunk meanwhile', () => {
    const { told, lookAfter, grow } = setUp();
    for (const bytes of [101, 101, 100, 102, 102]) {
      grow(bytes);
      lookAfter(5_000);
    }
    expect(told).toEqual([101, 102]);
  });

  it('is looked at now and then, not after each commit', () => {
    const { told, lookAfter, grow } = setUp();
    grow(101);
    lookAfter(5_000);
    for (let look = 0; look < 4; look += 1) lookAfter(1_000);
    expect(told).toEqual([]);
    lookAfter(1_000);
    expect(told).toEqual([101]);
  });
});

describe('the size of a log', () => {
  it('grows while somebody reads an old state, and is none where there is no log', () => {
    const path = scratchPath();
    expect(logBytes(path)).toBe(0);
    const client = openConnection(path);
    client.exec('CREATE TABLE blobs (bytes BLOB); INSERT INTO blobs VALUES (zeroblob(1000))');
    const reader = new Sqlite(path, { readonly: true });
    onTestFinished(() => {
      reader.close();
      client.close();
    });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM blobs').get();
    client.exec('INSERT INTO blobs VALUES (zeroblob(1000000))');
    expect(logBytes(path)).toBeGreaterThan(1_000_000);
  });
});
