import type pg from 'pg';
import type { Reads } from '../reads.js';
import {
  StoreUnavailable,
  type Applied,
  type Arrival,
  type Claim,
  type ClaimedMessage,
  type ClaimGate,
  type Decide,
  type SendOutcome,
  type Store,
} from '../store.js';
import { eventIdOf } from '../transactions/arrivals.js';
import { sequenceIn } from '../transactions/claim-token.js';
import { eraseContact } from './erasure.js';
import { makesUnavailable, toUnavailable } from './faults.js';
import { saveFlows } from './flow-archive.js';
import type { Job, Workplace } from './job.js';
import { followLink } from './link-clicks.js';
import type { Needs } from './load-rows.js';
import { countHeartbeat } from './meta-values.js';
import { pruneEvents } from './pruning.js';
import { giveUpSends, type Presence } from './take-over.js';
import type { TransactionParts } from './transaction.js';
import { VacuumAfterErasures } from './vacuuming.js';
import { WriteBatches } from './write-batches.js';

export interface WriteParts extends TransactionParts {
  readonly presence: Presence;
}

/** Everything of the port that writes. */
export function prepareWrites(parts: WriteParts): Omit<Store, keyof Reads> {
  const { pool } = parts;
  const batches = new WriteBatches(parts);
  const vacuum = new VacuumAfterErasures(pool);
  return {
    apply: (arrivals, decide) => applyAll(batches, parts, arrivals, decide),
    claim: (conversationId, now, gate) => batches.submit(claimJob(conversationId, now, gate)),
    record: (message, outcome, now, decide) => batches.submit(recordJob(message, outcome, now, decide)),
    recover: (now) => translateFaults(giveUpSends(parts, now)),
    saveFlows: (flows) => translateFaults(saveFlows(pool, flows)),
    followLink: (code, now) => translateFaults(followLink(pool, code, now)),
    erase: (contactId, now) => translateFaults(eraseContact(parts, contactId, now)),
    prune: (keysBefore) => translateFaults(pruneEvents(pool, keysBefore)),
    maintain: () => translateFaults(vacuum.run()),
    probe: () => canWrite(pool),
    close: () => batches.close(),
  };
}

/** Each in the transaction that comes first for its conversation; all are awaited, whatever becomes of one. */
async function applyAll(
  batches: WriteBatches,
  parts: WriteParts,
  arrivals: readonly Arrival[],
  decide: Decide,
): Promise<readonly Applied[]> {
  const endings = await Promise.allSettled(
    arrivals.map((arrival) => batches.submit(arrivalJob(parts, arrival, decide))),
  );
  return endings.map((ending) => {
    if (ending.status === 'rejected') throw ending.reason;
    return ending.value;
  });
}

function arrivalJob({ hash }: WriteParts, arrival: Arrival, decide: Decide): Job<Applied> {
  const { address, content } = arrival;
  const needs: Partial<Needs> = {
    eventIds: [eventIdOf(hash, arrival)],
    ...(address.kind === 'conversation'
      ? { conversationIds: [address.conversationId] }
      : { aliases: [{ ...address, platformId: address.contactPlatformId }] }),
    ...(content.kind === 'messageEchoed' && { echoes: [content] }),
  };
  return {
    lane: JSON.stringify(address),
    rank: 2,
    needs,
    now: content.receivedAt,
    decide,
    run: ({ arrivals }, attempt) => arrivals.takeIn(arrival, attempt),
  };
}

function claimJob(conversationId: string, now: number, gate: ClaimGate): Job<Claim> {
  return {
    lane: conversationId,
    rank: 1,
    needs: { conversationIds: [conversationId] },
    now,
    claims: conversationId,
    decide: null,
    run: (workplace) => claim(workplace, conversationId, now, gate),
  };
}

function claim(
  { claims, set, takePlace }: Workplace,
  conversationId: string,
  now: number,
  gate: ClaimGate,
): Claim {
  const made = claims.claim(conversationId, now, {
    maySend: (conversation, message, at) => gate.maySend(conversation, message, at),
    takeSlot: (account, at) => gate.takeSlot(account, at) ?? takePlace(account, at),
  });
  const held = set.heldById(conversationId);
  if (held !== undefined && made.kind !== 'send') {
    set.due.markClaimed(held, made.kind === 'wait' ? made.until : Infinity);
  }
  return made;
}

function recordJob(
  message: ClaimedMessage,
  outcome: SendOutcome,
  now: number,
  decide: Decide,
): Job<Applied | null> {
  return {
    lane: message.conversationId,
    rank: 0,
    needs: { conversationIds: [message.conversationId], messages: [sequenceIn(message.token)] },
    now,
    decide,
    run: ({ records, set }, attempt) => {
      const { accountRestsUntil: until } = outcome.kind === 'retry' ? outcome : {};
      if (until !== undefined) set.changes.pauses.push({ ...message, until });
      return records.record(message, outcome, now, attempt);
    },
  };
}

async function canWrite(pool: pg.Pool): Promise<boolean> {
  try {
    await countHeartbeat(pool);
    return true;
  } catch (fault) {
    if (makesUnavailable(fault)) return false;
    throw fault;
  }
}

async function translateFaults<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (fault) {
    if (fault instanceof StoreUnavailable || !makesUnavailable(fault)) throw fault;
    throw toUnavailable(fault);
  }
}
