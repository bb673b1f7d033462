import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { SaltedHash } from '../salted-hash.js';
import { suppressions } from './schema/consent.js';
import type { Stopped } from '../transactions/stopped.js';
import type { Alias } from '../transactions/thread.js';
import { rowOf, type Drizzle } from './binding.js';
import { compileGet } from './compiled.js';

/** What outlives an erasure: that whoever is called so had said STOP. */
export type Suppressions = ReturnType<typeof prepareSuppressions>;

export function prepareSuppressions(db: Drizzle, hash: SaltedHash) {
  const key = eq(suppressions.hash, sql.placeholder('hash'));
  const find = compileGet(db, getTableColumns(suppressions), db.select().from(suppressions).where(key));
  const remove = db.delete(suppressions).where(key).prepare();
  const insert = db.insert(suppressions).values(rowOf(suppressions)).prepare();
  const hashOf = ({ workspace, account, platformId }: Alias) =>
    hash('suppression', workspace, account, platformId);

  return {
    find(alias: Alias): Stopped | null {
      const found = find({ hash: hashOf(alias) });
      if (found === undefined) return null;
      return { occurredAt: found.stoppedOccurredAt, receivedAt: found.stoppedReceivedAt };
    },
    /** Of a contact being erased: remembers their STOP, or forgets one that they have taken back since. */
    keep(alias: Alias, stopped: Stopped | null, createdAt: number): void {
      const row = { hash: hashOf(alias), createdAt };
      remove.run(row);
      if (stopped === null) return;
      insert.run({ ...row, stoppedOccurredAt: stopped.occurredAt, stoppedReceivedAt: stopped.receivedAt });
    },
  };
}
