import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openConnection } from '../../../src/store/sqlite/connection.js';
import { createSqliteStore } from '../../../src/store/sqlite/open.js';
import { StoreUnavailable } from '../../../src/store/store.js';
import { applyOne, claimMessage, openGate, noon, writes } from '../contract/world.js';
import { scratchPath } from './scratch.js';

describe('a full disk', () => {
  it('refuses what it cannot keep, still reads, sends nothing, and goes on when there is space', async () => {
    const client = openConnection(scratchPath());
    const store = createSqliteStore(client, randomUUID, randomBytes);
    onTestFinished(() => store.close());
    const acknowledged: string[] = [];
    client.pragma(`max_page_count = ${Number(client.pragma('page_count', { simple: true })) + 20}`);
    const text = 'x'.repeat(900);
    const fill = async () => {
      while (true) {
        const contact = `c${acknowledged.length}`;
        const { conversationId } = await applyOne(store, writes(text, { contact, key: contact }));
        acknowledged.push(conversationId);
      }
    };

    await expect(fill()).rejects.toThrow(StoreUnavailable);
    const last = acknowledged.at(-1)!;
    expect(acknowledged.length).toBeGreaterThan(3);
    expect(await store.readStory(last)).toHaveLength(2);
    await expect(applyOne(store, writes(text))).rejects.toMatchObject({ retryable: true });

    client.pragma('max_page_count = 100000');
    expect(await applyOne(store, writes(text, { key: `c${acknowledged.length}` }))).toMatchObject({
      result: 'handled',
    });
    expect(await store.probe()).toBe(true);
    expect(await claimMessage(store, last)).toMatchObject({ body: { text } });
    expect(await store.claim(last, noon, openGate)).toMatchObject({ kind: 'wait' });
    expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(client.pragma('foreign_key_check')).toEqual([]);
  });
});
