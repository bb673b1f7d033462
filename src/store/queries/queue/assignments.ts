import { and, asc, count, eq, inArray, isNotNull, lte, max, sql, type SQL } from 'drizzle-orm';
import type { Assignable, Assignments, QueueReads } from '../../queue.js';
import { answerOnce, type SharedDatabase } from '../shared-database.js';
import type { Tables } from '../tables.js';
import { isAwake, isInOrder, isOpen, isUnassigned } from './conditions.js';

type AssignmentReads = Pick<QueueReads, 'openAssignments' | 'unassignedHandoffs' | 'staleAssignments'>;

/** What it takes to give handoffs to people. */
export function prepareAssignmentReads(db: SharedDatabase, tables: Tables): AssignmentReads {
  const { handoffs } = tables;
  return {
    async openAssignments(userIds, now) {
      const found = await readAssignments(db, tables, userIds, now);
      const byUser = new Map(found.map((one) => [one.userId, one]));
      return userIds.map((userId) => byUser.get(userId) ?? { userId, open: 0, lastAt: null });
    },
    unassignedHandoffs: ({ workspace, team }, limit, now) =>
      answerOnce(
        selectAssignable(db, tables)
          .where(and(isOfTeam(handoffs, workspace, team, now), isUnassigned(handoffs)))
          .orderBy(asc(handoffs.urgency), asc(handoffs.sequence))
          .limit(limit),
      ),
    staleAssignments: ({ workspace, team }, before, limit, now) => {
      const since = sql`coalesce(${handoffs.waitingSince}, ${handoffs.openedAt})`;
      const isStale = and(
        isNotNull(handoffs.assigneeId),
        eq(handoffs.waitsFor, 'team'),
        lte(handoffs.assignedAt, before),
        sql`${since} <= ${before}`,
      );
      return answerOnce(
        selectAssignable(db, tables)
          .where(and(isOfTeam(handoffs, workspace, team, now), isStale))
          .orderBy(asc(handoffs.assignedAt), asc(handoffs.sequence))
          .limit(limit),
      );
    },
  };
}

function isOfTeam(handoffs: Tables['handoffs'], workspace: string, team: string, now: number) {
  const isTheirs = and(eq(handoffs.workspace, workspace), isInOrder(handoffs.team, team));
  return and(isOpen(handoffs), isTheirs, isAwake(handoffs, now));
}

function selectAssignable(db: SharedDatabase, { conversations, handoffs }: Tables) {
  const { id, workspace, team, assigneeId, assignedAt, openedAt } = handoffs;
  const assignable = {
    id,
    conversationId: conversations.id,
    workspace,
    team,
    assigneeId,
    assignedAt,
    openedAt,
  };
  return db
    .select(assignable satisfies Record<keyof Assignable, unknown>)
    .from(handoffs)
    .innerJoin(conversations, eq(conversations.number, handoffs.conversation));
}

/** For each user a look into two indexes, however much they have had. */
function readAssignments(
  db: SharedDatabase,
  { handoffs, users }: Tables,
  userIds: readonly string[],
  now: number,
): Promise<readonly Assignments[]> {
  const isTheirs = eq(handoffs.assigneeId, users.id);
  const open = db
    .select({ count: count() })
    .from(handoffs)
    .where(and(isOpen(handoffs), isTheirs, isAwake(handoffs, now)));
  const last = db
    .select({ at: max(handoffs.assignedAt) })
    .from(handoffs)
    .where(isTheirs);
  return answerOnce(
    db
      .select({
        userId: users.id,
        open: sql<number>`(${open})`.mapWith(Number),
        lastAt: scalar(sql`(${last})`),
      })
      .from(users)
      .where(inArray(users.id, [...userIds])),
  );
}

function scalar(query: SQL): SQL<number | null> {
  return sql<number | null>`${query}`.mapWith((value: unknown) => (value === null ? null : Number(value)));
}
