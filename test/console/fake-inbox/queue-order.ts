import { handoffPriorities } from '../../../src/core/resources.js';
import type { listQueue, QueueView } from '../../../src/contract/queue.js';
import type { z } from 'zod';
import type { Me, QueueItem } from './world.js';

type QueueQuery = z.output<NonNullable<(typeof listQueue)['query']>>;
type Key = readonly (number | string)[];

const viewTests: Readonly<Record<QueueView, (item: QueueItem, me: Me) => boolean>> = {
  mine: (item, me) => isActive(item) && item.assignee?.id === me.user.id,
  unassigned: (item) => isActive(item) && item.assignee === null,
  team: (item, me) => isActive(item) && me.user.teams.includes(`${item.workspace}/${item.team ?? ''}`),
  late: (item) => isActive(item) && isLate(item),
  all: (item) => isActive(item),
  snoozed: (item) => item.state === 'snoozed',
  resolved: (item) => item.closed_at !== null,
};

/** Whether a handoff is open and not put aside. */
export function isActive(item: QueueItem): boolean {
  return item.state === 'open' || item.state === 'taken';
}

export function isLate({ first_reply, resolution }: QueueItem): boolean {
  return first_reply.level === 'late' || resolution.level === 'late';
}

export function isInView(item: QueueItem, view: QueueView, me: Me): boolean {
  return viewTests[view](item, me);
}

export function passes(item: QueueItem, query: QueueQuery): boolean {
  const { workspace, team, assignee, channel, account, priority, tag } = query;
  return (
    isOrAny(workspace, item.workspace) &&
    isOrAny(team, item.team) &&
    isOrAny(assignee, item.assignee?.id) &&
    isOrAny(channel, item.channel) &&
    isOrAny(account, item.account) &&
    isOrAny(priority, item.priority) &&
    (tag === undefined || item.tags.includes(tag))
  );
}

function isOrAny(wanted: string | undefined, is: string | null | undefined): boolean {
  return wanted === undefined || wanted === is;
}

/** By what a handoff is sorted: smaller keys stand first; the id makes each its own. */
export function sortKey(item: QueueItem, sort: QueueQuery['sort']): Key {
  const opened = Date.parse(item.opened_at);
  switch (sort) {
    case 'oldest':
      return [opened, item.id];
    case 'newest':
      return [-opened, item.id];
    case 'urgency': {
      const dues = [item.first_reply.due_at, item.resolution.due_at].flatMap((due) =>
        due === null ? [] : [Date.parse(due)],
      );
      const due = dues.length === 0 ? Number.MAX_SAFE_INTEGER : Math.min(...dues);
      return [-handoffPriorities.indexOf(item.priority), due, Date.parse(item.waiting_since), item.id];
    }
  }
}

export function compareKeys(one: Key, other: Key): number {
  for (const [index, part] of one.entries()) {
    const against = other[index] ?? '';
    if (part !== against) return part < against ? -1 : 1;
  }
  return 0;
}
