import { and, eq, sql } from 'drizzle-orm';
import { pinsOf } from '../transactions/pins.js';
import type { Threads } from '../transactions/rows.js';
import { bound, type Drizzle } from './binding.js';
import { aliases, conversations } from './schema/conversations.js';

export function prepareThreads(db: Drizzle): Threads {
  const byId = db
    .select(columns)
    .from(conversations)
    .where(eq(conversations.id, sql.placeholder('id')))
    .prepare();
  const byAlias = db
    .select(columns)
    .from(aliases)
    .innerJoin(conversations, eq(conversations.number, aliases.conversation))
    .where(
      and(
        eq(aliases.account, sql.placeholder('account')),
        eq(aliases.platformId, sql.placeholder('platformId')),
        eq(aliases.workspace, sql.placeholder('workspace')),
      ),
    )
    .prepare();
  const update = db
    .update(conversations)
    .set({
      state: bound(conversations.state, 'state'),
      pins: bound(conversations.pins, 'pins'),
      waitingEvents: bound(conversations.waitingEvents, 'waitingEvents'),
      updatedAt: bound(conversations.updatedAt, 'updatedAt'),
    })
    .where(eq(conversations.number, sql.placeholder('number')))
    .prepare();
  return {
    findById: (id) => byId.get({ id }),
    findByAlias: (alias) => byAlias.get({ ...alias }),
    save({ number, state, waitingEvents }, updatedAt) {
      update.run({ number, state, waitingEvents, updatedAt, pins: pinsOf(state) });
    },
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
  waitingEvents: conversations.waitingEvents,
};
