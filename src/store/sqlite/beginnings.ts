import { beginThread } from '../transactions/beginning.js';
import type { Begin, Ledger } from '../transactions/rows.js';
import type { Thread } from '../transactions/thread.js';
import { prepareInsert, type Drizzle } from './binding.js';
import { aliases, conversations } from './schema/conversations.js';
import type { Suppressions } from './suppressions.js';

interface BeginningParts {
  readonly newId: () => string;
  readonly suppressions: Suppressions;
  readonly ledger: Ledger;
}

export function prepareBeginning(db: Drizzle, { newId, suppressions, ledger }: BeginningParts): Begin {
  const insertConversation = prepareInsert(db, conversations, ['number']);
  const insertAlias = prepareInsert(db, aliases);

  return (address, { eventId, at }) => {
    const { workspace, account, contactPlatformId: platformId } = address;
    const alias = { workspace, account, platformId };
    const { row, entries } = beginThread(address, { newId, stopped: suppressions.find(alias), eventId, at });
    const thread: Thread = { ...row, number: insertConversation({ ...row, sealed: null }) };
    insertAlias({ ...alias, conversation: thread.number });
    for (const entry of entries) ledger.append(thread, entry);
    return thread;
  };
}
