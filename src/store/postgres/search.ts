import type pg from 'pg';
import type { Wanted } from '../../core/search-words.js';
import type { FoundContact, FoundMessage, Search, SearchScope } from '../search.js';
import { type TextRow, toPlaced } from '../timeline/found-text.js';
import { readMergedPage, type Placed, type TimelineSource } from '../timeline/merge-pages.js';
import { translateFaults } from './translate-faults.js';

const isInScope = '($2::text[] is null or c.workspace = any($2))';
const nameOf = `c.state #>> '{contact,profile,name}'`;

/** The database itself keeps the index, by triggers. */
export function openSearch(pool: pg.Pool): Search {
  return {
    searchContacts: (scope, limit) => findContacts(pool, scope, limit),
    async searchMessages(scope, page) {
      const sources = [messagesText, notesText].map(
        (text): TimelineSource<FoundMessage> =>
          (before, limit) =>
            findTexts(pool, text, scope, { before, limit }),
      );
      const { items, next } = await readMergedPage(sources, page);
      return { items: items.toReversed(), next };
    },
  };
}

/** Words have no quotes in them, nor a backslash. One letter is no beginning: it is all. */
function matchOf({ words, beginning }: Wanted): string {
  const last = beginning.length > 1 ? `'${beginning}':*` : `'${beginning}'`;
  return [...words.map((word) => `'${word}'`), last].join(' & ');
}

const contactsText = `select c.contact_id as "contactId", c.id as "conversationId", ${nameOf} as name, c.channel, c.account,
    array(select platform_id from aliases where conversation = c.number order by platform_id) as "platformIds"
  from contact_words w join conversations c on c.number = w.conversation
  where w.words @@ $1::tsquery and ${isInScope} order by w.conversation desc limit $3`;

async function findContacts(
  pool: pg.Pool,
  { wanted, workspaces }: SearchScope,
  limit: number,
): Promise<readonly FoundContact[]> {
  return ask<FoundContact>(pool, 'search_contacts', contactsText, [matchOf(wanted), workspaces, limit]);
}

const messagesText = `select m.sequence as place, c.id as "conversationId", m.id, ${nameOf} as "contactName", c.channel,
    m.direction, m.body ->> 'text' as text, m.at
  from message_words w join messages m on m.sequence = w.sequence join conversations c on c.number = m.conversation
  where w.words @@ $1::tsquery and w.sequence < $3 and ${isInScope} order by w.sequence desc limit $4`;

const notesText = `select n.sequence as place, c.id as "conversationId", n.id, ${nameOf} as "contactName", c.channel,
    'note' as direction, n.text, n.at
  from note_words w join notes n on n.sequence = w.sequence join conversations c on c.number = n.conversation
  where w.words @@ $1::tsquery and w.sequence < $3 and ${isInScope} order by w.sequence desc limit $4`;

async function findTexts(
  pool: pg.Pool,
  text: string,
  { wanted, workspaces }: SearchScope,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<readonly Placed<FoundMessage>[]> {
  const name = text === notesText ? 'search_notes' : 'search_messages';
  const rows = await ask<TextRow>(pool, name, text, [matchOf(wanted), workspaces, before, limit]);
  return rows.map(toPlaced);
}

async function ask<Row extends object>(
  pool: pg.Pool,
  name: string,
  text: string,
  values: unknown[],
): Promise<readonly Row[]> {
  return (await translateFaults(pool.query<Row>({ name, text, values }))).rows;
}
