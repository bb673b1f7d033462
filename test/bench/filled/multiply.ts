import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { accountName, overInstagram } from '../contestants/workspace.js';
import { originalContact } from './one-chat.js';
import { type Copy, varyText } from './varied-text.js';

/** Time over which the chats are spread: shorter than that for which dedupe keys live, ms. */
const spread = 7 * 86_400_000;

const chatsPerTransaction = 5_000;

/** A table with rows of the chat, and what makes a row of a copy of each. */
interface Copied {
  readonly insert: (values: readonly unknown[]) => void;
  readonly rows: readonly ((copy: NumberedCopy) => readonly unknown[])[];
}

/** Number 0 is the original. */
interface NumberedCopy extends Copy {
  readonly number: number;
}

/** Copies the one chat of a database, with all that belongs to it, until there are that many. */
export function multiplyChat(client: Database, chats: number, show: (done: number) => void): void {
  const original = namesIn(client);
  const tables = tablesOf(client).map((table) => prepareCopies(client, table, [...original.all]));
  for (let begin = 1; begin < chats; begin += chatsPerTransaction) {
    client.transaction(() => {
      for (let number = begin; number < Math.min(chats, begin + chatsPerTransaction); number += 1) {
        const copy = { number, names: newNames(original, number), earlier: (spread / chats) * number };
        addCopy(tables, { ...copy, earlier: Math.round(copy.earlier) });
      }
    })();
    show(Math.min(chats, begin + chatsPerTransaction));
  }
}

function addCopy(tables: readonly Copied[], copy: NumberedCopy): void {
  for (const { insert, rows } of tables) for (const row of rows) insert(row(copy));
}

/** What names the original in its rows. */
interface Names {
  readonly contact: string;
  readonly account: string;
  /** Of conversation and contact: their ids ascend. */
  readonly ids: readonly string[];
  /** Of its events: like chance. */
  readonly events: readonly string[];
  readonly all: ReadonlySet<string>;
}

function namesIn(client: Database): Names {
  const row = client.prepare('SELECT id, contact_id, account FROM conversations').raw().get();
  const [id = '', contactId = '', account = ''] = row as string[];
  const events = client.prepare('SELECT id FROM events').pluck().all() as string[];
  const contact = String(originalContact);
  const ids = [id, contactId];
  return { contact, account, ids, events, all: new Set([contact, account, ...ids, ...events]) };
}

function newNames({ contact, account, ids, events }: Names, number: number): ReadonlyMap<string, string> {
  const random = randomBytes(16 * events.length).toString('hex');
  const ending = number.toString(16).padStart(12, '0');
  return new Map([
    [contact, String(Number(contact) + number)],
    [account, accountName(accountAt(number))],
    ...ids.map((id) => [id, `${id.slice(0, -12)}${ending}`] as const),
    ...events.map((event, at) => [event, random.slice(at * 32, at * 32 + 32)] as const),
  ]);
}

function accountAt(number: number): string {
  const { accounts } = overInstagram;
  return accounts[number % accounts.length] ?? '';
}

/** Those whose rows are a conversation's. */
function tablesOf(client: Database): readonly string[] {
  const tables = client.prepare("SELECT name FROM pragma_table_list WHERE type = 'table'").pluck().all();
  return (tables as string[]).filter(
    (table) => table === 'conversations' || columnsOf(client, table).includes('conversation'),
  );
}

/** Without those that are computed. */
function columnsOf(client: Database, table: string): readonly string[] {
  return client.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
}

function prepareCopies(client: Database, table: string, names: readonly string[]): Copied {
  const columns = columnsOf(client, table);
  const quoted = columns.map((column) => `"${column}"`).join(', ');
  const originals = client.prepare(`SELECT ${quoted} FROM "${table}"`).raw().all() as unknown[][];
  const insert = client.prepare(
    `INSERT INTO "${table}" (${quoted}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  return {
    insert: (values) => void insert.run(...values),
    rows: originals.map((values) => {
      const cells = values.map((value, at) => varyCell(columns[at] ?? '', value, originals.length, names));
      return (copy) => cells.map((cell) => cell(copy));
    }),
  };
}

/** Rows of a table are numbered by the conversation or one after the other. */
function varyCell(
  column: string,
  value: unknown,
  rowsPerChat: number,
  names: readonly string[],
): (copy: NumberedCopy) => unknown {
  if (typeof value === 'string') return varyText(value, names);
  if (typeof value !== 'number') return () => value;
  if (column === 'conversation' || column === 'number') return ({ number }) => value + number;
  if (column === 'sequence') return ({ number }) => value + number * rowsPerChat;
  return value > 1.5e12 ? ({ earlier }) => value - earlier : () => value;
}
