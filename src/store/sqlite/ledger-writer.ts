import { desc, eq, sql } from 'drizzle-orm';
import type { ConsentEntry } from '../../core/consent.js';
import { chainStart, commitTo, hashLink, hashNotice, type ChainLink } from '../ledger/chain.js';
import { ledger, ledgerWords, notices } from './schema/consent.js';
import { prepareInsert, rowOf, type Drizzle } from './binding.js';
import type { Random } from './random.js';
import type { Thread } from './threads.js';

export type LedgerWriter = ReturnType<typeof prepareLedgerWriter>;

type Whose = Pick<Thread, 'contactId' | 'workspace' | 'account'>;

/** Appends lines to the chains of the consent ledger (P10). */
export function prepareLedgerWriter(db: Drizzle, random: Random) {
  const last = db
    .select({ sequence: ledger.sequence, hash: ledger.hash })
    .from(ledger)
    .where(eq(ledger.contactId, sql.placeholder('contactId')))
    .orderBy(desc(ledger.sequence))
    .limit(1)
    .prepare();
  const insertLine = prepareInsert(db, ledger);
  const insertWords = prepareInsert(db, ledgerWords);
  const insertNotice = db.insert(notices).values(rowOf(notices)).onConflictDoNothing().prepare();

  function keepNotice(text: string): string {
    const hash = hashNotice(text);
    insertNotice.run({ hash, text });
    return hash;
  }

  return {
    append({ contactId, workspace, account }: Whose, entry: ConsentEntry): void {
      const { words, platformMessageId, notice, ...facts } = entry;
      const previous = last.get({ contactId }) ?? { sequence: 0, hash: chainStart };
      const place = { workspace, account, contactId, sequence: previous.sequence + 1 };
      const opening = { salt: random(16).toString('hex'), words, platformMessageId };
      const noticeHash = notice === null ? null : keepNotice(notice);
      const link: ChainLink = { ...place, ...facts, noticeHash, commitment: commitTo(opening) };
      insertLine({ ...link, previousHash: previous.hash, hash: hashLink(previous.hash, link) });
      insertWords({ ...place, ...opening });
    },
  };
}
