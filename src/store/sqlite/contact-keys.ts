import { eq, sql } from 'drizzle-orm';
import type { ContactKeys } from '../sealing/seals.js';
import type { Drizzle } from './binding.js';
import { prepareInsert } from './compiled.js';
import { contactKeys } from './schema/contact-keys.js';

export function prepareContactKeys(db: Drizzle): ContactKeys {
  const find = db
    .select({ key: contactKeys.key })
    .from(contactKeys)
    .where(eq(contactKeys.contactId, sql.placeholder('contactId')))
    .prepare();
  const insert = prepareInsert(db, contactKeys);
  return {
    find: (contactId) => find.get({ contactId })?.key ?? null,
    keep: ({ contactId, workspace, account }, key) => void insert({ contactId, workspace, account, key }),
  };
}
