import type { QueueReads } from '../../queue.js';
import type { SharedDatabase } from '../shared-database.js';
import type { Tables } from '../tables.js';
import { prepareAssignmentReads } from './assignments.js';
import { prepareQueueCounts } from './counts.js';
import { prepareQueueListing } from './listing.js';

/** The queue as agents see it. Each question is built when it is asked: its conditions say which index serves it. */
export function prepareQueueReads(db: SharedDatabase, tables: Tables): QueueReads {
  return {
    ...prepareQueueListing(db, tables),
    ...prepareQueueCounts(db, tables),
    ...prepareAssignmentReads(db, tables),
  };
}
