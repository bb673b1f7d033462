import { describe, expect, it, onTestFinished } from 'vitest';
import { notifyChanges, openChangeFeed, type ChangeFeed } from '../../../src/store/postgres/change-feed.js';
import { StandingConnection } from '../../../src/store/postgres/standing-connection.js';
import { killBackends } from '../../postgres/throw-away-database.js';
import { scratchDatabase, scratchPool } from './scratch.js';

async function feedAt(url: string): Promise<ChangeFeed> {
  const connection = await StandingConnection.open(url);
  onTestFinished(() => connection.close());
  return openChangeFeed(connection);
}

/** What is heard until `last` is, which is always said last. */
function hearUntil<T>(subscribe: (listener: (heard: T) => void) => void, last: T): Promise<readonly T[]> {
  const heard: T[] = [];
  return new Promise((resolve) => {
    subscribe((what) => {
      heard.push(what);
      if (what === last) resolve(heard);
    });
  });
}

describe('the feed of changes', () => {
  it('tells every process what was committed, and nothing of what was not', async () => {
    const url = await scratchDatabase();
    const feeds = [await feedAt(url), await feedAt(url)];
    const heard = feeds.map((feed) => hearUntil(feed.onStoryChanged, 'last'));
    const client = await scratchPool(url).connect();
    await client.query('begin');
    await notifyChanges(client, ['undone']);
    await client.query('rollback');
    await client.query('begin');
    await notifyChanges(client, ['a', 'b', 'a']);
    await notifyChanges(client, []);
    await client.query('commit');
    await notifyChanges(client, ['last']);
    client.release();

    expect(await Promise.all(heard)).toEqual([
      ['a', 'b', 'last'],
      ['a', 'b', 'last'],
    ]);
  });

  it('tells of more conversations than a notification holds', async () => {
    const url = await scratchDatabase();
    const heard = hearUntil((await feedAt(url)).onStoryChanged, 'last');
    const many = Array.from({ length: 1000 }, (_, number) => `0193-conversation-${number}`);
    await notifyChanges(scratchPool(url), [...many, 'last']);

    expect(await heard).toEqual([...many, 'last']);
  });

  it('says after a gap that anything may have changed', async () => {
    const url = await scratchDatabase();
    const feed = await feedAt(url);
    const heard = hearUntil<string | null>(feed.onStoryChanged, null);
    await killBackends(url);

    expect(await heard).toEqual([null]);
  });
});
