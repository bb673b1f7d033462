import type { Database } from 'better-sqlite3';
import { wordsOf } from '../../../core/search-words.js';
import { prepareContactWords } from './contact-words.js';
import { prepareWatermark } from './watermark.js';

/** Where words are found. Everything in it is called inside a transaction. */
export interface WordIndex {
  /** Looks at so many rows of each kind that came in since; whether there may be more. */
  catchUp(rows: number): boolean;
  /** Before the conversation's own rows are removed. */
  forgetConversation(conversation: number): void;
  /** Of a message that was taken back; before or after its words are gone. */
  forgetMessage(conversation: number, platformMessageId: string): void;
  /** Something by which the contact is found has changed otherwise than by an event. */
  contactChanged(conversation: number): void;
  /** The conversation has become part of another one. */
  contactGone(conversation: number): void;
  /** After rows were removed: their numbers may be given again. */
  followRemoval(): void;
}

/**
 * The full-text index is filled behind the writes, so that no webhook waits for it: of each table it is known up to which
 * row it was looked at.
 */
export function prepareWordIndex(client: Database): WordIndex {
  const sources = [prepareMessages(client), prepareNotes(client), prepareContactWords(client)];
  const messagesOf = client.prepare<[number]>(
    'DELETE FROM message_words WHERE rowid IN (SELECT sequence FROM messages WHERE conversation = ?)',
  );
  const notesOf = client.prepare<[number]>(
    'DELETE FROM note_words WHERE rowid IN (SELECT sequence FROM notes WHERE conversation = ?)',
  );
  const message = client.prepare<[number, string]>(
    `DELETE FROM message_words WHERE rowid IN (SELECT sequence FROM messages
      WHERE conversation = ? AND platform_message_id = ? AND direction = 'in')`,
  );
  const contact = client.prepare<[number]>('DELETE FROM contact_words WHERE rowid = ?');
  const stale = client.prepare<[number]>('INSERT OR IGNORE INTO stale_contacts (conversation) VALUES (?)');
  return {
    catchUp: (rows) => sources.map((source) => source.catchUp(rows)).includes(true),
    forgetConversation(conversation) {
      messagesOf.run(conversation);
      notesOf.run(conversation);
      contact.run(conversation);
    },
    forgetMessage: (conversation, platformMessageId) => void message.run(conversation, platformMessageId),
    contactChanged: (conversation) => void stale.run(conversation),
    contactGone: (conversation) => void contact.run(conversation),
    followRemoval: () => {
      for (const source of sources) source.followRemoval();
    },
  };
}

interface Said {
  readonly sequence: number;
  readonly text: string | null;
}

function prepareMessages(client: Database) {
  return prepareTexts(client, {
    table: 'messages',
    into: 'message_words',
    // What was said in confidence has its words in its seal alone.
    text: `CASE WHEN sealed IS NULL THEN json_extract(body, '$.text') END`,
  });
}

function prepareNotes(client: Database) {
  return prepareTexts(client, { table: 'notes', into: 'note_words', text: 'text' });
}

interface Texts {
  readonly table: 'messages' | 'notes';
  readonly into: string;
  /** What of a row is looked at, in SQL. */
  readonly text: string;
}

function prepareTexts(client: Database, { table, into, text }: Texts) {
  const watermark = prepareWatermark(client, table);
  const next = client.prepare<[number, number], Said>(
    `SELECT sequence, ${text} AS text FROM ${table} WHERE sequence > ? ORDER BY sequence LIMIT ?`,
  );
  const insert = client.prepare<[number, string]>(`INSERT INTO ${into} (rowid, words) VALUES (?, ?)`);
  return {
    ...watermark,
    catchUp(rows: number): boolean {
      const found = next.all(watermark.read(), rows);
      for (const { sequence, text: said } of found) {
        const words = wordsOf(said ?? '');
        if (words.length > 0) insert.run(sequence, words.join(' '));
      }
      watermark.move(found.at(-1)?.sequence);
      return found.length === rows;
    },
  };
}
