import { countQueue, listQueue, queueViews, readQueueItem } from '../../../src/contract/queue.js';
import { found } from '../../../src/http/api/found.js';
import { compareKeys, isActive, isInView, isLate, passes, sortKey } from './queue-order.js';
import { answer, type FakeRoute } from './serve-contract.js';
import type { QueueItem, World } from './world.js';

export function queueRoutes(world: World): readonly FakeRoute[] {
  return [
    answer(countQueue, () => ({ views: countViews(world), teams: countTeams(world) })),
    answer(listQueue, ({ query }) => {
      const after = query.cursor === undefined ? null : readCursor(query.cursor);
      const keyed = [...world.handoffs.values()]
        .filter((item) => isInView(item, query.view, world.me) && passes(item, query))
        .map((item) => ({ item, key: sortKey(item, query.sort) }))
        .filter(({ key }) => after === null || compareKeys(key, after) > 0)
        .sort((one, other) => compareKeys(one.key, other.key));
      const page = keyed.slice(0, query.limit);
      const last = page.at(-1);
      const isMore = keyed.length > page.length && last !== undefined;
      return { items: page.map(({ item }) => item), next: isMore ? writeCursor(last.key) : null };
    }),
    answer(readQueueItem, ({ params }) => found(world.handoffs.get(params.id) ?? null, 'handoff')),
  ];
}

function writeCursor(key: ReturnType<typeof sortKey>): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function readCursor(written: string): ReturnType<typeof sortKey> {
  return JSON.parse(Buffer.from(written, 'base64url').toString()) as ReturnType<typeof sortKey>;
}

function countViews({ handoffs, me }: World): Record<(typeof queueViews)[number], number> {
  const items = [...handoffs.values()];
  return Object.fromEntries(
    queueViews.map((view) => [view, items.filter((item) => isInView(item, view, me)).length]),
  ) as Record<(typeof queueViews)[number], number>;
}

interface TeamCount {
  readonly workspace: string;
  readonly team: string | null;
  open: number;
  unassigned: number;
  late: number;
}

function countTeams({ handoffs }: World): TeamCount[] {
  const counts = new Map<string, TeamCount>();
  for (const item of [...handoffs.values()].filter(isActive)) {
    const count = countOf(counts, item);
    count.open += 1;
    if (item.assignee === null) count.unassigned += 1;
    if (isLate(item)) count.late += 1;
  }
  return [...counts.values()];
}

function countOf(counts: Map<string, TeamCount>, { workspace, team }: QueueItem): TeamCount {
  const key = `${workspace}/${team ?? ''}`;
  const count = counts.get(key) ?? { workspace, team, open: 0, unassigned: 0, late: 0 };
  counts.set(key, count);
  return count;
}
