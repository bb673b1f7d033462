import { customType, text } from 'drizzle-orm/sqlite-core';

/** A JSON document. An absent one is SQL's own null, so that indexes and conditions can tell. */
export const json = customType<{ data: unknown; driverData: string | null }>({
  dataType: () => 'text',
  toDriver: (value) => (value === null ? null : JSON.stringify(value)),
  fromDriver: (value) => JSON.parse(value ?? 'null') as unknown,
});

/** Whose row it is; in every table that belongs to a conversation. */
export const scope = {
  workspace: text('workspace').notNull(),
  account: text('account').notNull(),
};
