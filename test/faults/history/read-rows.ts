import { withDatabase } from './database.js';
import type { Basis, Line, Rows } from './history.js';

/** The two engines read a document's field, and count bytes of whole numbers, each in its own words. */
interface Dialect {
  readonly field: (column: string, name: string) => string;
  readonly whole: (column: string) => string;
  readonly transaction: string;
  readonly auditTable: string;
}

const sqliteDialect: Dialect = {
  field: (column, name) => `json_extract(${column}, '$.${name}')`,
  whole: (column) => column,
  transaction: 'place',
  auditTable: 'commit_audit',
};

const postgresDialect: Dialect = {
  field: (column, name) => `${column} ->> '${name}'`,
  // The driver reads a bigint as text; all of these are far below 2^53.
  whole: (column) => `${column}::float8`,
  transaction: 'transaction',
  auditTable: 'public.commit_audit',
};

type Statements = Readonly<Record<keyof Rows, string>>;

function statementsIn({ field, whole, transaction, auditTable }: Dialect): Statements {
  const conversation = `${whole('conversation')} as conversation`;
  const sequence = `${whole('sequence')} as sequence`;
  return {
    conversations: `select ${whole('number')} as number, platform_id as contact from conversations`,
    lines: `select ${sequence}, id, ${conversation}, direction, ${field('body', 'text')} as text, event_id as "eventId",
      platform_message_id as "platformMessageId", state, ${whole('state_at')} as "stateAt", refusal, ${field('speaker', 'kind')} as speaker,
      basis as "basis", is_bots as "isBots", ${whole('claimed_at')} as "claimedAt" from messages order by sequence`,
    ledger: `select ${whole('c.number')} as conversation, ${whole('l.sequence')} as sequence, l.change, l.purpose,
      ${whole('l.received_at')} as "receivedAt", l.event_id as "eventId", w.platform_message_id as "platformMessageId"
      from ledger l join conversations c on c.contact_id = l.contact_id
      left join ledger_words w on w.contact_id = l.contact_id and w.sequence = l.sequence
      order by l.contact_id, l.sequence`,
    events: `select ${conversation}, ${sequence}, id, kind, disposition from events order by sequence`,
    outcomes: `select ${conversation}, name from outcomes order by sequence`,
    commits: `select ${conversation}, what, line_id as "lineId", ${whole(transaction)} as "transaction"
      from ${auditTable} order by place`,
  };
}

/** A line as it is read: SQLite has documents as text, and neither true nor false. */
type RawLine = Omit<Line, 'basis' | 'isBots'> & {
  readonly basis: string | Basis | null;
  readonly isBots: number | boolean | null;
};

type RawRows = Omit<Rows, 'lines'> & { readonly lines: readonly RawLine[] };

/** Reads the tables by plain SQL: nothing of what the server thinks of them comes between. */
export async function readRows(databaseUrl: string): Promise<Rows> {
  const raw = await withDatabase<RawRows>(databaseUrl, {
    sqlite: (file) => readAll(statementsIn(sqliteDialect), (sql) => file.prepare(sql).all()),
    postgres: async (client) => {
      const statements = Object.entries(statementsIn(postgresDialect));
      const found = new Map<string, readonly unknown[]>();
      for (const [name, sql] of statements) found.set(name, (await client.query(sql)).rows);
      return Object.fromEntries(found) as unknown as RawRows;
    },
  });
  return { ...raw, lines: raw.lines.map(toLine) };
}

function readAll(statements: Statements, read: (sql: string) => readonly unknown[]): RawRows {
  const found = Object.entries(statements).map(([name, sql]) => [name, read(sql)] as const);
  return Object.fromEntries(found) as unknown as RawRows;
}

function toLine({ basis, isBots, ...line }: RawLine): Line {
  return {
    ...line,
    basis: typeof basis === 'string' ? (JSON.parse(basis) as Basis) : basis,
    isBots: Boolean(isBots),
  };
}
