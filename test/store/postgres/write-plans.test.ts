import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres/open.js';
import type { Store } from '../../../src/store/store.js';
import { connect } from '../../postgres/connection.js';
import { createMigratedDatabase } from '../../postgres/test-database.js';
import { everywhere } from '../contract/erasure.js';
import {
  at,
  claimMessage,
  happens,
  minute,
  noon,
  nothing,
  parrot,
  tells,
  writes,
} from '../contract/world.js';

/** Tables that grow for ever; whoever reads one of them whole for a webhook is slower each day. */
const growing = [
  ...['aliases', 'clicks', 'conversations', 'events', 'handoffs', 'ledger', 'ledger_words', 'links'],
  ...['messages', 'outcomes', 'private_replies', 'suppressions', 'timers'],
];

async function openStore(url: string): Promise<Store> {
  return openPostgresStore({
    url,
    newId: randomUUID,
    processName: 'test',
    presence: { absent: () => Promise.resolve([]), grace: () => Promise.resolve() },
    announceDue: () => Promise.resolve(),
  });
}

/** Many contacts with everything that a contact can have. */
async function fill(url: string, client: pg.Client): Promise<void> {
  const store = await openStore(url);
  const people = Array.from({ length: 3000 }, (_, number) => `c${number}`);
  await store.apply(
    people.map((contact) => writes(`word-${contact}`, { contact })),
    everywhere,
  );
  await store.close();
  await client.query(`insert into clicks (workspace, account, conversation, code, at)
    select workspace, account, conversation, code, 0 from links`);
  await client.query(`insert into private_replies (workspace, account, comment_id, conversation, message_id,
      commented_at, deadline, state) select workspace, account, id, number, id, 0, 0, 'waiting' from conversations`);
  await client.query(`insert into suppressions (hash, stopped_occurred_at, stopped_received_at, created_at)
    select md5(id), 0, 0, 0 from conversations`);
}

/** What happens all day, to contacts who are known and to one who is not. */
async function spendADay(store: Store): Promise<void> {
  for (const contact of ['c5', 'c2999', 'new']) {
    const [applied] = await store.apply([writes(`day-${contact}`, { contact })], everywhere);
    const { conversationId, eventId } = applied!;
    const message = await claimMessage(store, conversationId);
    await store.record(message, { kind: 'sent', platformMessageId: `p-${contact}` }, noon, nothing);
    const echo = { metadata: message.id, platformMessageId: `p-${contact}`, text: 'hello', appId: null };
    await store.apply(
      [
        tells({ kind: 'messageEchoed', ...echo, ownMessageId: null, ...at(noon) }, { contact }),
        tells(
          { kind: 'messagesRead', platformMessageIds: [], upTo: noon + minute, ...at(noon) },
          { contact },
        ),
        happens(conversationId, { kind: 'timerFired', timerId: `${eventId}.timer`, ...at(noon) }),
        writes('more', { contact }),
      ],
      parrot,
    );
    await store.followLink(`code-day-${contact}`, noon);
  }
  await store.apply([writes('stop', { contact: 'c7' })], everywhere);
  const contact = await store.readContact('studio_ig/c7');
  await store.erase(contact!.id, noon);
}

/** How often each growing table was read from its beginning to its end. */
async function countScans(client: pg.Client): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ relname: string; seq_scan: string }>(
    'select relname, seq_scan from pg_stat_user_tables where relname = any($1::text[])',
    [growing],
  );
  return new Map(rows.map(({ relname, seq_scan }) => [relname, Number(seq_scan)]));
}

describe('what is written all day', () => {
  it.each(['unanalysed', 'analysed'])(
    'reads no growing table whole, in an %s database',
    async (condition) => {
      const database = await createMigratedDatabase();
      onTestFinished(() => database.drop());
      const client = await connect(database.url);
      await fill(database.url, client);
      if (condition === 'analysed') await client.query('vacuum analyze');
      const before = await countScans(client);
      const store = await openStore(database.url);
      // The sixth use of a statement may have another plan than the first.
      for (let days = 0; days < 3; days += 1) await spendADay(store);
      // A connection says what it has read when it ends.
      await store.close();
      const after = await countScans(client);
      expect(before.size).toBe(growing.length);
      expect([...after].filter(([table, count]) => count !== before.get(table))).toEqual([]);
    },
  );
});
