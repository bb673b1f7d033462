import type { SaltedHash } from '../salted-hash.js';
import type { Applied, Arrival, Claim, ClaimedMessage, ClaimGate, Decide, SendOutcome } from '../store.js';
import { eventBehind, eventIdOf } from '../transactions/arrivals.js';
import { sequenceIn } from '../transactions/claim-token.js';
import type { Join } from '../transactions/joining.js';
import { namesIn } from '../transactions/known-names.js';
import type { PlatformAddress } from '../transactions/rows.js';
import type { Alias } from '../transactions/thread.js';
import type { HeldThread } from './held-rows.js';
import type { Job, Workplace } from './job.js';
import type { Needs } from './load-rows.js';

export function arrivalJob(hash: SaltedHash, arrival: Arrival, decide: Decide): Job<Applied> {
  const { address, content, provided: proviso } = arrival;
  const needs: Partial<Needs> = {
    eventIds: [eventIdOf(hash, arrival), ...eventsEchoed(content)],
    ...(address.kind === 'conversation'
      ? { conversationIds: [address.conversationId] }
      : { aliases: aliasesIn(address) }),
    ...(content.kind === 'messageEchoed' && { echoes: [content] }),
    ...(content.kind === 'sendReported' && { echoes: [{ ...content, metadata: content.reference }] }),
  };
  return {
    lane: JSON.stringify(address),
    rank: 2,
    needs,
    now: content.receivedAt,
    ...(proviso !== undefined &&
      address.kind === 'conversation' && {
        provided: { conversationId: address.conversationId, proviso },
      }),
    decide,
    run: ({ arrivals }, attempt) => arrivals.takeIn(arrival, attempt),
  };
}

/** Whether an echo is ours is told by the event whose decision it repeats, wherever that was. */
function eventsEchoed(content: Arrival['content']): readonly string[] {
  const saidIn = content.kind === 'messageEchoed' ? eventBehind(content.metadata) : null;
  return saidIn === null ? [] : [saidIn];
}

/** Names of one contact, each as an alias. */
function aliasesIn(address: PlatformAddress): readonly Alias[] {
  const { workspace, account } = address;
  return namesIn(address).map((platformId) => ({ workspace, account, platformId }));
}

export function joinJob(join: Join): Job<boolean> {
  const aliases = aliasesIn(join.address);
  return {
    lane: JSON.stringify(join.address),
    rank: 3,
    needs: { aliases, joined: aliases, eventIds: join.isMove ? [join.eventId] : [] },
    now: join.now,
    decide: null,
    run: ({ joining }) => joining.join(join),
  };
}

export function claimJob(conversationId: string, now: number, gate: ClaimGate): Job<Claim> {
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
    // The process's own last: what it counts there is sent.
    takeSlot: (send, at) => takePlace(send, at) ?? gate.takeSlot(send, at),
  });
  const held = set.heldById(conversationId);
  if (held !== undefined && made.kind !== 'send') set.due.markClaimed(held, nextClaimAt(held, made));
  return made;
}

/** Infinity: nothing waits, or it waits for an answer; whoever records that, or gives the send up, announces what follows. */
function nextClaimAt({ outbox }: HeldThread, made: Claim): number {
  const isUnderWay = outbox.some(({ state }) => state === 'sending');
  return made.kind === 'wait' && !isUnderWay ? made.until : Infinity;
}

export function recordJob(
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
      const { accountRestsUntil: until } = outcome.kind === 'retry' || outcome.kind === 'sent' ? outcome : {};
      if (until !== undefined) set.changes.pauses.push({ ...message, until });
      const applied = records.record(message, outcome, now, attempt);
      const held = set.heldById(message.conversationId);
      // Whoever sent this goes on with the next, but may be killed before it does.
      if (held?.outbox.some(({ state }) => state === 'queued')) set.due.mark(held, now);
      return applied;
    },
  };
}
