import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Reads, StoredFlow } from '../reads.js';
import { prepareQuery, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

/** Which flows are still needed (P8). */
export function prepareFlowReads(
  db: SharedDatabase,
  { conversations, flows }: Tables,
): Pick<Reads, 'storedFlows'> {
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
  };
}

type Version = Pick<StoredFlow, 'workspace' | 'name' | 'version'>;
