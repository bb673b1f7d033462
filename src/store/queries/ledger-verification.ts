import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { verifyChain } from '../ledger/verify-chain.js';
import type { LedgerReport, Reads } from '../reads.js';
import type { LedgerReads } from './ledger.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

/** Contacts looked at between two turns of the event loop: verifying must not hold up who is writing to us. */
const atOnce = 100;

/** Checks every chain, those of erased contacts too, and that nobody's consent lacks one. Never more than a page in memory. */
export function prepareLedgerVerification(
  db: SharedDatabase,
  tables: Tables,
  { readChain }: Pick<LedgerReads, 'readChain'>,
): Reads['verifyLedger'] {
  const { chainsAfter, consentOf, mergeOf, unchainedAfter } = prepareQueries(db, tables);

  async function verifyChains(): Promise<LedgerReport> {
    const problems: string[] = [];
    let [chains, entries, after] = [0, 0, ''];
    while (true) {
      const page = await chainsAfter({ after });
      for (const { contactId } of page) {
        const lines = await readChain(contactId);
        const [stored] = await consentOf({ contactId });
        const isMerged = stored === undefined && (await mergeOf({ contactId })).length > 0;
        const broken = verifyChain(lines, isMerged ? 'merged' : (stored?.state.consent ?? null));
        problems.push(...broken.map((problem) => `contact ${contactId}, ${problem}`));
        entries += lines.length;
      }
      chains += page.length;
      const last = page.at(-1);
      if (last === undefined) return { chains, entries, problems };
      after = last.contactId;
      await nextTurn();
    }
  }

  async function findUnproved(): Promise<readonly string[]> {
    const problems: string[] = [];
    let after = 0;
    while (true) {
      const page = await unchainedAfter({ after });
      for (const { contactId, state } of page) {
        const broken = verifyChain([], state.consent);
        problems.push(...broken.map((problem) => `contact ${contactId}, ${problem}`));
      }
      const last = page.at(-1);
      if (last === undefined) return problems;
      after = last.number;
      await nextTurn();
    }
  }

  return async () => {
    const report = await verifyChains();
    return { ...report, problems: [...report.problems, ...(await findUnproved())] };
  };
}

function prepareQueries(db: SharedDatabase, { conversations, ledger, merges }: Tables) {
  const { number, contactId, state } = conversations;
  return {
    chainsAfter: prepareQuery(
      'chains_after',
      db
        .selectDistinct({ contactId: ledger.contactId })
        .from(ledger)
        .where(gt(ledger.contactId, sql.placeholder('after')))
        .orderBy(asc(ledger.contactId))
        .limit(atOnce),
    ),
    consentOf: prepareQuery(
      'consent_of',
      db
        .select({ state })
        .from(conversations)
        .where(eq(contactId, sql.placeholder('contactId'))),
    ),
    mergeOf: prepareQuery(
      'merge_of',
      db
        .select({ contactId: merges.contactId })
        .from(merges)
        .where(eq(merges.contactId, sql.placeholder('contactId'))),
    ),
    unchainedAfter: prepareQuery(
      'unchained_after',
      db
        .select({ number, contactId, state })
        .from(conversations)
        .leftJoin(ledger, and(eq(ledger.contactId, contactId), eq(ledger.sequence, 1)))
        .where(and(isNull(ledger.contactId), gt(number, sql.placeholder('after'))))
        .orderBy(asc(number))
        .limit(atOnce),
    ),
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
