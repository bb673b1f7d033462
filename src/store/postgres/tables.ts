import type { Tables } from '../queries/tables.js';
import { accountStates } from './schema/account-states.js';
import { ledger, ledgerWords, notices } from './schema/consent.js';
import { contactKeys } from './schema/contact-keys.js';
import { contactTags } from './schema/contact-tags.js';
import { aliases, conversations, requests } from './schema/conversations.js';
import { coupons } from './schema/coupons.js';
import { deletionRequests } from './schema/deletion-requests.js';
import { events } from './schema/events.js';
import { flows } from './schema/flows.js';
import { handoffs } from './schema/handoffs.js';
import { clicks, links } from './schema/links.js';
import { merges } from './schema/merges.js';
import { messages } from './schema/messages.js';
import { notes } from './schema/notes.js';
import { outcomes } from './schema/outcomes.js';
import { privateReplies } from './schema/private-replies.js';
import { savedReplies, savedViews } from './schema/saved.js';
import { timers } from './schema/timers.js';
import { uploads } from './schema/uploads.js';
import { invitations, sessions, users } from './schema/users.js';

export const postgresTables = {
  accountStates,
  aliases,
  clicks,
  contactKeys,
  contactTags,
  conversations,
  coupons,
  deletionRequests,
  events,
  flows,
  handoffs,
  invitations,
  ledger,
  ledgerWords,
  links,
  merges,
  messages,
  notes,
  notices,
  outcomes,
  privateReplies,
  requests,
  savedReplies,
  savedViews,
  sessions,
  timers,
  uploads,
  users,
};

/**
 * The same tables as shared queries take them; goes with `asShared`, and for the same reason is the one cast of its kind.
 * That each column has the same name and JavaScript type as SQLite's is held by a test.
 */
export const sharedTables = postgresTables as unknown as Tables;
