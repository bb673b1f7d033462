import { asc, desc, eq, sql } from 'drizzle-orm';
import { nextLine } from '../ledger/next-line.js';
import type { Random } from '../random.js';
import type { Ledger } from '../transactions/rows.js';
import { rowOf, type Drizzle } from './binding.js';
import { prepareInsert } from './compiled.js';
import { ledger, ledgerWords, notices } from './schema/consent.js';

/** Appends lines to the chains of the consent ledger (P10). */
export function prepareLedgerWriter(db: Drizzle, random: Random): Ledger {
  const last = db
    .select({ sequence: ledger.sequence, hash: ledger.hash })
    .from(ledger)
    .where(eq(ledger.contactId, sql.placeholder('contactId')))
    .orderBy(desc(ledger.sequence))
    .limit(1)
    .prepare();
  const { change, purpose, occurredAt, receivedAt, actor } = ledger;
  const lines = db
    .select({ change, purpose, occurredAt, receivedAt, actor })
    .from(ledger)
    .where(eq(ledger.contactId, sql.placeholder('contactId')))
    .orderBy(asc(ledger.sequence))
    .prepare();
  const insertLine = prepareInsert(db, ledger);
  const insertWords = prepareInsert(db, ledgerWords);
  const insertNotice = db.insert(notices).values(rowOf(notices)).onConflictDoNothing().prepare();

  return {
    read: (contactId) => lines.all({ contactId }),
    append(whose, entry) {
      const { line, words, notice } = nextLine(
        whose,
        entry,
        last.get({ contactId: whose.contactId }),
        random,
      );
      if (notice !== null) insertNotice.run(notice);
      insertLine(line);
      insertWords(words);
    },
  };
}
