import { seesWorkspace, type SignedIn, type User } from '../identity/signed-in.js';
import type { ConversationHomes } from './conversation-homes.js';
import type { EventLog, LoggedEvent } from './event-log.js';
import type { LiveEvent, Reach } from './live-event.js';

/** Where a page's stream ends. */
export interface Listener {
  hear(event: LiveEvent, id: string | null): void;
  end(): void;
}

export interface Newcomer {
  readonly signedIn: SignedIn;
  /** By which their session is found again. */
  readonly secret: string;
  /** As the page calls itself; null: it has no name. */
  readonly page: string | null;
  /** The last event that they heard; null: they are here for the first time. */
  readonly after: string | null;
  readonly listener: Listener;
}

/** Someone who listens. */
export interface Attendee extends Omit<Newcomer, 'signedIn' | 'after'> {
  readonly sessionId: string;
  /** As they were when they were looked at last. */
  user: User;
  /** They have been told what they missed, and hear everything from now on. */
  isUpToDate: boolean;
}

export type JoinRefusal = 'session_full' | 'house_full';

const most = { ofSession: 12, inAll: 2_000 } as const;

/** Whoever has missed more reads everything anew, which is less work for both. */
const mostMissed = 500;

/**
 * Who listens, and who of them may hear what. Everything happens in turn, one thing after the other: nobody hears an event
 * twice or misses one while they are told what they missed.
 */
export class Audience {
  readonly #homes: ConversationHomes;
  readonly #log: EventLog;
  readonly #attendees = new Set<Attendee>();
  /** Settled when everything up to now has been told; never rejects. */
  #turn: Promise<void> = Promise.resolve();

  constructor(homes: ConversationHomes, log: EventLog) {
    this.#homes = homes;
    this.#log = log;
  }

  get attendees(): readonly Attendee[] {
    return [...this.#attendees];
  }

  join({ signedIn, after, ...rest }: Newcomer): Attendee | JoinRefusal {
    const { sessionId, user } = signedIn;
    const ofSession = this.attendees.filter((one) => one.sessionId === sessionId);
    if (ofSession.length >= most.ofSession) return 'session_full';
    if (this.#attendees.size >= most.inAll) return 'house_full';
    const attendee: Attendee = { ...rest, sessionId, user, isUpToDate: false };
    this.#attendees.add(attendee);
    this.#inTurn(() => this.#welcome(attendee, after));
    return attendee;
  }

  /** False: they had left already. */
  leave(attendee: Attendee): boolean {
    return this.#attendees.delete(attendee);
  }

  /** Says it to those whom it reaches, and to those who come back for it. */
  tell(event: LiveEvent, reach: Reach): void {
    this.#inTurn(async () => {
      const { id } = this.#log.add(event, reach);
      await this.#deliver(event, reach, id);
    });
  }

  /** Says what is only worth hearing now, as it is when its turn comes. */
  tellInPassing(event: () => LiveEvent, reach: Reach): void {
    this.#inTurn(() => this.#deliver(event(), reach, null));
  }

  /** Something was missed: everybody reads everything anew, whoever comes back as well. */
  reset(): void {
    this.#inTurn(() => this.#resetNow());
  }

  /** A sign of life. It names the place in the log, so that a quiet stream can go on from there. */
  beat(): void {
    this.#inTurn(() => {
      for (const one of this.#attendees) if (one.isUpToDate) this.#sayAlive(one);
    });
  }

  #inTurn(step: () => Promise<void> | void): void {
    this.#turn = this.#turn.then(step).catch(() => this.#resetNow());
  }

  async #welcome(attendee: Attendee, after: string | null): Promise<void> {
    try {
      if (after !== null) await this.#tellMissed(attendee, after);
    } finally {
      attendee.isUpToDate = true;
    }
    this.#sayAlive(attendee);
  }

  async #tellMissed(attendee: Attendee, after: string): Promise<void> {
    const missed = lastOfEach(this.#log.after(after));
    if (missed === null || missed.length > mostMissed) {
      attendee.listener.hear(resetEvent, this.#log.position);
      return;
    }
    for (const { id, event, reach } of missed)
      if (this.#mayHear(attendee, reach, await this.#homeOf(reach))) attendee.listener.hear(event, id);
  }

  async #deliver(event: LiveEvent, reach: Reach, id: string | null): Promise<void> {
    // While nobody listens, nobody is looked up.
    if (this.#attendees.size === 0) return;
    const home = await this.#homeOf(reach);
    for (const one of this.#attendees)
      if (one.isUpToDate && this.#mayHear(one, reach, home)) one.listener.hear(event, id);
  }

  #resetNow(): void {
    this.#log.startAnew();
    for (const { listener } of this.#attendees) listener.hear(resetEvent, this.#log.position);
  }

  #sayAlive({ listener }: Attendee): void {
    listener.hear({ name: 'alive', data: {} }, this.#log.position);
  }

  #homeOf({ conversationId }: Reach): Promise<string | null> | null {
    return conversationId === null ? null : this.#homes.workspaceOf(conversationId);
  }

  #mayHear({ user }: Attendee, reach: Reach, home: string | null): boolean {
    const isMeant = reach.userIds === null || reach.userIds.includes(user.id);
    if (!isMeant || reach.conversationId === null) return isMeant;
    return home !== null && seesWorkspace(user, home);
  }
}

/** What has happened several times is told once, as the last one. */
function lastOfEach(missed: readonly LoggedEvent[] | null): readonly LoggedEvent[] | null {
  if (missed === null) return null;
  const last = new Map<string, LoggedEvent>();
  for (const one of missed) {
    const key = JSON.stringify([one.event, one.reach]);
    last.delete(key);
    last.set(key, one);
  }
  return [...last.values()];
}

const resetEvent: LiveEvent = { name: 'reset', data: {} };
