import { eq, max } from 'drizzle-orm';
import type { Reads } from '../reads.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

/** How far time had come when something was last received. */
export function prepareNewestEvent(db: SharedDatabase, { events }: Tables): Pick<Reads, 'lastReceivedAt'> {
  const newest = prepareQuery(
    'newest_event',
    db
      .select({ at: events.receivedAt })
      .from(events)
      .where(eq(events.sequence, db.select({ last: max(events.sequence) }).from(events))),
  );
  return { lastReceivedAt: async () => (await newest({}))[0]?.at ?? null };
}
