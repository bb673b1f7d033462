import type { Database } from 'better-sqlite3';
import { wordsOf } from '../../../core/search-words.js';
import { prepareWatermark } from './watermark.js';

interface Known {
  readonly name: string | null;
  readonly firstName: string | null;
  /** JSON: an array of texts. */
  readonly tags: string;
}

interface Touched {
  readonly sequence: number;
  readonly conversation: number;
}

/** Contacts by name, platform ids and tags. They change by events, so those of the events that came in are looked at. */
export function prepareContactWords(client: Database) {
  const watermark = prepareWatermark(client, 'events');
  const touched = client.prepare<[number, number], Touched>(
    'SELECT sequence, conversation FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?',
  );
  const stale = client
    .prepare<[number], number>('SELECT conversation FROM stale_contacts ORDER BY conversation LIMIT ?')
    .pluck();
  const done = client.prepare<[number]>('DELETE FROM stale_contacts WHERE conversation = ?');
  const refresh = prepareRefresh(client);
  return {
    ...watermark,
    catchUp(rows: number): boolean {
      const events = touched.all(watermark.read(), rows);
      for (const conversation of new Set(events.map((event) => event.conversation))) refresh(conversation);
      watermark.move(events.at(-1)?.sequence);
      const changed = stale.all(rows);
      for (const conversation of changed) {
        refresh(conversation);
        done.run(conversation);
      }
      return events.length === rows || changed.length === rows;
    },
  };
}

function prepareRefresh(client: Database): (conversation: number) => void {
  const known = client.prepare<[number], Known>(
    `SELECT json_extract(state, '$.contact.profile.name') AS name,
      json_extract(state, '$.contact.profile.firstName') AS firstName,
      json_extract(state, '$.contact.tags') AS tags FROM conversations WHERE number = ?`,
  );
  const ids = client
    .prepare<[number], string>('SELECT platform_id FROM aliases WHERE conversation = ?')
    .pluck();
  const indexed = client.prepare<[number], string>('SELECT words FROM contact_words WHERE rowid = ?').pluck();
  const remove = client.prepare<[number]>('DELETE FROM contact_words WHERE rowid = ?');
  const insert = client.prepare<[number, string]>('INSERT INTO contact_words (rowid, words) VALUES (?, ?)');
  return (conversation) => {
    const contact = known.get(conversation);
    if (contact === undefined) return;
    const tags = JSON.parse(contact.tags) as readonly string[];
    const words = wordsOf(contact.name ?? '', contact.firstName ?? '', ...ids.all(conversation), ...tags);
    const line = words.join(' ');
    const before = indexed.get(conversation);
    if (before === line) return;
    if (before !== undefined) remove.run(conversation);
    insert.run(conversation, line);
  };
}
