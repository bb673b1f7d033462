import { everything, foldConsent, type ConsentEntry } from '../../core/consent.js';
import { beginConversation } from '../../core/conversation.js';
import type { PlatformAddress } from './rows.js';
import type { Stopped } from './stopped.js';
import type { Thread } from './thread.js';

/** A conversation's first row, all but the number that the database gives it. */
export interface Beginning {
  readonly row: Omit<Thread, 'number'> & {
    readonly pins: null;
    readonly createdAt: number;
    readonly updatedAt: number;
  };
  /** The first lines of the contact's ledger. */
  readonly entries: readonly ConsentEntry[];
}

interface Circumstances {
  readonly newId: () => string;
  /** That someone so called had said STOP before they were erased; null: nothing is known. */
  readonly stopped: Stopped | null;
  readonly eventId: string;
  readonly at: number;
}

/** Begins the conversation with someone seen for the first time, or for the first time since they were erased. */
export function beginThread(address: PlatformAddress, circumstances: Circumstances): Beginning {
  const { newId, stopped, eventId, at } = circumstances;
  const { workspace, account, channel, contactPlatformId: platformId } = address;
  const entries = carryOver(stopped, eventId);
  const identity = { id: newId(), contactId: newId(), workspace, account, channel };
  const state = beginConversation(identity, foldConsent(entries));
  const row = { ...identity, platformId, state, pins: null, waitingEvents: 0, createdAt: at, updatedAt: at };
  return { row, entries };
}

/** Of whoever has several names, and was erased under more than one. */
export function lastStop(stops: readonly (Stopped | null)[]): Stopped | null {
  return stops.reduce(
    (last, stop) => (stop !== null && (last === null || stop.occurredAt > last.occurredAt) ? stop : last),
    null,
  );
}

/** Someone who had said STOP and was then erased begins stopped; the new chain's first line says so. */
function carryOver(stopped: Stopped | null, eventId: string): readonly ConsentEntry[] {
  if (stopped === null) return [];
  const proof = { notice: null, words: '', platformMessageId: null, actor: 'contact', flow: null } as const;
  return [{ change: 'withdrawn', purpose: everything, ...stopped, eventId, ...proof }];
}
