import type { SharedDatabase } from '../queries/shared-database.js';
import type { Tables } from '../queries/tables.js';
import type { LedgerReport, Reads } from '../reads.js';
import { checkConversation } from './check-conversation.js';
import { readConversationRows } from './conversation-rows.js';
import { findOrphans } from './find-orphans.js';
import { StoredVersions } from './missing-flows.js';

export interface ContentsReport {
  readonly conversations: number;
  readonly ledger: LedgerReport;
  /** In words, those of the ledger among them; empty: everything fits together. */
  readonly problems: readonly string[];
}

/**
 * Reads everything once and changes nothing: the consent ledger, each conversation with what belongs to it, and rows that
 * belong to nothing. To be run in one snapshot, or beside a server it sees things change under its eyes.
 */
export async function checkContents(
  db: SharedDatabase,
  tables: Tables,
  { verifyLedger }: Pick<Reads, 'verifyLedger'>,
): Promise<ContentsReport> {
  const ledger = await verifyLedger();
  const versions = await StoredVersions.read(db, tables);
  const problems: string[] = [...ledger.problems];
  let [conversations, after] = [0, 0];
  while (true) {
    const page = await readConversationRows(db, tables, after);
    const last = page.at(-1);
    if (last === undefined) break;
    for (const rows of page)
      problems.push(...checkConversation(rows), ...checkFlows(versions, rows.conversation));
    conversations += page.length;
    after = last.conversation.number;
  }
  return { conversations, ledger, problems: [...problems, ...(await findOrphans(db, tables))] };
}

function checkFlows(
  versions: StoredVersions,
  conversation: Parameters<StoredVersions['missingFor']>[0] & { readonly id: string },
): readonly string[] {
  return versions
    .missingFor(conversation)
    .map((version) => `conversation ${conversation.id}: its run may need ${version}, which is gone`);
}
