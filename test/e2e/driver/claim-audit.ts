import Sqlite from 'better-sqlite3';
import pg from 'pg';

/** Something that was committed, in the order in which the database did it. */
export interface Audited {
  /** `conversations.number`. */
  readonly conversation: number;
  readonly what: 'bot_claim' | 'take_over';
  /**
   * What was committed together has the same one. PostgreSQL is told of many jobs in one transaction, table by table, so
   * that of two notes with the same one the first may be the later deed; on SQLite each has its own.
   */
  readonly transaction: number;
}

const sqliteAudit = `
  CREATE TABLE claim_audit (place INTEGER PRIMARY KEY, conversation INTEGER NOT NULL, what TEXT NOT NULL);
  CREATE TRIGGER audit_claims AFTER UPDATE OF state ON messages
    WHEN NEW.state = 'sending' AND OLD.state <> 'sending' AND NEW.is_bots
    BEGIN INSERT INTO claim_audit (conversation, what) VALUES (NEW.conversation, 'bot_claim'); END;
  CREATE TRIGGER audit_take_overs AFTER INSERT ON events WHEN NEW.kind = 'personTookOver'
    BEGIN INSERT INTO claim_audit (conversation, what) VALUES (NEW.conversation, 'take_over'); END;`;

const postgresAudit = `
  create table public.claim_audit (place bigserial primary key, conversation bigint not null, what text not null,
    transaction bigint not null default txid_current());
  create function public.audit_claim() returns trigger language plpgsql as $$ begin
    insert into public.claim_audit (conversation, what) values (new.conversation, tg_argv[0]); return null; end $$;
  create trigger audit_claims after update of state on messages for each row
    when (new.state = 'sending' and old.state <> 'sending' and new.is_bots) execute function public.audit_claim('bot_claim');
  create trigger audit_take_overs after insert on events for each row
    when (new.kind = 'personTookOver') execute function public.audit_claim('take_over');`;

const readFile = 'select conversation, what, place as "transaction" from claim_audit order by place';
const readDatabase = 'select conversation, what, transaction from public.claim_audit order by place';

/**
 * Lets the database itself note each claim of a bot's message and each take-over, within the transaction that makes it:
 * what the server says of their order is not asked. A conversation's transactions come one after the other (row locks,
 * one writer), so that the order of a conversation's notes is the order in which they took effect.
 */
export async function installClaimAudit(databaseUrl: string): Promise<void> {
  await withDatabase<unknown>(databaseUrl, {
    sqlite: (file) => file.exec(sqliteAudit),
    postgres: (client) => client.query(postgresAudit),
  });
}

export async function readClaimAudit(databaseUrl: string): Promise<readonly Audited[]> {
  return withDatabase(databaseUrl, {
    sqlite: (file) => file.prepare<[], Audited>(readFile).all(),
    postgres: async (client) => {
      const { rows } = await client.query<{
        conversation: string;
        what: Audited['what'];
        transaction: string;
      }>(readDatabase);
      return rows.map(({ conversation, what, transaction }) => ({
        ...{ conversation: Number(conversation), what, transaction: Number(transaction) },
      }));
    },
  });
}

interface Ways<T> {
  readonly sqlite: (file: Sqlite.Database) => T;
  readonly postgres: (client: pg.Client) => Promise<T>;
}

async function withDatabase<T>(url: string, { sqlite, postgres }: Ways<T>): Promise<T> {
  if (url.startsWith('file:')) {
    const file = new Sqlite(url.slice('file:'.length));
    try {
      return sqlite(file);
    } finally {
      file.close();
    }
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await postgres(client);
  } finally {
    await client.end();
  }
}
