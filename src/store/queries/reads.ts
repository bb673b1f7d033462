import type { DeskReads } from '../desk.js';
import type { QueueReads } from '../queue.js';
import type { Reads } from '../reads.js';
import type { Uploads } from '../uploads.js';
import { prepareAccountStateReads } from './account-states.js';
import { prepareContactReads } from './contacts.js';
import { prepareConversationReads } from './conversations.js';
import { prepareDeletionReads } from './deletion-requests.js';
import { prepareDeskReads } from './desk.js';
import { prepareDueWorkReads } from './due-work.js';
import { prepareExport } from './export.js';
import { prepareFlowReads } from './flows.js';
import { prepareHandoffReads } from './handoffs.js';
import { prepareLedgerVerification } from './ledger-verification.js';
import { prepareLedgerReads } from './ledger.js';
import { prepareLinkReads } from './links.js';
import { prepareOutcomeReads } from './outcomes.js';
import { prepareQueueReads } from './queue/queue.js';
import type { SharedDatabase } from './shared-database.js';
import { prepareNewestEvent } from './newest-event.js';
import { prepareSendReads } from './sends.js';
import { prepareStepReach } from './step-reach.js';
import { prepareStoryReads } from './stories.js';
import type { Tables } from './tables.js';
import { prepareTimeline } from './timeline.js';
import { prepareUploadReads } from './uploads.js';

/** Of the store's port, what is answered without writing. */
export type StoreReads = Reads & QueueReads & DeskReads & Pick<Uploads, 'findUploads' | 'readUpload'>;

/** All questions to the store, prepared once. */
export function prepareReads(db: SharedDatabase, tables: Tables): StoreReads {
  const contacts = prepareContactReads(db, tables);
  const handoffs = prepareHandoffReads(db, tables);
  const ledger = prepareLedgerReads(db, tables);
  const outcomes = prepareOutcomeReads(db, tables);
  const { readWholeStory, ...stories } = prepareStoryReads(db, tables);
  const { readWholeContact, ...contactReads } = contacts;
  const { readHandoffsOf, ...handoffReads } = handoffs;
  const { readOutcomesOf, ...outcomeReads } = outcomes;
  const { readChain, ...ledgerReads } = ledger;
  return {
    ...prepareAccountStateReads(db, tables),
    ...prepareConversationReads(db, tables),
    ...prepareDeletionReads(db, tables),
    ...prepareDueWorkReads(db, tables),
    ...prepareFlowReads(db, tables),
    ...contactReads,
    ...handoffReads,
    ...ledgerReads,
    ...prepareLinkReads(db, tables),
    ...outcomeReads,
    ...prepareQueueReads(db, tables),
    ...prepareNewestEvent(db, tables),
    ...prepareSendReads(db, tables),
    ...stories,
    ...prepareStepReach(db, tables),
    ...prepareTimeline(db, tables),
    ...prepareDeskReads(db, tables, { readOutcomesOf }),
    ...prepareUploadReads(db, tables),
    verifyLedger: prepareLedgerVerification(db, tables, { readChain }),
    exportContact: prepareExport(db, tables, {
      ...stories,
      ...ledgerReads,
      readWholeContact,
      readWholeStory,
      readHandoffsOf,
      readOutcomesOf,
    }),
  };
}
