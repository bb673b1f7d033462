/**
 * How long the queue takes to answer on SQLite: pages of its views, with and without filters, counts, and who is given what.
 * Run by `npm run bench:queue`, with other amounts by `-- --open 10000 --closed 200000`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { QueueFilter, QueueScope, QueueSort } from '../../src/store/queue.js';
import { median } from './measures/statistics.js';
import { agents, openFilledStore } from './queue/filled-store.js';

const { values: options } = parseArgs({
  options: {
    open: { type: 'string', default: '10000' },
    closed: { type: 'string', default: '200000' },
  },
});
const [open, closed] = [Number(options.open), Number(options.closed)];
const folder = mkdtempSync(join(tmpdir(), 'heyword-queue-'));
const now = Date.UTC(2026, 10, 27, 12);
const everybody: QueueScope = {
  workspaces: null,
  userId: agents[7] ?? '',
  teams: ['main/sales', 'main/support'],
};
const oneWorkspace: QueueScope = { ...everybody, workspaces: ['second'] };
const store = openFilledStore(
  join(folder, 'heyword.db'),
  { open, closed, contacts: Math.max(1000, Math.round((open + closed) / 4)) },
  now,
);

try {
  process.stdout.write(`${open} open, ${closed} closed; ms, best, median and worst of 30, pages of 100\n`);
  for (const view of ['all', 'mine', 'unassigned', 'team', 'late', 'snoozed', 'resolved'] as const)
    await measure(`first page of ${view}`, () => page({ view }));
  for (const sort of ['oldest', 'newest'] as const)
    await measure(`first page of all, ${sort} first`, () => page({ view: 'all' }, everybody, sort));
  await measure('first page of all, one workspace', () => page({ view: 'all' }, oneWorkspace));
  await measure('first page of resolved, one workspace', () => page({ view: 'resolved' }, oneWorkspace));
  const filters = {
    team: 'billing',
    tag: 'vip',
    channel: 'instagram',
    account: 'account-3',
    priority: 'low',
    assignee: agents[3] ?? '',
  } as const;
  for (const [name, value] of Object.entries(filters))
    for (const view of ['all', 'resolved'] as const)
      await measure(`first page of ${view}, by ${name}`, () => page({ view, [name]: value }));
  for (const view of ['all', 'resolved'] as const) {
    await measure(`nothing in ${view} for a tag`, () => page({ view, tag: 'nobody has it' }));
    await measureFollowing(view);
  }
  await measure('counts', () => store.countQueue(everybody, now));
  await measure('one item', () => store.readQueueItem('handoff-3'));
  await measure('open assignments of 40', () => store.openAssignments(agents, now));
  await measure('unassigned of a team', () =>
    store.unassignedHandoffs({ workspace: 'main', team: 'sales' }, 50, now),
  );
  await measure('stale assignments of a team', () =>
    store.staleAssignments({ workspace: 'main', team: 'sales' }, now, 50, now),
  );
} finally {
  await store.close();
  rmSync(folder, { recursive: true });
}

function page(
  filter: QueueFilter,
  scope = everybody,
  sort: QueueSort = 'urgency',
  after: string | null = null,
) {
  return store.listQueue(scope, filter, { sort, page: { after, limit: 100 } }, now);
}

async function measureFollowing(view: 'all' | 'resolved'): Promise<void> {
  let after: string | null = null;
  await measure(`next page of ${view}`, async () => {
    after = (await page({ view }, everybody, 'urgency', after)).next;
  });
}

async function measure(name: string, ask: () => Promise<unknown>): Promise<void> {
  await ask();
  const took: number[] = [];
  for (let round = 0; round < 30; round += 1) {
    const begin = performance.now();
    await ask();
    took.push(performance.now() - begin);
  }
  const figures = [Math.min(...took), median(took), Math.max(...took)];
  process.stdout.write(`${figures.map((figure) => figure.toFixed(2).padStart(8)).join(' ')}  ${name}\n`);
}
