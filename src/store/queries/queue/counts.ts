import { and, count, gt, sql, type SQL } from 'drizzle-orm';
import { day } from '../../../core/channel-capabilities.js';
import type { StoreFigures } from '../../reads.js';
import type { QueueCounts, QueueReads, QueueScope, TeamCounts } from '../../queue.js';
import { answerOnce, type SharedDatabase } from '../shared-database.js';
import type { Tables } from '../tables.js';
import { isAwake, isLate, isOpen, isSeen, isUnassigned } from './conditions.js';

export function prepareQueueCounts(db: SharedDatabase, tables: Tables): Pick<QueueReads, 'countQueue'> {
  return {
    async countQueue(scope, now) {
      const groups = await countOpen(db, tables, scope, now);
      const views = countViews(groups, scope.teams, await countResolved(db, tables, scope, now));
      const teams = groups
        .filter(({ open }) => open > 0)
        .map(({ mine: _mine, snoozed: _snoozed, ...counts }): TeamCounts => counts)
        .sort(byName);
      return { views, teams };
    },
  };
}

interface Group extends TeamCounts {
  readonly mine: number;
  readonly snoozed: number;
}

/** One walk through what is open, in an index that knows all of it. */
function countOpen(
  db: SharedDatabase,
  { handoffs }: Tables,
  { workspaces, userId }: QueueScope,
  now: number,
): Promise<readonly Group[]> {
  const { workspace, team, assigneeId, snoozedUntil } = handoffs;
  const awake = isAwake(handoffs, now);
  return answerOnce(
    db
      .select({
        workspace,
        team,
        open: howMany(awake),
        unassigned: howMany(and(awake, isUnassigned(handoffs))),
        late: howMany(and(awake, isLate(handoffs, now))),
        mine: howMany(and(awake, sql`${assigneeId} = ${userId}`)),
        snoozed: howMany(gt(snoozedUntil, now)),
      })
      .from(handoffs)
      .where(and(isOpen(handoffs), isSeen(handoffs, workspaces)))
      .groupBy(workspace, team),
  );
}

/** Those of no team first; engines disagree about that. */
function byName(one: TeamCounts, other: TeamCounts): number {
  const [name, otherName] = [nameOf(one), nameOf(other)];
  return name < otherName ? -1 : Number(name > otherName);
}

function nameOf({ workspace, team }: TeamCounts): string {
  return `${workspace}/${team ?? ''}`;
}

function howMany(which: SQL | undefined): SQL<number> {
  return sql`coalesce(sum(case when ${which} then 1 else 0 end), 0)`.mapWith(Number);
}

async function countResolved(
  db: SharedDatabase,
  { handoffs }: Tables,
  { workspaces }: QueueScope,
  now: number,
): Promise<number> {
  const isRecent = gt(handoffs.closedAt, now - day);
  const [counted] = await answerOnce(
    db
      .select({ count: count() })
      .from(handoffs)
      .where(and(isRecent, isSeen(handoffs, workspaces))),
  );
  return counted?.count ?? 0;
}

function countViews(
  groups: readonly Group[],
  teams: QueueScope['teams'],
  resolved: number,
): QueueCounts['views'] {
  const total = (of: 'open' | 'unassigned' | 'late' | 'mine' | 'snoozed', among = groups): number =>
    among.reduce((sum, group) => sum + group[of], 0);
  const own = groups.filter(({ workspace, team }) => team !== null && teams.includes(`${workspace}/${team}`));
  return {
    mine: total('mine'),
    unassigned: total('unassigned'),
    team: total('open', own),
    late: total('late'),
    all: total('open'),
    snoozed: total('snoozed'),
    resolved,
  };
}

type QueueFigures = Pick<StoreFigures, 'lateHandoffs' | 'unassignedHandoffs'>;

/** Of everybody's, for whoever watches over the server. */
export function prepareQueueFigures(
  db: SharedDatabase,
  { handoffs }: Tables,
): (now: number) => Promise<QueueFigures> {
  return async (now) => {
    const awake = isAwake(handoffs, now);
    const [counted] = await answerOnce(
      db
        .select({
          lateHandoffs: howMany(and(awake, isLate(handoffs, now))),
          unassignedHandoffs: howMany(and(awake, isUnassigned(handoffs))),
        })
        .from(handoffs)
        .where(isOpen(handoffs)),
    );
    return counted ?? { lateHandoffs: 0, unassignedHandoffs: 0 };
  };
}
