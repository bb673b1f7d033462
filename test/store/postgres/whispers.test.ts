import { describe, expect, it, onTestFinished } from 'vitest';
import { StandingConnection } from '../../../src/store/postgres/standing-connection.js';
import { openWhispers, type PostgresWhispers } from '../../../src/store/postgres/whispers.js';
import { scratchDatabase, scratchPool } from './scratch.js';

async function joinAs(name: string, url: string): Promise<PostgresWhispers> {
  const connection = await StandingConnection.open(url);
  onTestFinished(() => connection.close());
  return openWhispers(connection, scratchPool(url), name);
}

function hearUntil(whispers: PostgresWhispers, last: string): Promise<readonly string[]> {
  const heard: string[] = [];
  return new Promise((resolve) => {
    whispers.onHeard((text) => {
      heard.push(text);
      if (text === last) resolve(heard);
    });
  });
}

describe('whispers over PostgreSQL', () => {
  it('are heard by every other process, in order, whatever is said', async () => {
    const url = await scratchDatabase();
    const [one, two, three] = await Promise.all(['one', 'two', 'three'].map((name) => joinAs(name, url)));
    if (one === undefined || two === undefined || three === undefined) throw new TypeError();
    const heard = [hearUntil(two, 'last'), hearUntil(three, 'last'), hearUntil(one, 'last of two')];
    const texts = [
      '{"is": "JSON"}',
      '',
      ' with  spaces ',
      '“quotes” ’; drop',
      'again',
      'again',
      'two\nlines',
      ...numbers(200),
      'last',
    ];
    for (const text of texts) one.say(text);

    const [atTwo, atThree] = await Promise.all(heard.slice(0, 2));
    expect(atTwo).toEqual(texts);
    expect(atThree).toEqual(texts);
    two.say('last of two');
    expect(await heard[2]).toEqual(['last of two']);
  });

  it('are lost while the database cannot be reached, and go on afterwards', async () => {
    const url = await scratchDatabase();
    let isDown = true;
    const pool = scratchPool(url);
    const db = {
      query: (...asked: Parameters<typeof pool.query>) =>
        isDown ? Promise.reject(new Error('down')) : pool.query(...asked),
    } as unknown as typeof pool;
    const connection = await StandingConnection.open(url);
    onTestFinished(() => connection.close());
    const one = await openWhispers(connection, db, 'one');
    const heard = hearUntil(await joinAs('two', url), 'last');
    one.say('lost');
    await new Promise(setImmediate);
    isDown = false;
    one.say('last');

    expect(await heard).toEqual(['last']);
  });
});

function numbers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `number ${at}`);
}
