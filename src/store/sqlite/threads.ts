import { and, eq, sql } from 'drizzle-orm';
import type { SupportedChannel } from '../../core/channel.js';
import type { Conversation } from '../../core/conversation.js';
import { aliases, conversations, type Pins } from './schema/conversations.js';
import { bound, type Drizzle } from './binding.js';

/** A conversation in the hands of one transaction: read once, changed in place, written back once. */
export interface Thread {
  /** By which tables know it; `id` is for everybody else. */
  readonly number: number;
  readonly id: string;
  readonly contactId: string;
  readonly workspace: string;
  readonly account: string;
  readonly channel: SupportedChannel;
  readonly platformId: string;
  state: Conversation;
  waitingEvents: number;
}

export type Threads = ReturnType<typeof prepareThreads>;

export function prepareThreads(db: Drizzle) {
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
    findById: (id: string): Thread | undefined => byId.get({ id }),
    findByAlias: (alias: { workspace: string; account: string; platformId: string }): Thread | undefined =>
      byAlias.get(alias),
    save({ number, state, waitingEvents }: Thread, updatedAt: number): void {
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

/** Versions that the open run needs (P8); null: no run is open. */
function pinsOf({ run }: Conversation): Pins | null {
  if (run === null) return null;
  const versions = new Map(
    run.frames.map(({ flow, version }) => [`${flow}@${version}`, [flow, version] as const]),
  );
  return [...versions.values()];
}
