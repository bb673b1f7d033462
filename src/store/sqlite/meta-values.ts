import { eq, sql } from 'drizzle-orm';
import { meta } from './schema/meta.js';
import { bound, rowOf, type Drizzle } from './binding.js';

type Key = typeof meta.$inferSelect.key;

/** What the database knows of itself. */
export type MetaValues = ReturnType<typeof prepareMetaValues>;

export function prepareMetaValues(db: Drizzle) {
  const find = db
    .select({ value: meta.value })
    .from(meta)
    .where(eq(meta.key, sql.placeholder('key')))
    .prepare();
  const insert = db.insert(meta).values(rowOf(meta)).onConflictDoNothing().prepare();
  const upsert = db
    .insert(meta)
    .values(rowOf(meta))
    .onConflictDoUpdate({ target: meta.key, set: { value: bound(meta.value, 'value') } })
    .prepare();
  const count = (key: Key) => Number(find.get({ key })?.value ?? 0);

  return {
    count,
    countUp: (key: Key) => void upsert.run({ key, value: String(count(key) + 1) }),
    set: (key: Key, value: number) => void upsert.run({ key, value: String(value) }),
    /** The first value stays, whoever comes second. */
    findOrSet(key: Key, value: string): string {
      insert.run({ key, value });
      return find.get({ key })?.value ?? value;
    },
  };
}
