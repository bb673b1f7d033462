import { and, countDistinct, eq, sql } from 'drizzle-orm';
import type { Reads } from '../reads.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

/** Counted by the database: both engines read a JSON document's texts by the same operator. */
export function prepareStepReach(db: SharedDatabase, { messages }: Tables): Pick<Reads, 'stepReach'> {
  const { workspace, speaker, conversation, direction } = messages;
  const [kind, flow, step] = ['kind', 'flow', 'step'].map(
    (key) => sql<string>`${speaker} ->> ${sql.raw(`'${key}'`)}`,
  );
  const rows = prepareQuery(
    'step_reach',
    db
      .select({ workspace, flow: flow!, step: step!, contacts: countDistinct(conversation) })
      .from(messages)
      .where(and(eq(direction, 'out'), eq(kind!, 'flow')))
      .groupBy(workspace, flow!, step!),
  );
  return { stepReach: () => rows() };
}
