import Sqlite, { type Database } from 'better-sqlite3';
import { prepareWordIndex } from '../../../src/store/sqlite/search/word-index.js';
import { messagesOfChat, writeOneChat } from './one-chat.js';
import { multiplyChat } from './multiply.js';

/** What is told of a build: what is done, and how much of it (0 to 1). */
export type Show = (what: string, share: number) => void;

/** Rows of the word index that are caught up with at once. */
const wordsPerTransaction = 5_000;

/**
 * Makes a SQLite file as a server would leave it that has had that many contacts with ten messages each: rows as one has
 * written them, indexes, and words to search. Nothing is waited for on the disk until the end.
 */
export async function buildFilled(file: string, contacts: number, show: Show): Promise<void> {
  await writeOneChat(file);
  const client = new Sqlite(file);
  try {
    for (const hurry of ['journal_mode = OFF', 'synchronous = OFF', 'foreign_keys = OFF'])
      client.pragma(hurry);
    client.pragma('cache_size = -500000');
    withoutIndexes(client, show, () =>
      multiplyChat(client, contacts, (done) => show('copying chats', done / contacts)),
    );
    indexWords(client, contacts, show);
    show('writing it to the disk', 1);
    for (const calm of ['optimize', 'synchronous = FULL', 'journal_mode = WAL']) client.pragma(calm);
  } finally {
    client.close();
  }
}

/** An index that is made at the end is sorted; one that grows with chance is read and written all over. */
function withoutIndexes(client: Database, show: Show, fill: () => void): void {
  const indexes = client
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) client.exec(`DROP INDEX "${name}"`);
  fill();
  for (const [at, { sql }] of indexes.entries()) {
    show('making indexes', at / indexes.length);
    client.exec(sql);
  }
}

/** By the server's own code, which follows behind a mark. */
function indexWords(client: Database, contacts: number, show: Show): void {
  const index = prepareWordIndex(client);
  const catchUp = client.transaction(() => index.catchUp(wordsPerTransaction));
  for (let rows = 0; catchUp(); rows += wordsPerTransaction)
    show('indexing words', rows / (contacts * messagesOfChat));
}
