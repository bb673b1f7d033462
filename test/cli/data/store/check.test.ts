import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../../src/store/sqlite/open.js';
import { Cast, playEveryState, states } from '../../../store/copying/every-state.js';
import { PlayedWorkspace } from '../../../store/copying/played-workspace.js';
import { Workshop } from './workshop.js';

let shop: Workshop;

beforeEach(async () => {
  shop = new Workshop();
  const store = openSqliteStore({ path: shop.path('live.db'), newId: randomUUID });
  await playEveryState(await PlayedWorkspace.open(store), new Cast(states.length));
  await store.close();
});

const check = () => shop.call('live.db', 'store', 'check');

/** Changes something behind the store's back. */
function tamper(sql: string): void {
  const client = new Sqlite(shop.path('live.db'));
  client.pragma('foreign_keys = off');
  client.exec(sql);
  client.close();
}

const withRun = `(select number from conversations where json_extract(state, '$.run') is not null limit 1)`;
const awaiting = `(select number from conversations where json_extract(state, '$.awaiting') is not null limit 1)`;
const atRest = `(select number from conversations where json_extract(state, '$.awaiting') is null limit 1)`;
const calm = `(select number from conversations where json_extract(state, '$.handoff') is null limit 1)`;

describe('heyword store check', () => {
  it('finds nothing wrong with conversations in every state, and changes nothing', async () => {
    const before = readFileSync(shop.path('live.db'));

    expect(await check()).toMatchObject({
      exit: 0,
      complained: '',
      printed: expect.stringMatching(
        /live\.db: 20 conversations, \d+ ledger entries: all of it fits together\.$/,
      ) as string,
    });
    expect(readFileSync(shop.path('live.db')).equals(before)).toBe(true);
  });

  it.each([
    [
      'a timer that nothing waits for',
      `insert into timers select number, 'stray', workspace, account, 1 from conversations limit 1`,
      'the timer stray belongs to nothing',
    ],
    [
      'a wait that nothing ends',
      `delete from timers where conversation = ${awaiting}`,
      'no timer ends the wait',
    ],
    [
      'a question that is asked of nobody',
      `delete from requests where conversation = ${awaiting}`,
      'asked of nobody',
    ],
    [
      'a question that nobody waits for',
      `insert into requests select number, workspace, account, 'r', 'profile', 1, null, null from conversations where number = ${atRest}`,
      'that it does not wait for',
    ],
    [
      'a wrong count of waiting events',
      `update conversations set waiting_events = 7 where number = 1`,
      '7 events are said to wait, and 0 do',
    ],
    [
      'pins that are not the run’s',
      `update conversations set pins = null where number = ${withRun}`,
      'pinned to are not those of its run',
    ],
    [
      'a flow that a run needs and that is gone',
      `delete from flows where name = 'guide'`,
      'its run may need guide@',
    ],
    [
      'a handoff that is closed behind its back',
      `update handoffs set state = 'resolved', closed_at = 1 where state = 'open'`,
      'the handoff that it has is not open',
    ],
    [
      'a handoff that it does not know of',
      `update handoffs set state = 'open', closed_at = null, conversation = ${calm} where state = 'resolved'`,
      'a handoff is open that it does not know of',
    ],
    [
      'a state of someone else',
      `update conversations set state = (select state from conversations order by number desc limit 1) where number = 1`,
      'its state is that of another one',
    ],
    [
      'a contact who would not be recognised',
      `update aliases set platform_id = 'nobody' where conversation = 1`,
      'would not be recognised',
    ],
    [
      'a ledger line whose words were changed',
      `update ledger_words set words = 'go on'`,
      'the words are not those that were committed to',
    ],
    [
      'words without their line',
      `insert into ledger_words values ('nobody', 1, 'main', 'simulator', '00', 'words', null)`,
      '1 words of the consent ledger',
    ],
    [
      'a link that was said in no message',
      `update links set message_id = 'none' where code = (select code from links limit 1)`,
      '1 tracked links',
    ],
    [
      'rows whose conversation is gone',
      `delete from conversations where number = 1`,
      'it belongs to conversations that are gone',
    ],
    [
      'what was said to someone who is gone',
      `update events set conversation = 1000 where sequence = 1`,
      '1 events still have what they said',
    ],
  ])('finds %s', async (_what, sql, words) => {
    tamper(sql);
    const { exit, complained } = await check();

    expect(complained).toContain(words);
    expect(exit).toBe(1);
  });

  it('finds pages that are damaged, and looks no further', async () => {
    const bytes = readFileSync(shop.path('live.db'));
    writeFileSync(shop.path('live.db'), bytes.fill(7, 40_960, 45_056));
    const { exit, complained, printed } = await check();

    expect(exit).toBe(1);
    expect(complained).toContain('damaged');
    expect(printed).not.toContain('fits together');
  });

  it('tells by the schema that a server of this version has not been here yet', async () => {
    tamper(
      `drop table merges; delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)`,
    );

    expect(await check()).toMatchObject({
      exit: 1,
      complained: expect.stringMatching(/1 of \d+ migrations are missing/) as string,
    });
  });

  it('says what is none of our databases, or newer than we are', async () => {
    tamper(`insert into __drizzle_migrations (hash, created_at) values ('x', 9999999999999)`);
    expect(await check()).toMatchObject({ exit: 1, complained: expect.stringContaining('newer') as string });
    new Sqlite(shop.path('theirs.db')).exec('create table theirs (id integer)').close();
    expect(await shop.call('theirs.db', 'store', 'check')).toMatchObject({
      exit: 1,
      complained: expect.stringContaining('something else') as string,
    });
    expect(await shop.call('nowhere.db', 'store', 'check')).toMatchObject({ exit: 2 });
  });
});
