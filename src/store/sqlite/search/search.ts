import type { Database } from 'better-sqlite3';
import type { Wanted } from '../../../core/search-words.js';
import type { FoundContact, FoundMessage, Search, SearchScope } from '../../search.js';
import { type TextRow, toPlaced } from '../../timeline/found-text.js';
import { readMergedPage, type Placed } from '../../timeline/merge-pages.js';

interface Question {
  readonly match: string;
  /** JSON; null: everywhere. */
  readonly workspaces: string | null;
  readonly before: number;
  readonly limit: number;
}

type Workspaces = Question['workspaces'];
type ScopedValues = [match: string, Workspaces, Workspaces, limit: number];
type PagedValues = [match: string, before: number, Workspaces, Workspaces, limit: number];

const isInScope = `(? IS NULL OR c.workspace IN (SELECT value FROM json_each(?)))`;
const nameOf = `json_extract(c.state, '$.contact.profile.name')`;

/** @param catchUp What was committed is to be found, as far as it can be waited for. */
export function prepareSearch(client: Database, catchUp: () => Promise<void>): Search {
  const contacts = prepareContacts(client);
  const messages = prepareMessages(client);
  const notes = prepareNotes(client);
  return {
    async searchContacts(scope, limit) {
      await catchUp();
      return contacts({ ...questionOf(scope), limit });
    },
    async searchMessages(scope, page) {
      await catchUp();
      const question = questionOf(scope);
      const sources = [messages, notes].map(
        (find) => (before: number, limit: number) => Promise.resolve(find({ ...question, before, limit })),
      );
      const { items, next } = await readMergedPage(sources, page);
      return { items: items.toReversed(), next };
    },
  };
}

function questionOf({ wanted, workspaces }: SearchScope): Pick<Question, 'match' | 'workspaces'> {
  return { match: matchOf(wanted), workspaces: workspaces && JSON.stringify(workspaces) };
}

/** Words have no quotes in them, nor anything else that means something to FTS5. One letter is no beginning: it is all. */
function matchOf({ words, beginning }: Wanted): string {
  const star = beginning.length > 1 ? '*' : '';
  return [...words.map((word) => `"${word}"`), `"${beginning}"${star}`].join(' AND ');
}

interface ContactRow extends Omit<FoundContact, 'platformIds'> {
  readonly number: number;
}

function prepareContacts(client: Database): (question: Omit<Question, 'before'>) => readonly FoundContact[] {
  const find = client.prepare<ScopedValues, ContactRow>(
    `SELECT c.number, c.contact_id AS contactId, c.id AS conversationId, ${nameOf} AS name, c.channel, c.account
      FROM contact_words JOIN conversations c ON c.number = contact_words.rowid
      WHERE contact_words MATCH ? AND ${isInScope} ORDER BY contact_words.rowid DESC LIMIT ?`,
  );
  const idsOf = client
    .prepare<[number], string>('SELECT platform_id FROM aliases WHERE conversation = ? ORDER BY platform_id')
    .pluck();
  return ({ match, workspaces, limit }) =>
    find
      .all(match, workspaces, workspaces, limit)
      .map(({ number, ...contact }) => ({ ...contact, platformIds: idsOf.all(number) }));
}

type FindTexts = (question: Question) => readonly Placed<FoundMessage>[];

function prepareMessages(client: Database): FindTexts {
  const find = client.prepare<PagedValues, TextRow>(
    `SELECT m.sequence AS place, c.id AS conversationId, m.id, ${nameOf} AS contactName, c.channel, m.direction,
        json_extract(m.body, '$.text') AS text, m.at
      FROM message_words JOIN messages m ON m.sequence = message_words.rowid
        JOIN conversations c ON c.number = m.conversation
      WHERE message_words MATCH ? AND message_words.rowid < ? AND ${isInScope}
      ORDER BY message_words.rowid DESC LIMIT ?`,
  );
  return ({ match, workspaces, before, limit }) =>
    find.all(match, before, workspaces, workspaces, limit).map(toPlaced);
}

function prepareNotes(client: Database): FindTexts {
  const find = client.prepare<PagedValues, TextRow>(
    `SELECT n.sequence AS place, c.id AS conversationId, n.id, ${nameOf} AS contactName, c.channel, 'note' AS direction,
        n.text, n.at
      FROM note_words JOIN notes n ON n.sequence = note_words.rowid
        JOIN conversations c ON c.number = n.conversation
      WHERE note_words MATCH ? AND note_words.rowid < ? AND ${isInScope}
      ORDER BY note_words.rowid DESC LIMIT ?`,
  );
  return ({ match, workspaces, before, limit }) =>
    find.all(match, before, workspaces, workspaces, limit).map(toPlaced);
}
