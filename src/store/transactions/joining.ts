import { applyConsent, everything, type ConsentEntry } from '../../core/consent.js';
import { forgetHidden } from '../sealing/hidden-state.js';
import type { Address, Arrival, ClaimedMessage, SendOutcome } from '../store.js';
import { namesIn } from './known-names.js';
import { mergeConsent } from './merge-consent.js';
import { mergeStates, silenceIfStopped } from './merge-state.js';
import type { PlatformAddress, Rows } from './rows.js';
import { tagsDiffer } from './tags.js';
import type { Thread } from './thread.js';

/** Names that are one contact's, by what we have just been told. */
export interface Join {
  readonly address: PlatformAddress;
  /** Whether they can be written to by the first of the names: who comments in public has another name there. */
  readonly isForMessages: boolean;
  /** Whether they say that they are called by the first name now, and by the others no longer. */
  readonly isMove: boolean;
  readonly now: number;
  /** What told us. */
  readonly eventId: string;
}

/** What an arrival says of names; null: it names one. */
export function joinFor({ address, content }: Arrival, eventId: string): Join | null {
  if (!hasSeveralNames(address)) return null;
  const isForMessages = content.kind !== 'commentPosted' && content.kind !== 'commentChanged';
  const isMove = content.kind === 'identityChanged' && content.what !== 'security_code';
  return { address, isForMessages, isMove, now: content.receivedAt, eventId };
}

/** What the answer to a send says of names; null: nothing new. */
export function joinAfter(message: ClaimedMessage, outcome: SendOutcome, now: number): Join | null {
  const { contactIds: [name, ...others] = [] } = outcome.kind === 'sent' ? outcome : {};
  if (name === undefined) return null;
  const { workspace, account, channel, contactPlatformId, id: eventId } = message;
  const names = { contactPlatformId: name, alsoKnownAs: [...others, contactPlatformId] };
  const address = { kind: 'platform', workspace, account, channel, ...names } as const;
  return hasSeveralNames(address) ? { address, isForMessages: true, isMove: false, now, eventId } : null;
}

function hasSeveralNames(address: Address): address is PlatformAddress {
  return address.kind === 'platform' && (address.alsoKnownAs ?? []).length > 0 && namesIn(address).length > 1;
}

/**
 * Makes one contact of names that turned out to be one's: names that nobody had are added, and conversations that were held
 * under several become one. Runs inside a transaction, before the event that told of it is decided.
 */
export class Joining {
  readonly #rows: Rows;

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  /** Whether all the names are one contact's now; false: none of them is known, and whoever begins with one begins with all. */
  join(join: Join): boolean {
    const { workspace, account } = join.address;
    const aliases = namesIn(join.address).map((platformId) => ({ workspace, account, platformId }));
    const found = aliases.map((alias) => ({ alias, thread: this.#rows.threads.findByAlias(alias) }));
    const byNumber = found.flatMap(({ thread }) =>
      thread === undefined ? [] : [[thread.number, thread] as const],
    );
    const threads = [...new Map(byNumber).values()];
    const survivor = pickSurvivor(threads);
    if (survivor === undefined) return false;
    const strangers = found.filter(({ thread }) => thread === undefined).map(({ alias }) => alias);
    const others = threads.filter((thread) => thread !== survivor);
    if (strangers.length + others.length === 0 && !join.isMove) return true;
    for (const other of others) this.#merge(survivor, other, join);
    for (const alias of strangers) this.#addName(survivor, alias, join);
    const isTheirsAlready = found[0]?.thread === survivor;
    if (this.#isNewAddress(join, isTheirsAlready)) {
      this.#rows.merging.writeTo(survivor, join.address.contactPlatformId);
    }
    this.#rows.threads.save(survivor, join.now);
    return true;
  }

  /**
   * Whether they are written to by the first name from now on. One that was theirs before is not where they are now, unless
   * they have moved back to it: what is told of an earlier message may still name them so.
   */
  #isNewAddress({ isForMessages, isMove, eventId }: Join, isTheirsAlready: boolean): boolean {
    if (isMove) return !this.#rows.log.has(eventId);
    return isForMessages && !isTheirsAlready;
  }

  /** Someone called so had said STOP before they were erased: it holds for whoever they turn out to be (P4). */
  #addName(survivor: Thread, alias: Parameters<Rows['merging']['addAlias']>[1], join: Join): void {
    const stopped = this.#rows.merging.addAlias(survivor, alias);
    if (stopped === null) return;
    const proof = { notice: null, words: '', platformMessageId: null, actor: 'merge', flow: null } as const;
    const facts = { change: 'withdrawn', purpose: everything, eventId: join.eventId } as const;
    const entry: ConsentEntry = { ...proof, ...facts, ...stopped };
    const { state } = survivor;
    this.#rows.ledger.append(survivor, entry);
    const consent = applyConsent(state.consent, entry);
    this.#silence(survivor, consent.stopped !== null, join.now);
    const next = { ...state, consent };
    survivor.state = state.consent.stopped === null ? silenceIfStopped(next) : next;
  }

  #merge(survivor: Thread, other: Thread, { now, eventId }: Join): void {
    const { ledger, queue, timers, requests, handoffs, merging } = this.#rows;
    for (const thread of [survivor, other]) openOrForget(thread);
    const merge = { eventId, receivedAt: now };
    const { consent, entries } = mergeConsent(
      ledger.read(survivor.contactId),
      ledger.read(other.contactId),
      merge,
    );
    for (const entry of entries) ledger.append(survivor, entry);
    queue.cancel(other, now, { kind: 'cancelMessages', of: 'everyone', refusal: 'run_ended' });
    timers.cancelAll(other);
    requests.close(other);
    const { handoff } = other.state;
    if (handoff !== null && (survivor.state.handoff !== null || survivor.state.blocked))
      handoffs.update(other, handoff.id, { state: 'handed_back', closedAt: now });
    else this.#wake(other);
    this.#silence(survivor, consent.stopped !== null, now);
    const { tags } = survivor.state.contact;
    survivor.state = mergeStates(survivor.state, other.state, consent);
    if (tagsDiffer(tags, survivor.state.contact.tags)) this.#rows.threads.saveTags(survivor);
    survivor.waitingEvents += other.waitingEvents;
    merging.absorb(survivor, other, now);
  }

  #silence(thread: Thread, isStopped: boolean, now: number): void {
    if (!isStopped || thread.state.consent.stopped !== null) return;
    this.#rows.queue.cancel(thread, now, { kind: 'cancelMessages', of: 'everyone', refusal: 'stopped' });
    this.#rows.timers.cancelAll(thread);
    this.#rows.requests.close(thread);
    this.#wake(thread);
  }

  /** Whose timers are gone sleeps no more. */
  #wake(thread: Thread): void {
    const { handoff } = thread.state;
    if (!handoff?.snooze) return;
    const state = handoff.takenBy === null ? 'open' : 'taken';
    this.#rows.handoffs.update(thread, handoff.id, { state, snoozedUntil: null });
  }
}

/** The one that was last written in, else the older. */
function pickSurvivor(threads: readonly Thread[]): Thread | undefined {
  const lastAt = ({ state }: Thread) => state.lastContactAt ?? -Infinity;
  const [first] = [...threads].sort((one, other) => {
    if (lastAt(one) === lastAt(other)) return one.number - other.number;
    return lastAt(one) > lastAt(other) ? -1 : 1;
  });
  return first;
}

/** What cannot be opened any more counts as unknown. */
function openOrForget(thread: Thread): void {
  if (thread.unreadable === undefined) return;
  delete thread.unreadable;
  thread.state = forgetHidden(thread.state);
}
