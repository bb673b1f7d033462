import { everything, foldConsent, type Consent, type ConsentEntry } from '../../core/consent.js';
import { beginConversation } from '../../core/conversation.js';
import { aliases, conversations } from './schema/conversations.js';
import type { Address } from '../store.js';
import { prepareInsert, type Drizzle } from './binding.js';
import type { LedgerWriter } from './ledger-writer.js';
import type { Suppressions } from './suppressions.js';
import type { Thread } from './threads.js';

type PlatformAddress = Extract<Address, { kind: 'platform' }>;

/** Begins the conversation with someone seen for the first time. */
export type Begin = (
  address: PlatformAddress,
  seenBy: { readonly eventId: string; readonly at: number },
) => Thread;

interface BeginningParts {
  readonly newId: () => string;
  readonly suppressions: Suppressions;
  readonly ledger: LedgerWriter;
}

export function prepareBeginning(db: Drizzle, { newId, suppressions, ledger }: BeginningParts): Begin {
  const insertConversation = prepareInsert(db, conversations, ['number']);
  const insertAlias = prepareInsert(db, aliases);

  return ({ workspace, account, channel, contactPlatformId: platformId }, { eventId, at }) => {
    const alias = { workspace, account, platformId };
    const entries = carryOver(suppressions.find(alias), eventId);
    const identity = { id: newId(), contactId: newId(), workspace, account, channel };
    const state = beginConversation(identity, foldConsent(entries));
    const row = {
      ...identity,
      platformId,
      state,
      pins: null,
      waitingEvents: 0,
      createdAt: at,
      updatedAt: at,
    };
    const thread: Thread = { ...row, number: insertConversation(row) };
    insertAlias({ ...alias, conversation: thread.number });
    for (const entry of entries) ledger.append(thread, entry);
    return thread;
  };
}

/** Someone who had said STOP and was then erased begins stopped; the new chain's first line says so. */
function carryOver(stopped: Consent['stopped'], eventId: string): readonly ConsentEntry[] {
  if (stopped === null) return [];
  const proof = { notice: null, words: '', platformMessageId: null, actor: 'contact', flow: null } as const;
  return [{ change: 'withdrawn', purpose: everything, ...stopped, eventId, ...proof }];
}
