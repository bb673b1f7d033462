import { and, asc, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import type { OutcomeReached } from '../../core/effect.js';
import type { Reads } from '../reads.js';
import { placeBefore, toListing } from './page.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

export interface OutcomeReads extends Pick<Reads, 'listOutcomes'> {
  readonly readOutcomesOf: (conversationId: string) => Promise<readonly OutcomeReached[]>;
}

export function prepareOutcomeReads(db: SharedDatabase, { conversations, outcomes }: Tables): OutcomeReads {
  const { sequence, id, name, at, source, runId, value, currency } = outcomes;
  const outcome = { id, name, at, source, runId, value, currency };
  const rows = () =>
    db
      .select({ sequence, conversationId: conversations.id, outcome })
      .from(outcomes)
      .innerJoin(conversations, eq(conversations.number, outcomes.conversation));
  const preparePage = (name: string, filter?: SQL) =>
    prepareQuery(
      name,
      rows()
        .where(and(filter, lt(sequence, sql.placeholder('before'))))
        .orderBy(desc(sequence))
        .limit(sql.placeholder('limit')),
    );
  const all = preparePage('list_outcomes');
  const named = preparePage('list_outcomes_named', eq(name, sql.placeholder('name')));
  const byConversation = prepareQuery(
    'read_outcomes_of',
    rows()
      .where(eq(conversations.id, sql.placeholder('conversationId')))
      .orderBy(asc(sequence)),
  );

  return {
    /** The latest first. */
    async listOutcomes(filter, page) {
      const values = { before: placeBefore(page, Number.MAX_SAFE_INTEGER, 0), limit: page.limit + 1 };
      const found = await (filter.name === undefined ? all(values) : named({ ...values, name: filter.name }));
      return toListing(found, page, (row) => ({ ...row.outcome, conversationId: row.conversationId }));
    },
    readOutcomesOf: async (conversationId) =>
      (await byConversation({ conversationId })).map((row) => row.outcome),
  };
}
