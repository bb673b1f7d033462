import { and, asc, eq, sql } from 'drizzle-orm';
import { openInquiry } from '../sealing/open-rows.js';
import type { Reads } from '../reads.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

type ConversationReads = Pick<
  Reads,
  'readConversation' | 'workspaceOf' | 'findConversation' | 'openRequests'
>;

export function prepareConversationReads(
  db: SharedDatabase,
  { aliases, contactKeys, conversations, requests }: Tables,
): ConversationReads {
  const byId = prepareQuery(
    'read_conversation',
    db
      .select({ state: conversations.state })
      .from(conversations)
      .where(eq(conversations.id, sql.placeholder('id'))),
  );
  const homeById = prepareQuery(
    'workspace_of',
    db
      .select({ workspace: conversations.workspace })
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
    async workspaceOf(id) {
      const [row] = await homeById({ id });
      return row?.workspace ?? null;
    },
    /** Null also where accounts of two workspaces share the name: to guess would be to show a stranger's thread. */
    async findConversation(account, platformId) {
      const [row, second] = await byAlias({ account, platformId });
      return second === undefined ? (row?.state ?? null) : null;
    },
    openRequests: prepareOpenRequests(db, { contactKeys, conversations, requests }),
  };
}

function prepareOpenRequests(
  db: SharedDatabase,
  { contactKeys, conversations, requests }: Pick<Tables, 'contactKeys' | 'conversations' | 'requests'>,
): Reads['openRequests'] {
  const { requestId, timesOutAt, inquiry, sealed } = requests;
  const { id: conversationId, contactId } = conversations;
  const { key } = contactKeys;
  // A left join, so that no planner begins with all the conversations there are.
  const open = prepareQuery(
    'open_requests',
    db
      .select({ requestId, conversationId, contactId, timesOutAt, inquiry, sealed, key })
      .from(requests)
      .leftJoin(conversations, eq(conversations.number, requests.conversation))
      .leftJoin(contactKeys, eq(contactKeys.contactId, conversations.contactId))
      .orderBy(asc(timesOutAt), asc(requestId)),
  );

  return async () =>
    (await open()).flatMap((row) => {
      const { conversationId: whose, contactId: owner, inquiry: shown, ...request } = row;
      if (whose === null || owner === null) return [];
      const { requestId: id, timesOutAt: until } = request;
      if (shown === null)
        return [{ kind: 'fetchProfile', requestId: id, timesOutAt: until, conversationId: whose }];
      const asked = openInquiry(shown, { contactId: owner, key: request.key, sealed: request.sealed });
      // What cannot be asked any more runs into its time-out, and counts as not answered.
      return asked === null ? [] : [{ ...asked, conversationId: whose }];
    });
}
