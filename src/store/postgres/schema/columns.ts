import { bigint, customType, text } from 'drizzle-orm/pg-core';

/**
 * A JSON document. An absent one is SQL's own null, so that indexes and conditions can tell; Drizzle's own `jsonb` would
 * store the document `null` where the value comes by a placeholder. `pg` has parsed what is read already.
 */
export const json = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => (value === null ? null : JSON.stringify(value)),
  fromDriver: (value) => value,
});

/** A moment, epoch milliseconds. */
export function moment(name: string) {
  return bigint(name, { mode: 'number' });
}

/** The database counts, but takes a number that is given to it: rows copied from elsewhere keep theirs. */
export function counted(name: string) {
  return bigint(name, { mode: 'number' }).primaryKey().generatedByDefaultAsIdentity();
}

/** Whose row it is; in every table that belongs to a conversation. */
export const scope = {
  workspace: text('workspace').notNull(),
  account: text('account').notNull(),
};
