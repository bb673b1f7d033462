import type { Database } from 'better-sqlite3';
import { readSchemaVersion } from './schema-version.js';

/** How many damaged places are named; a broken file can have millions. */
const mostNamed = 20;

interface LostReference {
  readonly table: string;
  readonly rowid: number | null;
  readonly parent: string;
}

/** What SQLite itself finds wrong with the file, in words; empty: it is sound. Reads every page, and changes none. */
export function findDamage(client: Database): readonly string[] {
  const pages = client.pragma(`integrity_check(${mostNamed})`) as readonly { integrity_check: string }[];
  const damage = pages.map((row) => row.integrity_check).filter((found) => found !== 'ok');
  // Where pages are damaged, whatever else is found in them proves nothing.
  return damage.length > 0 ? damage.map((found) => `The file is damaged: ${found}.`) : findLost(client);
}

function findLost(client: Database): readonly string[] {
  const lost = client.pragma('foreign_key_check') as readonly LostReference[];
  const named = lost
    .slice(0, mostNamed)
    .map(
      ({ table, rowid, parent }) => `${table}, row ${String(rowid)}: it belongs to ${parent} that are gone.`,
    );
  const more = lost.length - named.length;
  return more > 0 ? [...named, `… and ${more} more rows belong to something that is gone.`] : named;
}

/** How far behind us the schema is, in words; empty: it is the one that we know. */
export function findSchemaProblems(client: Database): readonly string[] {
  const { applied, missing } = readSchemaVersion(client);
  if (applied.length === 0) return ['Nothing is in it: no Heyword has used it yet.'];
  if (missing.length === 0) return [];
  return [
    `Its schema is older than this Heyword: ${missing.length} of ${applied.length + missing.length} migrations are missing. A server applies them when it starts.`,
  ];
}
