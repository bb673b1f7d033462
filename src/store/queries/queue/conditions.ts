import {
  and,
  between,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  sql,
  type Placeholder,
  type SQL,
} from 'drizzle-orm';
import type { QueueFilter, QueueScope } from '../../queue.js';
import { urgencyStep } from '../../urgency.js';
import { rankOf } from '../../transactions/new-rows.js';
import type { SharedDatabase } from '../shared-database.js';
import type { Tables } from '../tables.js';

type Handoffs = Tables['handoffs'];

const nothing = sql`1 = 0`;

/**
 * Word for word what the indexes of open handoffs say of themselves. That they have an urgency says nothing new, but leads
 * every planner to the index of those alone, however little it knows of how many are closed.
 */
export function isOpen({ closedAt, urgency }: Handoffs): SQL {
  return and(isNull(closedAt), gte(urgency, 0)) ?? nothing;
}

/** As above: what is closed was closed at some moment. */
function isClosed({ closedAt }: Handoffs): SQL {
  return and(isNotNull(closedAt), gt(closedAt, 0)) ?? nothing;
}

export function isAwake({ snoozedUntil }: Handoffs, now: number | Placeholder): SQL {
  return or(isNull(snoozedUntil), lte(snoozedUntil, now)) ?? nothing;
}

/** Nobody sees to it: neither a user, nor anybody who took it elsewhere. */
export function isUnassigned({ assigneeId, takenBy }: Handoffs): SQL {
  return and(isNull(assigneeId), isNull(takenBy)) ?? nothing;
}

export function isLate({ dueAt }: Handoffs, now: number): SQL {
  return lte(dueAt, now);
}

/** Null: everything may be seen. */
export function isSeen({ workspace }: Handoffs, workspaces: QueueScope['workspaces']): SQL | undefined {
  return workspaces === null ? undefined : isOneOf(workspace, workspaces);
}

/** What a view shows of all that there is. */
export function isInView(
  handoffs: Handoffs,
  view: QueueFilter['view'],
  { userId, teams }: QueueScope,
  now: number,
): SQL {
  if (view === 'resolved') return isClosed(handoffs);
  const more = {
    mine: () => eq(handoffs.assigneeId, userId),
    unassigned: () => isUnassigned(handoffs),
    team: () => isOfTeams(handoffs, teams),
    late: () => isLate(handoffs, now),
    all: () => undefined,
    snoozed: () => undefined,
  }[view]();
  const sleep = view === 'snoozed' ? gt(handoffs.snoozedUntil, now) : isAwake(handoffs, now);
  return and(isOpen(handoffs), sleep, more) ?? nothing;
}

/** What is asked for beside the view. */
export function matches(db: SharedDatabase, tables: Tables, filter: QueueFilter): SQL | undefined {
  const { handoffs } = tables;
  const { workspace, team, assignee, account, channel, priority, tag } = filter;
  return and(
    workspace === undefined ? undefined : eq(handoffs.workspace, workspace),
    team === undefined ? undefined : isInOrder(handoffs.team, team),
    assignee === undefined ? undefined : isAssignee(filter.view)(handoffs.assigneeId, assignee),
    account === undefined ? undefined : eq(handoffs.account, account),
    priority === undefined ? undefined : isOfRank(handoffs, filter.view, rankOf(priority)),
    channel === undefined ? undefined : isOnChannel(db, tables, channel),
    tag === undefined ? undefined : hasTag(db, tables, tag),
  );
}

/** Whose open ones have an index of their own; of closed ones there may be as many as there are. */
function isAssignee(view: QueueFilter['view']) {
  return view === 'resolved' ? isInOrder : eq;
}

/**
 * Equal, without the help of an index on the column: what is closed is in there too, while the one that has the order of
 * the page knows the column as well.
 */
export function isInOrder(column: Handoffs['team'] | Handoffs['assigneeId'], value: string): SQL {
  return sql`coalesce(${column}, '') = ${value}`;
}

/** Of open ones the order knows the rank. */
function isOfRank({ rank, urgency }: Handoffs, view: QueueFilter['view'], wanted: number): SQL {
  if (view === 'resolved') return eq(rank, wanted);
  return between(urgency, wanted * urgencyStep, (wanted + 1) * urgencyStep - 1);
}

/** Looked up for each handoff, so that no planner begins with all the conversations there are. */
function isOnChannel(db: SharedDatabase, { conversations, handoffs }: Tables, channel: string): SQL {
  const ofConversation = db
    .select({ channel: conversations.channel })
    .from(conversations)
    .where(eq(conversations.number, handoffs.conversation));
  return sql`(${ofConversation}) = ${channel}`;
}

function hasTag(db: SharedDatabase, { contactTags, handoffs }: Tables, tag: string): SQL {
  const { conversation } = contactTags;
  const isTheirs = and(eq(conversation, handoffs.conversation), eq(contactTags.tag, tag));
  return exists(db.select({ conversation }).from(contactTags).where(isTheirs));
}

function isOfTeams(handoffs: Handoffs, teams: QueueScope['teams']): SQL {
  const each = teams.map((name) => {
    const slash = name.indexOf('/');
    return and(eq(handoffs.workspace, name.slice(0, slash)), isInOrder(handoffs.team, name.slice(slash + 1)));
  });
  return or(...each) ?? nothing;
}

function isOneOf(column: Handoffs['workspace'], values: readonly string[]): SQL {
  return values.length === 0 ? nothing : inArray(column, [...values]);
}
