import { and, asc, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import { openState } from '../sealing/open-rows.js';
import { SealBroken } from '../sealing/seal-broken.js';
import type { ContactView, Reads } from '../reads.js';
import { placeBefore, toListing } from './page.js';
import { prepareQuery, type Query, type SharedDatabase } from './shared-database.js';
import type { Tables } from './tables.js';

export interface ContactReads extends Pick<Reads, 'listContacts' | 'readContact'> {
  /** With what was said in confidence; for the contact alone. */
  readonly readWholeContact: (contactId: string) => Promise<ContactView | null>;
}

type ConversationRow = Tables['conversations']['$inferSelect'];

/** A conversation with one of the ids under which the platform knows the contact; it has a row for each. */
interface AliasedRow {
  readonly conversation: ConversationRow;
  readonly platformId: string;
}

export function prepareContactReads(db: SharedDatabase, tables: Tables): ContactReads {
  const { conversations } = tables;
  const inAll = preparePage(db, tables, 'list_contacts');
  const isOfAccount = eq(conversations.account, sql.placeholder('account'));
  const inAccount = preparePage(db, tables, 'list_contacts_of_account', isOfAccount);
  const byId = prepareById(db, tables);
  const idByAlias = prepareIdByAlias(db, tables);
  const sealOf = prepareSealOf(db, tables);

  async function findById(contactId: string): Promise<ContactView | null> {
    return joinAliases(await byId({ contactId }))[0]?.view ?? null;
  }

  async function readWholeContact(contactId: string): Promise<ContactView | null> {
    const contact = await findById(contactId);
    const [seal] = await sealOf({ contactId });
    if (contact === null || seal === undefined) return contact;
    return { ...contact, conversation: openedOrShown(contactId, seal) };
  }

  return {
    readWholeContact,
    /** Those seen first latest come first. */
    async listContacts({ account }, page) {
      const values = { before: placeBefore(page, Number.MAX_SAFE_INTEGER, 0), limit: page.limit + 1 };
      const rows = await (account === undefined ? inAll(values) : inAccount({ ...values, account }));
      return toListing(joinAliases(rows), page, ({ view }) => view);
    },
    async readContact(reference) {
      const contact = await findById(reference);
      const slash = reference.indexOf('/');
      if (contact !== null || slash === -1) return contact;
      const alias = { account: reference.slice(0, slash), platformId: reference.slice(slash + 1) };
      const [found, second] = await idByAlias(alias);
      return found === undefined || second !== undefined ? null : findById(found.contactId);
    },
  };
}

function preparePage(db: SharedDatabase, tables: Tables, name: string, filter?: SQL): Query<AliasedRow> {
  const { aliases, conversations } = tables;
  const page = db
    .select()
    .from(conversations)
    .where(and(filter, lt(conversations.number, sql.placeholder('before'))))
    .orderBy(desc(conversations.number))
    .limit(sql.placeholder('limit'))
    .as('conversation');
  const rows = db
    .select()
    .from(page)
    .innerJoin(aliases, eq(aliases.conversation, page.number))
    .orderBy(desc(page.number), asc(aliases.platformId));
  const query = prepareQuery(name, rows);
  return async (values) =>
    (await query(values)).map(({ conversation, aliases: alias }) => ({
      conversation,
      platformId: alias.platformId,
    }));
}

function prepareById(db: SharedDatabase, { aliases, conversations }: Tables): Query<AliasedRow> {
  return prepareQuery(
    'read_contact',
    db
      .select({ conversation: conversations, platformId: aliases.platformId })
      .from(conversations)
      .innerJoin(aliases, eq(aliases.conversation, conversations.number))
      .where(eq(conversations.contactId, sql.placeholder('contactId')))
      .orderBy(asc(aliases.platformId)),
  );
}

interface SealedState {
  readonly state: ConversationRow['state'];
  readonly sealed: string | null;
  readonly key: string | null;
}

function prepareSealOf(db: SharedDatabase, { contactKeys, conversations }: Tables): Query<SealedState> {
  const { contactId, state, sealed } = conversations;
  return prepareQuery(
    'read_seal',
    db
      .select({ state, sealed, key: contactKeys.key })
      .from(conversations)
      .leftJoin(contactKeys, eq(contactKeys.contactId, contactId))
      .where(eq(contactId, sql.placeholder('contactId'))),
  );
}

/** What cannot be opened any more is exported as what it is shown as. */
function openedOrShown(contactId: string, { state, ...seal }: SealedState): ConversationRow['state'] {
  try {
    return openState(state, { contactId, ...seal });
  } catch (fault) {
    if (fault instanceof SealBroken) return state;
    throw fault;
  }
}

/** Two rows where accounts of two workspaces share the name: then the reference names nobody. */
function prepareIdByAlias(
  db: SharedDatabase,
  { aliases, conversations }: Tables,
): Query<{ contactId: string }> {
  const isAlias = and(
    eq(aliases.account, sql.placeholder('account')),
    eq(aliases.platformId, sql.placeholder('platformId')),
  );
  return prepareQuery(
    'find_contact_id',
    db
      .select({ contactId: conversations.contactId })
      .from(aliases)
      .innerJoin(conversations, eq(conversations.number, aliases.conversation))
      .where(isAlias)
      .limit(2),
  );
}

/** Rows of one conversation follow each other. */
function joinAliases(rows: readonly AliasedRow[]): readonly { sequence: number; view: ContactView }[] {
  const found = new Map<number, { sequence: number; view: ContactView }>();
  for (const { conversation, platformId } of rows) {
    const { number: sequence } = conversation;
    const platformIds = [...(found.get(sequence)?.view.platformIds ?? []), platformId];
    found.set(sequence, { sequence, view: toView(conversation, platformIds) });
  }
  return [...found.values()];
}

function toView(row: ConversationRow, platformIds: readonly string[]): ContactView {
  const { contactId: id, id: conversationId, workspace, account, channel, createdAt, updatedAt } = row;
  // The one by which they are written to comes first.
  const others = platformIds.filter((one) => one !== row.platformId);
  const names = platformIds.length === others.length ? platformIds : [row.platformId, ...others];
  const whose = { id, conversationId, workspace, account, channel, platformIds: names };
  return { ...whose, conversation: row.state, createdAt, updatedAt };
}
