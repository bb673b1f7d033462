import { beginThread, lastStop } from '../transactions/beginning.js';
import { namesIn } from '../transactions/known-names.js';
import type { Begin, Ledger } from '../transactions/rows.js';
import type { Thread } from '../transactions/thread.js';
import type { Drizzle } from './binding.js';
import { prepareInsert } from './compiled.js';
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
    const { workspace, account } = address;
    const names = namesIn(address).map((platformId) => ({ workspace, account, platformId }));
    const stopped = lastStop(names.map((name) => suppressions.find(name)));
    const { row, entries } = beginThread(address, { newId, stopped, eventId, at });
    const thread: Thread = { ...row, number: insertConversation({ ...row, sealed: null }) };
    for (const name of names) insertAlias({ ...name, conversation: thread.number });
    for (const entry of entries) ledger.append(thread, entry);
    return thread;
  };
}
