import type { Database } from 'better-sqlite3';
import { readSchemaVersion } from './schema-version.js';
import { wordTableOf, type WordTable } from './search/mending.js';

/** How many damaged places are named; a broken file can have millions. */
const mostNamed = 20;

interface LostReference {
  readonly table: string;
  readonly rowid: number | null;
  readonly parent: string;
}

/** What SQLite says of its pages: what is lost, in words, and which word tables have an index that can be made anew. */
interface PagesReport {
  readonly damage: readonly string[];
  readonly brokenWords: readonly WordTable[];
}

/** Reads every page, and changes none; the quick check does not compare indexes with their tables. */
export function readPages(client: Database, check: 'quick_check' | 'integrity_check'): PagesReport {
  const rows = client.pragma(`${check}(${mostNamed})`) as readonly Readonly<Record<string, string>>[];
  const findings = rows.flatMap((row) => Object.values(row)).filter((found) => found !== 'ok');
  return {
    damage: findings.filter((found) => wordTableOf(found) === undefined),
    brokenWords: findings.map(wordTableOf).filter((table) => table !== undefined),
  };
}

/**
 * What SQLite itself finds wrong with the file, in words; empty: it is sound, but for an index of words that the next
 * opening makes anew.
 */
export function findDamage(client: Database): readonly string[] {
  const { damage } = readPages(client, 'integrity_check');
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
