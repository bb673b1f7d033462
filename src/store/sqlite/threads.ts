import { and, eq, sql } from 'drizzle-orm';
import { openThread } from '../sealing/open-rows.js';
import type { Seals } from '../sealing/seals.js';
import { pinsOf } from '../transactions/pins.js';
import type { Threads } from '../transactions/rows.js';
import { tagRows } from '../transactions/tags.js';
import { bound, type Drizzle } from './binding.js';
import { compileGet, compileRun, prepareInsert } from './compiled.js';
import { contactTags } from './schema/contact-tags.js';
import { aliases, conversations } from './schema/conversations.js';
import { merges } from './schema/merges.js';

export function prepareThreads(db: Drizzle, seals: Seals): Threads {
  const byId = compileGet(
    db,
    columns,
    db
      .select(columns)
      .from(conversations)
      .where(eq(conversations.id, sql.placeholder('id'))),
  );
  const byMerged = db
    .select(columns)
    .from(merges)
    .innerJoin(conversations, eq(conversations.number, merges.conversation))
    .where(eq(merges.conversationId, sql.placeholder('id')))
    .prepare();
  const byAlias = compileGet(
    db,
    columns,
    db
      .select(columns)
      .from(aliases)
      .innerJoin(conversations, eq(conversations.number, aliases.conversation))
      .where(
        and(
          eq(aliases.account, sql.placeholder('account')),
          eq(aliases.platformId, sql.placeholder('platformId')),
          eq(aliases.workspace, sql.placeholder('workspace')),
        ),
      ),
  );
  const open = (row: ReturnType<typeof byId>) =>
    row === undefined ? undefined : openThread(row, (contactId) => seals.keyOf(contactId));
  return {
    findById: (id) => open(byId({ id }) ?? byMerged.get({ id })),
    findByAlias: (alias) => open(byAlias({ ...alias })),
    save: prepareSave(db, seals),
    saveTags: prepareSaveTags(db),
  };
}

function prepareSave(db: Drizzle, seals: Seals): Threads['save'] {
  const update = compileRun(
    db,
    db
      .update(conversations)
      .set({
        state: bound(conversations.state, 'state'),
        sealed: bound(conversations.sealed, 'sealed'),
        pins: bound(conversations.pins, 'pins'),
        waitingEvents: bound(conversations.waitingEvents, 'waitingEvents'),
        updatedAt: bound(conversations.updatedAt, 'updatedAt'),
      })
      .where(eq(conversations.number, sql.placeholder('number'))),
  );
  return (thread, updatedAt) => {
    const { number, state, waitingEvents } = thread;
    update({ number, ...seals.state(thread), waitingEvents, updatedAt, pins: pinsOf(state) });
  };
}

function prepareSaveTags(db: Drizzle): Threads['saveTags'] {
  const remove = db
    .delete(contactTags)
    .where(eq(contactTags.conversation, sql.placeholder('number')))
    .prepare();
  const insert = prepareInsert(db, contactTags);
  return (thread) => {
    remove.run({ number: thread.number });
    for (const row of tagRows(thread)) insert(row);
  };
}

const columns = {
  number: conversations.number,
  id: conversations.id,
  contactId: conversations.contactId,
  workspace: conversations.workspace,
  account: conversations.account,
  channel: conversations.channel,
  platformId: conversations.platformId,
  state: conversations.state,
  sealed: conversations.sealed,
  waitingEvents: conversations.waitingEvents,
};
