import type { Seals } from '../sealing/seals.js';
import { isEchoOf } from '../transactions/echoed-words.js';
import { linkRows, outgoingRow } from '../transactions/new-rows.js';
import { dropPrivateReply } from '../transactions/private-replies.js';
import { claimToken, sequenceIn } from '../transactions/claim-token.js';
import type { FindOwn, Outbox, OpenMessage, Queue, Rows, Settling } from '../transactions/rows.js';
import type { Thread } from '../transactions/thread.js';
import type { HeldMessage, HeldThread } from './held-rows.js';
import type { LoadedRows } from './load-rows.js';
import type { Changes } from './changes.js';
import type { DueMoments } from './due-moments.js';

/** What the outgoing messages of a working set see of the rest of it. */
interface Surroundings {
  readonly changes: Changes;
  readonly due: DueMoments;
  readonly seals: Seals;
  readonly rows: Pick<Rows, 'privateReplies'>;
  held(thread: Pick<Thread, 'number'>): HeldThread;
  heldById(id: string): HeldThread | undefined;
}

type OutgoingRows = Pick<Rows, 'findOwn' | 'outbox' | 'queue' | 'settling'>;

/** The outgoing messages of a working set. */
export function holdOutbox(set: Surroundings, loaded: LoadedRows): OutgoingRows {
  return {
    findOwn: createFindOwn(set, loaded),
    outbox: createOutbox(set, loaded),
    queue: createQueue(set),
    settling: createSettling(set),
  };
}

function createFindOwn(set: Surroundings, { own }: LoadedRows): FindOwn {
  return (thread, { metadata, platformMessageId, text }) => {
    const ours = own.filter(({ conversation }) => conversation === thread.number);
    const named = ours.find(({ id }) => id === metadata);
    const known = ours.find((message) => message.platformMessageId === platformMessageId);
    const likely = () =>
      text === null
        ? undefined
        : set.held(thread).outbox.findLast(({ state, body }) => isOnTheWire(state) && isEchoOf(body, text));
    return (named ?? known ?? likely())?.id ?? null;
  };
}

function isOnTheWire(state: HeldMessage['state']): boolean {
  return state === 'sending' || state === 'unknown';
}

/** Messages that this transaction queues are not in here: they have no number yet, and the next claim finds them. */
function createOutbox(set: Surroundings, { messages }: LoadedRows): Outbox {
  const change = (sequence: number, columns: Partial<HeldMessage>): void => {
    const message = messages.get(sequence);
    if (message === undefined) throw new Error('The transaction was given a message that it does not hold.');
    Object.assign(message, columns);
    set.changes.moved.add(message);
  };
  return {
    findNext: (thread, after) => {
      const next = set.held(thread).outbox.find((message) => message.sequence > after && isOpen(message));
      return next === undefined ? undefined : toOpenMessage(next);
    },
    findClaimed: ({ id, conversationId, token }) => {
      const message = messages.get(sequenceIn(token));
      const isIt =
        message?.token === token &&
        message.id === id &&
        message.conversation === set.heldById(conversationId)?.thread.number;
      return isIt ? message : undefined;
    },
    move: (sequence, at, { state, refusal = null, explanation = null, dueAt = null }) =>
      change(sequence, { state, stateAt: at, refusal, explanation, dueAt }),
    begin: (sequence, at, secret) => {
      const token = claimToken(sequence, secret);
      const attempts = (messages.get(sequence)?.attempts ?? 0) + 1;
      const cleared = { dueAt: null, explanation: null };
      change(sequence, { state: 'sending', stateAt: at, claimedAt: at, attempts, token, ...cleared });
      return token;
    },
    arrive: (sequence, at, platformMessageId) => {
      const message = messages.get(sequence);
      const hasArrived = message && ['sent', 'delivered', 'read'].includes(message.state);
      change(sequence, {
        ...(hasArrived ? {} : { state: 'sent', stateAt: at }),
        refusal: null,
        explanation: null,
        platformMessageId: message?.platformMessageId ?? platformMessageId,
      });
    },
    restart: (sequence, at) => change(sequence, { stateAt: at }),
  };
}

function isOpen({ state }: HeldMessage): boolean {
  return state === 'queued' || isOnTheWire(state);
}

function toOpenMessage(message: HeldMessage): OpenMessage {
  const { sequence, id, body, isUnreadable, basis, speaker, epoch, attempts, stateAt, dueAt } = message;
  const state = message.state as OpenMessage['state'];
  return { sequence, id, body, isUnreadable, basis, speaker, epoch, attempts, state, stateAt, dueAt };
}

function createQueue(set: Surroundings): Queue {
  return {
    add: (thread, now, message) => {
      const row = outgoingRow(set.seals, thread, now, message);
      set.changes.messages.push(row);
      set.changes.links.push(...linkRows(thread, message));
      set.due.queued(set.held(thread), row, now);
    },
    cancel: (thread, now, { of, refusal }) => {
      const held = set.held(thread);
      const concerns = (message: { readonly state: string; readonly isBots: boolean }) =>
        message.state === 'queued' && (of === 'everyone' || message.isBots);
      const cancelled = { state: 'cancelled', stateAt: now, refusal } as const;
      const waiting = held.outbox.filter(concerns);
      for (const message of waiting) {
        Object.assign(message, cancelled);
        set.changes.moved.add(message);
      }
      const added = set.due.addedTo(held).filter(concerns);
      for (const row of added) Object.assign(row, cancelled);
      for (const message of [...waiting, ...added])
        dropPrivateReply(set.rows.privateReplies, thread, message);
    },
  };
}

function createSettling(set: Surroundings): Settling {
  return {
    settle: (thread, now, report) => {
      set.changes.reports.push({ ...report, conversation: thread.number, now });
      // What is settled frees what waits behind it.
      set.due.mark(set.held(thread), now);
    },
    fail: (thread, now, report) => {
      set.changes.reports.push({ ...report, conversation: thread.number, now });
      set.due.mark(set.held(thread), now);
    },
    advance: (thread, now, report) =>
      void set.changes.reports.push({ ...report, conversation: thread.number, now }),
  };
}
