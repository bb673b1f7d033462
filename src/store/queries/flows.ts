import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { Conversation } from '../../core/conversation.js';
import type { Reads, RunPlace, StoredFlow } from '../reads.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

/** Which flows are still needed (P8). */
export function prepareFlowReads(
  db: SharedDatabase,
  { conversations, flows }: Tables,
): Pick<Reads, 'storedFlows' | 'runPlaces'> {
  const pinned = prepareQuery(
    'pinned_flows',
    db
      .selectDistinct({ workspace: conversations.workspace, pins: conversations.pins })
      .from(conversations)
      .where(isNotNull(conversations.pins)),
  );
  const isVersion = and(
    eq(flows.workspace, sql.placeholder('workspace')),
    eq(flows.name, sql.placeholder('name')),
    eq(flows.version, sql.placeholder('version')),
  );
  const flow = prepareQuery('read_flow', db.select().from(flows).where(isVersion));

  async function collect(version: Version, found: Map<string, StoredFlow>): Promise<void> {
    const key = [version.workspace, version.name, version.version].join('\0');
    if (found.has(key)) return;
    const [stored] = await flow({ ...version });
    if (stored === undefined) return;
    found.set(key, stored);
    for (const [name, led] of Object.entries(stored.leadsTo)) {
      await collect({ workspace: version.workspace, name, version: led }, found);
    }
  }

  return {
    async storedFlows() {
      const found = new Map<string, StoredFlow>();
      for (const { workspace, pins } of await pinned()) {
        for (const [name, version] of pins ?? []) await collect({ workspace, name, version }, found);
      }
      return [...found.values()];
    },
    runPlaces: prepareRunPlaces(db, conversations),
  };
}

/** How many open runs are read at once. */
const runPage = 1_000;

/** Read page by page: the place stands inside the state, and there may be very many. */
function prepareRunPlaces(db: SharedDatabase, conversations: Tables['conversations']): Reads['runPlaces'] {
  const { number, workspace, state, pins } = conversations;
  // Worded so that the index of pins, which each page would begin to read anew, is not thought of.
  const hasRun = sql`(${pins} is not null) is true`;
  const page = prepareQuery(
    'open_runs',
    db
      .select({ number, workspace, state })
      .from(conversations)
      .where(and(hasRun, gt(number, sql.placeholder('after'))))
      .orderBy(asc(number))
      .limit(runPage),
  );
  return async () => {
    const places = new Map<string, RunPlace>();
    for (let after = 0, isLast = false; !isLast;) {
      const rows = await page({ after });
      for (const row of rows) countPlace(places, row);
      after = rows.at(-1)?.number ?? after;
      isLast = rows.length < runPage;
    }
    return [...places.values()];
  };
}

function countPlace(
  places: Map<string, RunPlace>,
  { workspace, state }: { readonly workspace: string; readonly state: Conversation },
): void {
  const frame = state.run?.frames.at(-1);
  if (frame === undefined) return;
  const { flow, version, step } = frame;
  const key = [workspace, flow, version, step].join('\0');
  places.set(key, { workspace, flow, version, step, runs: (places.get(key)?.runs ?? 0) + 1 });
}

type Version = Pick<StoredFlow, 'workspace' | 'name' | 'version'>;
