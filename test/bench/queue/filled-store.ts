import { randomBytes, randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { day } from '../../../src/core/channel-capabilities.js';
import { beginConversation } from '../../../src/core/conversation.js';
import { foldConsent } from '../../../src/core/consent.js';
import type { Drizzle } from '../../../src/store/sqlite/binding.js';
import { openConnection } from '../../../src/store/sqlite/connection.js';
import { prepareInsert } from '../../../src/store/sqlite/compiled.js';
import { createSqliteStore } from '../../../src/store/sqlite/open.js';
import { contactTags } from '../../../src/store/sqlite/schema/contact-tags.js';
import { conversations } from '../../../src/store/sqlite/schema/conversations.js';
import { handoffs } from '../../../src/store/sqlite/schema/handoffs.js';
import { messages } from '../../../src/store/sqlite/schema/messages.js';
import { users } from '../../../src/store/sqlite/schema/users.js';
import { rankOf } from '../../../src/store/transactions/new-rows.js';
import type { Store } from '../../../src/store/store.js';

/** How much there is in the queue. */
export interface Amounts {
  readonly open: number;
  readonly closed: number;
  /** Who have handed over, now or before. */
  readonly contacts: number;
}

const minute = 60_000;
const teams = ['sales', 'support', 'billing', 'returns', null] as const;
const priorities = ['urgent', 'high', 'normal', 'normal', 'normal', 'low'] as const;
export const agents = Array.from({ length: 40 }, (_, place) => `agent-${place}`);

/** A store whose queue holds so much, spread over teams, agents, priorities and tags; the same each time. */
export function openFilledStore(path: string, amounts: Amounts, now: number): Store {
  const client = openConnection(path);
  const store = createSqliteStore(client, randomUUID, randomBytes);
  client.transaction(() => fill(client, amounts, now))();
  client.exec('PRAGMA optimize; PRAGMA wal_checkpoint(truncate)');
  return store;
}

function fill(client: Database, { open, closed, contacts }: Amounts, now: number): void {
  const db = drizzle(client);
  const addContact = prepareContacts(db, now);
  const addMessage = prepareInsert(db, messages, [
    ...(['sequence', 'platformMessageId', 'refusal', 'explanation', 'speaker', 'basis'] as const),
    ...(['isBots', 'epoch', 'attempts', 'dueAt', 'claimedAt', 'token', 'outboxOf', 'sealed'] as const),
  ]);
  const addHandoff = prepareInsert(db, handoffs, ['sequence', 'urgency']);
  addUsers(db, now);
  for (let number = 1; number <= contacts; number += 1) addContact(number);
  for (let place = 0; place < closed + open; place += 1)
    addHandoff(handoffRow(place, place < closed ? 'closed' : 'open', contacts, now));
  for (let number = 1; number <= contacts; number += 1)
    for (let line = 0; line < 4; line += 1) addMessage(messageRow(number, line, now));
}

function addUsers(db: Drizzle, now: number): void {
  const addUser = prepareInsert(db, users);
  for (const id of agents) {
    const nothing = { secondFactor: null, nextSecondFactor: null, lastCodeStep: null, recoveryCodes: null };
    const seen = { language: null, timeZone: null, isDisabled: false, createdAt: now, lastSeenAt: now };
    const work = {
      workspaces: null,
      teams: ['main/sales'],
      capacity: 20,
      availability: 'available' as const,
    };
    addUser({ id, name: id, email: id, role: 'agent', passwordHash: '', ...nothing, ...seen, ...work });
  }
}

function prepareContacts(db: Drizzle, now: number): (number: number) => void {
  const addConversation = prepareInsert(db, conversations);
  const addTag = prepareInsert(db, contactTags);
  return (number) => {
    const scope = { workspace: workspaceOf(number), account: `account-${number % 4}` };
    const names = { contactId: `contact-${number}`, id: `conversation-${number}` };
    const begun = beginConversation({ ...names, ...scope, channel: 'instagram' }, foldConsent([]));
    const tags = number % 10 === 0 ? ['vip', 'berlin'] : number % 3 === 0 ? ['berlin'] : [];
    const profile = { firstName: `Ada ${number}`, name: `Ada ${number} Lovelace` };
    const fields = { city: 'Berlin', size: '38', wish: 'a chair that does not creak '.repeat(8) };
    const state = { ...begun, contact: { ...begun.contact, tags, profile, fields } };
    const rest = { platformId: `p-${number}`, sealed: null, pins: null, waitingEvents: 0 };
    const times = { createdAt: now, updatedAt: now };
    addConversation({ number, ...names, ...scope, channel: 'instagram', state, ...rest, ...times });
    for (const tag of tags) addTag({ ...scope, conversation: number, tag });
  };
}

function workspaceOf(number: number): string {
  return number % 5 === 0 ? 'second' : 'main';
}

function messageRow(number: number, line: number, now: number) {
  const isTheirs = line % 2 === 0;
  return {
    id: `message-${number}-${line}`,
    workspace: workspaceOf(number),
    account: `account-${number % 4}`,
    conversation: number,
    direction: isTheirs ? ('in' as const) : ('out' as const),
    body: {
      text: `Line ${line}: is the oak table from the window still there, and what would it be with delivery?`,
    },
    at: now - (4 - line) * minute,
    eventId: `event-${number}-${line}`,
    from: isTheirs ? ('contact' as const) : null,
    via: isTheirs ? ('text' as const) : null,
    state: isTheirs ? null : ('sent' as const),
    stateAt: isTheirs ? null : now,
  };
}

/** Spread by numbers that have nothing in common, so that nothing lies in the order in which it is asked for. */
function handoffRow(place: number, end: 'open' | 'closed', contacts: number, now: number) {
  const conversation = 1 + ((place * 7919) % contacts);
  const spread = (place * 104_729) % 10_007;
  const openedAt = now - spread * minute;
  const priority = priorities[spread % priorities.length] ?? 'normal';
  return {
    id: `handoff-${place}`,
    workspace: workspaceOf(conversation),
    account: `account-${conversation % 4}`,
    conversation,
    team: teams[spread % teams.length] ?? null,
    reason: 'flow' as const,
    note: 'Wants to know whether the oak table can be delivered.',
    ...{ priority, rank: rankOf(priority), reference: null, sealed: null, rating: null, outcome: null },
    ...{ openedAt, firstReplyAt: null, resolveDueAt: null, resolveLeft: null },
    ...{ waitsFor: 'team' as const, waitingSince: openedAt },
    ...assignmentOf(spread, openedAt),
    ...(end === 'open' ? openFacts(spread, now) : closedFacts(place, spread, now)),
  };
}

function assignmentOf(spread: number, assignedAt: number) {
  const agent = spread % 3 === 0 ? undefined : agents[spread % agents.length];
  if (agent === undefined) return { takenBy: null, assigneeId: null, assignee: null, assignedAt: null };
  return { takenBy: agent, assigneeId: agent, assignee: agent, assignedAt };
}

function openFacts(spread: number, now: number) {
  const dueAt = spread % 4 === 0 ? null : now + (spread - 2000) * minute;
  const snoozedUntil = spread % 20 === 1 ? now + day : null;
  return {
    state: 'open' as const,
    firstReplyDueAt: dueAt,
    dueAt,
    snoozedUntil,
    closedAt: null,
    closedBy: null,
  };
}

function closedFacts(place: number, spread: number, now: number) {
  const closedAt = now - ((place * 31) % 90) * day - spread;
  const nothingDue = { firstReplyDueAt: null, dueAt: null, snoozedUntil: null };
  return { state: 'resolved' as const, closedAt, closedBy: 'Kim', ...nothingDue };
}
