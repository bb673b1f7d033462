import { eq, sql } from 'drizzle-orm';
import { clicks, links } from './schema/links.js';
import type { Drizzle } from './binding.js';
import { prepareInsert } from './compiled.js';
import type { Write } from './group-commit.js';

/** Records a click; null: no message has such a link, and nothing is written. */
export type FollowLink = (code: string, now: number) => Promise<string | null>;

export function prepareFollowLink(db: Drizzle, write: Write): FollowLink {
  const find = db
    .select()
    .from(links)
    .where(eq(links.code, sql.placeholder('code')))
    .prepare();
  const insert = prepareInsert(db, clicks, ['sequence']);

  return async (code, at) => {
    if (find.get({ code }) === undefined) return null;
    // Looked up again inside the transaction: the contact may be erased in between.
    return write(() => {
      const link = find.get({ code });
      if (link === undefined) return null;
      const { workspace, account, conversation, target } = link;
      insert({ workspace, account, conversation, code, at });
      return target;
    });
  };
}
