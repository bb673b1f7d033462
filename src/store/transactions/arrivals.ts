import type { Event } from '../../core/event.js';
import type { MessageEchoed } from '../../core/platform-event.js';
import type { SaltedHash } from '../salted-hash.js';
import type { Address, Applied, Arrival, Decide } from '../store.js';
import type { Decisions } from './decisions.js';
import { namesIn } from './known-names.js';
import { isStillSo } from './provisos.js';
import type { Rows } from './rows.js';
import type { Thread } from './thread.js';

interface ArrivalParts {
  readonly hash: SaltedHash;
  readonly rows: Rows;
  readonly decisions: Decisions;
}

/** What is told of messages, comments and names that we know: of somebody whom we do not, it says nothing. */
const onlyReporting: ReadonlySet<Event['kind']> = new Set([
  'messagesDelivered',
  'messagesRead',
  'sendReported',
  'messageUnsent',
  'commentChanged',
  'identityChanged',
]);

/** Takes events in: whose they are, whether they are new, what follows. Runs inside a transaction. */
export class Arrivals {
  readonly #parts: ArrivalParts;

  constructor(parts: ArrivalParts) {
    this.#parts = parts;
  }

  takeIn(arrival: Arrival, decide: Decide): Applied {
    const { address } = arrival;
    const eventId = eventIdOf(this.#parts.hash, arrival);
    const known = this.#find(address);
    if (this.#isRepeated(known, arrival, eventId)) {
      return undone('duplicate', known?.id ?? this.#parts.rows.log.findConversation(eventId), eventId);
    }
    const thread = known ?? this.#begin(arrival, eventId);
    if (thread === null) return undone('unknown_conversation', idIn(address), eventId);
    const { provided, content } = arrival;
    if (provided !== undefined && !isStillSo(this.#parts.rows.standing, thread, provided, content.receivedAt))
      return undone('refused', thread.id, eventId);
    return this.#parts.decisions.decide(thread, this.#complete(thread, arrival, eventId), decide);
  }

  #find(address: Address): Thread | undefined {
    if (address.kind === 'conversation') return this.#parts.rows.threads.findById(address.conversationId);
    const { workspace, account } = address;
    for (const platformId of namesIn(address)) {
      const found = this.#parts.rows.threads.findByAlias({ workspace, account, platformId });
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** A timer is taken whether its firing is new or not: left in place it would be due for ever. */
  #isRepeated(thread: Thread | undefined, { content }: Arrival, eventId: string): boolean {
    const isGone =
      content.kind === 'timerFired' &&
      thread !== undefined &&
      !this.#parts.rows.timers.take(thread, content.timerId);
    return isGone || this.#parts.rows.log.has(eventId);
  }

  #begin({ address, content }: Arrival, eventId: string): Thread | null {
    if (address.kind !== 'platform' || onlyReporting.has(content.kind)) return null;
    return this.#parts.rows.begin(address, { eventId, at: content.receivedAt });
  }

  #complete(thread: Thread, { content }: Arrival, id: string): Event {
    switch (content.kind) {
      case 'messageEchoed':
        return { ...content, id, ownMessageId: this.#findEchoed(thread, content) };
      case 'sendReported': {
        const { reference: metadata, platformMessageId } = content;
        const ownMessageId = this.#parts.rows.findOwn(thread, { metadata, platformMessageId, text: null });
        return { ...content, id, ownMessageId };
      }
      default:
        return { ...content, id };
    }
  }

  /** Ours is also what was sent under another name of the contact that nobody has told us is theirs: to a comment, for one. */
  #findEchoed(
    thread: Thread,
    echo: Pick<MessageEchoed, 'metadata' | 'platformMessageId' | 'text'>,
  ): string | null {
    const { findOwn, log } = this.#parts.rows;
    const saidIn = eventBehind(echo.metadata);
    return findOwn(thread, echo) ?? (saidIn !== null && log.has(saidIn) ? echo.metadata : null);
  }
}

/** The event whose decision made a message, by the message's id; null: that is none of ours. */
export function eventBehind(messageId: string | null): string | null {
  return /^([0-9a-f]{32})\.\d{1,9}$/.exec(messageId ?? '')?.[1] ?? null;
}

/** Unique within the account, or the conversation; see `Arrival.key`. */
export function eventIdOf(hash: SaltedHash, { address, key }: Arrival): string {
  return address.kind === 'platform'
    ? hash('event', address.workspace, address.account, key)
    : hash('conversation event', address.conversationId, key);
}

function undone(
  result: 'duplicate' | 'refused' | 'unknown_conversation',
  conversationId: string | null,
  eventId: string,
): Applied {
  return { conversationId: conversationId ?? '', eventId, result, effects: [], fault: null };
}

function idIn(address: Address): string | null {
  return address.kind === 'conversation' ? address.conversationId : null;
}
