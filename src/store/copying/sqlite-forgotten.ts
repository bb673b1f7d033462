import { drizzle } from 'drizzle-orm/better-sqlite3';
import { asShared } from '../queries/shared-database.js';
import { openReadOnly } from '../sqlite/read-only.js';
import { suppressions } from '../sqlite/schema/consent.js';
import { erasures } from '../sqlite/schema/erasures.js';
import { meta } from '../sqlite/schema/meta.js';
import { readSchemaVersion } from '../sqlite/schema-version.js';
import { CopyRefused } from './copy-refused.js';
import { readForgotten, type Forgotten } from './forgotten.js';

/** Reads it from a database file, which it changes in nothing. Throws `CannotOpenStore` and `CopyRefused`. */
export async function readSqliteForgotten(path: string): Promise<Forgotten> {
  const client = openReadOnly(path);
  try {
    // A version from before erasures were remembered must not be taken for one that had none.
    const isCurrent = readSchemaVersion(client).missing.length === 0;
    const forgotten = isCurrent
      ? await readForgotten(asShared(drizzle(client)), { erasures, suppressions, meta })
      : null;
    if (forgotten === null) throw refuseUnknowing(path);
    return forgotten;
  } finally {
    client.close();
  }
}

/** Also for PostgreSQL. */
export function refuseUnknowing(place: string): CopyRefused {
  const message = `${place} does not know who was erased: this version of Heyword has not used it yet.`;
  return new CopyRefused('nothing_remembered', message);
}
