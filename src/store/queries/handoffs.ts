import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm';
import type { Conversation } from '../../core/conversation.js';
import { openHandoff } from '../sealing/open-rows.js';
import type { HandoffView, Reads } from '../reads.js';
import { placeBefore, toListing } from './page.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

export interface HandoffReads extends Pick<Reads, 'listHandoffs' | 'readHandoff'> {
  readonly readHandoffsOf: (conversationId: string) => Promise<readonly HandoffView[]>;
}

export interface HandoffRow {
  readonly handoff: Tables['handoffs']['$inferSelect'];
  readonly state: Conversation;
  readonly key: string | null;
}

export function prepareHandoffReads(db: SharedDatabase, tables: Tables): HandoffReads {
  const { conversations, handoffs } = tables;
  const isInState = eq(handoffs.state, sql.placeholder('state'));
  const isOfTeam = eq(handoffs.team, sql.placeholder('team'));
  const prepare = (name: string, filter?: SQL) => preparePage(db, tables, name, filter);
  const inAnyState = {
    anyTeam: prepare('list_handoffs'),
    oneTeam: prepare('list_handoffs_of_team', isOfTeam),
  };
  const inOneState = {
    anyTeam: prepare('list_handoffs_in_state', isInState),
    oneTeam: prepare('list_handoffs_in_state_of_team', and(isInState, isOfTeam)),
  };
  const byId = prepareQuery(
    'read_handoff',
    selectHandoffs(db, tables).where(eq(handoffs.id, sql.placeholder('id'))),
  );
  const byConversation = prepareQuery(
    'read_handoffs_of',
    selectHandoffs(db, tables)
      .where(eq(conversations.id, sql.placeholder('conversationId')))
      .orderBy(asc(handoffs.sequence)),
  );

  return {
    /** As a queue: who has waited longest comes first. */
    async listHandoffs({ state, team }, page) {
      const query = (state === undefined ? inAnyState : inOneState)[
        team === undefined ? 'anyTeam' : 'oneTeam'
      ];
      const after = placeBefore(page, 0, Number.MAX_SAFE_INTEGER);
      const rows = await query({ state, team, after, limit: page.limit + 1 });
      const placed = rows.map((row) => ({ sequence: row.handoff.sequence, row }));
      return toListing(placed, page, ({ row }) => toView(row));
    },
    async readHandoff(id) {
      const [row] = await byId({ id });
      return row === undefined ? null : toView(row);
    },
    readHandoffsOf: async (conversationId) => (await byConversation({ conversationId })).map(toView),
  };
}

export function selectHandoffs(db: SharedDatabase, { contactKeys, conversations, handoffs }: Tables) {
  return db
    .select({ handoff: handoffs, state: conversations.state, key: contactKeys.key })
    .from(handoffs)
    .innerJoin(conversations, eq(conversations.number, handoffs.conversation))
    .leftJoin(contactKeys, eq(contactKeys.contactId, conversations.contactId));
}

function preparePage(db: SharedDatabase, tables: Tables, name: string, filter: SQL | undefined) {
  const { sequence } = tables.handoffs;
  const page = selectHandoffs(db, tables)
    .where(and(filter, gt(sequence, sql.placeholder('after'))))
    .orderBy(asc(sequence))
    .limit(sql.placeholder('limit'));
  return prepareQuery(name, page);
}

/** Whoever takes the chat is to know what was said in confidence: the note was written for them. */
export function toView({ handoff, state, key }: HandoffRow): HandoffView {
  const { id: conversationId, channel, contact } = state;
  const {
    sequence: _sequence,
    conversation: _conversation,
    rank: _rank,
    urgency: _urgency,
    sealed,
    priority,
    ...shown
  } = handoff;
  const facts = openHandoff(shown, { contactId: contact.id, key, sealed });
  return {
    ...facts,
    priority: priority ?? 'normal',
    conversationId,
    channel,
    contactName: contact.profile?.name ?? null,
  };
}
