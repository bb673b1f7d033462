import type { SharedDatabase } from '../queries/shared-database.js';
import type { Tables } from '../queries/tables.js';
import type { ConversationRow } from './conversation-rows.js';

interface Version {
  readonly workspace: string;
  readonly name: string;
  readonly version: string;
}

/** Which flow versions are stored; knows what an open run lacks to go on (P8). */
export class StoredVersions {
  readonly #leadsTo: ReadonlyMap<string, Readonly<Record<string, string>>>;

  private constructor(leadsTo: ReadonlyMap<string, Readonly<Record<string, string>>>) {
    this.#leadsTo = leadsTo;
  }

  static async read(db: SharedDatabase, { flows }: Tables): Promise<StoredVersions> {
    const { workspace, name, version, leadsTo } = flows;
    const rows = await db.select({ workspace, name, version, leadsTo }).from(flows);
    return new StoredVersions(new Map(rows.map((row) => [keyOf(row), row.leadsTo])));
  }

  /** The versions, as `name@version`, that the run of a conversation may need and that are gone. */
  missingFor({ workspace, pins }: Pick<ConversationRow, 'workspace' | 'pins'>): readonly string[] {
    const missing = new Set<string>();
    const seen = new Set<string>();
    const wanted: Version[] = (pins ?? []).map(([name, version]) => ({ workspace, name, version }));
    for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
      const key = keyOf(next);
      if (seen.has(key)) continue;
      seen.add(key);
      const leadsTo = this.#leadsTo.get(key);
      if (leadsTo === undefined) missing.add(`${next.name}@${next.version}`);
      for (const [name, version] of Object.entries(leadsTo ?? {})) wanted.push({ workspace, name, version });
    }
    return [...missing];
  }
}

function keyOf({ workspace, name, version }: Version): string {
  return [workspace, name, version].join('\0');
}
