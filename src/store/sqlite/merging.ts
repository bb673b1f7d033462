import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { KeyChange } from '../sealing/reseal.js';
import { eventPlace, handoffPlace, messagePlace, type Seals } from '../sealing/seals.js';
import type { Merging } from '../transactions/rows.js';
import { bound, rowOf, type Drizzle } from './binding.js';
import { prepareInsert } from './compiled.js';
import { aliases, conversations } from './schema/conversations.js';
import { contactTags } from './schema/contact-tags.js';
import { contactKeys } from './schema/contact-keys.js';
import { coupons } from './schema/coupons.js';
import { events } from './schema/events.js';
import { handoffs } from './schema/handoffs.js';
import { clicks, links } from './schema/links.js';
import { merges } from './schema/merges.js';
import { messages } from './schema/messages.js';
import { notes } from './schema/notes.js';
import { outcomes } from './schema/outcomes.js';
import { privateReplies } from './schema/private-replies.js';
import { uploads } from './schema/uploads.js';
import type { WordIndex } from './search/word-index.js';
import type { Suppressions } from './suppressions.js';

/** Tables whose rows become another conversation's. */
const moving = [
  ...[aliases, messages, events, handoffs, notes, outcomes, links, clicks, coupons, privateReplies, merges],
  uploads,
] as const;

interface MergingParts {
  readonly seals: Seals;
  readonly suppressions: Suppressions;
  readonly words: WordIndex;
}

export function prepareMerging(db: Drizzle, { seals, suppressions, words }: MergingParts): Merging {
  const insertAlias = db.insert(aliases).values(rowOf(aliases)).onConflictDoNothing().prepare();
  const insertMerge = prepareInsert(db, merges);
  const moves = moving.map((table) => prepareMove(db, table));
  const resealAll = prepareResealing(db, seals);
  const isLoser = eq(conversations.number, sql.placeholder('from'));
  const removeConversation = db.delete(conversations).where(isLoser).prepare();
  // Whoever remains has them all already.
  const removeTags = db
    .delete(contactTags)
    .where(eq(contactTags.conversation, sql.placeholder('from')))
    .prepare();
  const removeKey = db
    .delete(contactKeys)
    .where(eq(contactKeys.contactId, sql.placeholder('contactId')))
    .prepare();
  const writeTo = db
    .update(conversations)
    .set({ platformId: bound(conversations.platformId, 'platformId') })
    .where(eq(conversations.number, sql.placeholder('number')))
    .prepare();

  return {
    addAlias({ number: conversation }, alias) {
      insertAlias.run({ ...alias, conversation });
      words.contactChanged(conversation);
      return suppressions.find(alias);
    },
    writeTo: ({ number }, platformId) => void writeTo.run({ number, platformId }),
    absorb(survivor, { number: from, contactId, id: conversationId, workspace, account }, mergedAt) {
      const key = seals.keyOf(contactId);
      const to = { contactId: survivor.contactId, key: key === null ? '' : seals.keyFor(survivor) };
      if (key !== null) resealAll(from, { from: { contactId, key }, to });
      for (const move of moves) move.run({ from, to: survivor.number });
      removeTags.run({ from });
      removeKey.run({ contactId });
      removeConversation.run({ from });
      words.contactGone(from);
      words.contactChanged(survivor.number);
      insertMerge({ contactId, workspace, account, conversationId, conversation: survivor.number, mergedAt });
    },
  };
}

type Belonging = SQLiteTable & { readonly conversation: SQLiteColumn };

function prepareMove(db: Drizzle, table: Belonging) {
  return db
    .update(table)
    .set({ conversation: bound(table.conversation, 'to') })
    .where(eq(table.conversation, sql.placeholder('from')))
    .prepare();
}

type SealedTable = typeof messages | typeof events | typeof handoffs;

/** Words that were said in confidence are sealed anew, with the key of whoever has them now. */
function prepareResealing(db: Drizzle, seals: Seals): (from: number, keys: KeyChange) => void {
  const all = [
    { ...prepareSealed(db, messages), placeOf: messagePlace },
    { ...prepareSealed(db, events), placeOf: (id: string) => eventPlace({ id }) },
    { ...prepareSealed(db, handoffs), placeOf: handoffPlace },
  ];
  return (from, keys) => {
    for (const { find, save, placeOf } of all)
      for (const { sequence, id, sealed } of find.all({ from }))
        if (sealed !== null) save.run({ sequence, sealed: seals.reseal(sealed, placeOf(id), keys) });
  };
}

function prepareSealed(db: Drizzle, table: SealedTable) {
  const { sequence, id, sealed } = table;
  return {
    find: db
      .select({ sequence, id, sealed })
      .from(table)
      .where(and(eq(table.conversation, sql.placeholder('from')), isNotNull(sealed)))
      .prepare(),
    save: db
      .update(table)
      .set({ sealed: bound(sealed, 'sealed') })
      .where(eq(sequence, sql.placeholder('sequence')))
      .prepare(),
  };
}
