import { readSchemaVersion } from './schema-version.js';
import type { Queryable } from './standing-connection.js';

/** What would let wrong rows in, or hide right ones; in words, empty: nothing. Changes nothing. */
export async function findDamage(db: Queryable): Promise<readonly string[]> {
  const schema = await findSchemaProblems(db);
  // Of another version's tables we do not know how they should be.
  if (schema.length > 0) return schema;
  return [
    ...(await findBrokenIndexes(db)),
    ...(await findOpenConstraints(db)),
    ...(await findSleepingTriggers(db)),
  ];
}

async function findSchemaProblems(db: Queryable): Promise<readonly string[]> {
  const version = await readSchemaVersion(db);
  if (version === null) return ['Nothing is in it: no Heyword has used it yet.'];
  const { applied, missing, unknown } = version;
  if (unknown.length > 0) return ['It was written by a newer version of Heyword: check it with that one.'];
  if (missing.length === 0) return [];
  return [
    `Its schema is older than this Heyword: ${missing.length} of ${applied.length + missing.length} migrations are missing. A server applies them when it starts.`,
  ];
}

/** What a `CREATE INDEX CONCURRENTLY` leaves that was broken off. */
async function findBrokenIndexes(db: Queryable): Promise<readonly string[]> {
  const names = await readNames(
    db,
    `select indexrelid::regclass::text as name from pg_index join pg_class on pg_class.oid = indrelid
     where relnamespace = 'public'::regnamespace and not (indisvalid and indisready)`,
  );
  return names.map((name) => `The index ${name} is not valid: REINDEX it.`);
}

async function findOpenConstraints(db: Queryable): Promise<readonly string[]> {
  const names = await readNames(
    db,
    `select conrelid::regclass || ', ' || conname as name from pg_constraint
     where connamespace = 'public'::regnamespace and not convalidated`,
  );
  return names.map((name) => `The constraint of ${name} was never checked: VALIDATE it.`);
}

/** Those of foreign keys among them: with `session_replication_role` or as a superuser, they can be put to sleep. */
async function findSleepingTriggers(db: Queryable): Promise<readonly string[]> {
  const names = await readNames(
    db,
    `select tgrelid::regclass || ', ' || tgname as name from pg_trigger join pg_class on pg_class.oid = tgrelid
     where relnamespace = 'public'::regnamespace and tgenabled not in ('O', 'A')`,
  );
  return names.map(
    (name) => `The trigger of ${name} is disabled: anybody can write what must not be written.`,
  );
}

async function readNames(db: Queryable, query: string): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string }>(query);
  return rows.map(({ name }) => name);
}
