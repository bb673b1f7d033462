import { and, asc, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import type { OutcomeReached } from '../../core/effect.js';
import type { Reads } from '../reads.js';
import { placeBefore, toListing } from './page.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

export interface OutcomeReads extends Pick<Reads, 'listOutcomes'> {
  readonly readOutcomesOf: (conversationId: string) => Promise<readonly OutcomeReached[]>;
}

type OutcomeRow = Tables['outcomes']['$inferSelect'];

export function prepareOutcomeReads(db: SharedDatabase, { outcomes }: Tables): OutcomeReads {
  const preparePage = (name: string, filter?: SQL) =>
    prepareQuery(
      name,
      db
        .select()
        .from(outcomes)
        .where(and(filter, lt(outcomes.sequence, sql.placeholder('before'))))
        .orderBy(desc(outcomes.sequence))
        .limit(sql.placeholder('limit')),
    );
  const all = preparePage('list_outcomes');
  const named = preparePage('list_outcomes_named', eq(outcomes.name, sql.placeholder('name')));
  const byConversation = prepareQuery(
    'read_outcomes_of',
    db
      .select()
      .from(outcomes)
      .where(eq(outcomes.conversationId, sql.placeholder('conversationId')))
      .orderBy(asc(outcomes.sequence)),
  );

  return {
    /** The latest first. */
    async listOutcomes({ name }, page) {
      const values = { before: placeBefore(page, Number.MAX_SAFE_INTEGER, 0), limit: page.limit + 1 };
      const rows = await (name === undefined ? all(values) : named({ ...values, name }));
      return toListing(rows, page, (row) => ({ ...toOutcome(row), conversationId: row.conversationId }));
    },
    readOutcomesOf: async (conversationId) => (await byConversation({ conversationId })).map(toOutcome),
  };
}

function toOutcome({ id, name, at, source, runId, value, currency }: OutcomeRow): OutcomeReached {
  return { id, name, at, source, runId, value, currency };
}
