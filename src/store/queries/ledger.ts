import { and, asc, eq, sql } from 'drizzle-orm';
import type { StoredLine } from '../ledger/verify-chain.js';
import type { LedgerLine } from '../reads.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

export interface LedgerReads {
  readonly readLedger: (contactId: string) => Promise<readonly LedgerLine[]>;
  readonly readChain: (contactId: string) => Promise<readonly StoredLine[]>;
}

interface LedgerRow {
  readonly line: Tables['ledger']['$inferSelect'];
  readonly words: Tables['ledgerWords']['$inferSelect'] | null;
  readonly notice: string | null;
}

export function prepareLedgerReads(
  db: SharedDatabase,
  { ledger, ledgerWords, notices }: Tables,
): LedgerReads {
  const isOfLine = and(
    eq(ledgerWords.contactId, ledger.contactId),
    eq(ledgerWords.sequence, ledger.sequence),
  );
  const lines = prepareQuery(
    'read_ledger',
    db
      .select({ line: ledger, words: ledgerWords, notice: notices.text })
      .from(ledger)
      .leftJoin(ledgerWords, isOfLine)
      .leftJoin(notices, eq(notices.hash, ledger.noticeHash))
      .where(eq(ledger.contactId, sql.placeholder('contactId')))
      .orderBy(asc(ledger.sequence)),
  );

  return {
    readLedger: async (contactId) => (await lines({ contactId })).map(toLedgerLine),
    readChain: async (contactId) => (await lines({ contactId })).map(toStoredLine),
  };
}

function toLedgerLine({ line, words: opening, notice }: LedgerRow): LedgerLine {
  const { contactId, sequence, commitment, previousHash, hash } = line;
  const { change, purpose, occurredAt, receivedAt, eventId, actor, flow } = line;
  const proof = {
    notice,
    words: opening?.words ?? '',
    platformMessageId: opening?.platformMessageId ?? null,
  };
  const entry = { change, purpose, occurredAt, receivedAt, eventId, actor, flow, ...proof };
  return { contactId, sequence, entry, commitment, previousHash, hash, erased: opening === null };
}

function toStoredLine({ line, words: opening, notice }: LedgerRow): StoredLine {
  const { previousHash, hash, ...link } = line;
  return { link, previousHash, hash, opening, notice };
}
