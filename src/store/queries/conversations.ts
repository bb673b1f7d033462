import { and, asc, eq, sql } from 'drizzle-orm';
import type { Reads } from '../reads.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

type ConversationReads = Pick<Reads, 'readConversation' | 'findConversation' | 'openRequests'>;

export function prepareConversationReads(
  db: SharedDatabase,
  { aliases, conversations, requests }: Tables,
): ConversationReads {
  const byId = prepareQuery(
    'read_conversation',
    db
      .select({ state: conversations.state })
      .from(conversations)
      .where(eq(conversations.id, sql.placeholder('id'))),
  );
  const byAlias = prepareQuery(
    'find_conversation',
    db
      .select({ state: conversations.state })
      .from(aliases)
      .innerJoin(conversations, eq(conversations.number, aliases.conversation))
      .where(
        and(
          eq(aliases.account, sql.placeholder('account')),
          eq(aliases.platformId, sql.placeholder('platformId')),
        ),
      )
      .limit(2),
  );
  return {
    async readConversation(id) {
      const [row] = await byId({ id });
      return row?.state ?? null;
    },
    /** Null also where accounts of two workspaces share the name: to guess would be to show a stranger's thread. */
    async findConversation(account, platformId) {
      const [row, second] = await byAlias({ account, platformId });
      return second === undefined ? (row?.state ?? null) : null;
    },
    openRequests: prepareOpenRequests(db, { conversations, requests }),
  };
}

function prepareOpenRequests(
  db: SharedDatabase,
  { conversations, requests }: Pick<Tables, 'conversations' | 'requests'>,
): Reads['openRequests'] {
  const { requestId, timesOutAt, inquiry } = requests;
  // A left join, so that no planner begins with all the conversations there are.
  const open = prepareQuery(
    'open_requests',
    db
      .select({ requestId, conversationId: conversations.id, timesOutAt, inquiry })
      .from(requests)
      .leftJoin(conversations, eq(conversations.number, requests.conversation))
      .orderBy(asc(timesOutAt)),
  );

  return async () =>
    (await open()).flatMap(({ conversationId, inquiry: asked, ...request }) =>
      conversationId === null ? [] : [{ ...(asked ?? { kind: 'fetchProfile', ...request }), conversationId }],
    );
}
