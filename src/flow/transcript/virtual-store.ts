import type { Conversation } from '../../core/conversation.js';
import { decide } from '../../core/decide.js';
import type { Decision, TraceEntry } from '../../core/decision.js';
import type { Effect, Inquiry } from '../../core/effect.js';
import type { CouponDrawn, LookupAnswered, ProfileFetched } from '../../core/engine-event.js';
import type { Event } from '../../core/event.js';
import type { EventFacts } from '../../core/event-facts.js';
import type { OutgoingMessage, Refusal } from '../../core/message.js';
import { maySend } from '../../core/permission.js';
import type { Workspace } from '../../core/workspace.js';
import type { VirtualOutside } from './virtual-outside.js';

/** A message that was decided and did not go out. */
export interface Unsaid {
  readonly message: OutgoingMessage;
  readonly refusal: Refusal;
}

/** What decides: the core, or the core and somebody who looks on. */
export type Decide = (workspace: Workspace, conversation: Conversation, event: Event) => Decision;

/** Who is asked when something takes time; here it takes none. */
export interface Surroundings {
  /** What the platform answers when it is asked for the contact's name. */
  readonly firstName: string | null;
  readonly outside: VirtualOutside;
}

/**
 * Keeps one conversation as the real store does, in memory: decides events in order, lets those wait that must, and
 * checks each message once more before it counts as said. Sending takes no time here.
 */
export class VirtualStore {
  readonly #workspace: Workspace;
  readonly #firstName: string | null;
  readonly #outside: VirtualOutside;
  readonly #decideEvent: Decide;
  readonly #timers = new Map<string, number>();
  readonly #outcomes: string[] = [];
  readonly #handoffTeams: (string | null)[] = [];
  #conversation: Conversation;
  #waiting: readonly Event[] = [];
  #queued: readonly OutgoingMessage[] = [];
  #said: readonly OutgoingMessage[] = [];
  #unsaid: readonly Unsaid[] = [];
  #trace: readonly TraceEntry[] = [];

  constructor(
    workspace: Workspace,
    conversation: Conversation,
    { firstName, outside }: Surroundings,
    decideEvent: Decide = decide,
  ) {
    this.#workspace = workspace;
    this.#conversation = conversation;
    this.#firstName = firstName;
    this.#outside = outside;
    this.#decideEvent = decideEvent;
  }

  /** Another store that goes on from here, while this one stays as it is. */
  fork(): VirtualStore {
    const surroundings = { firstName: this.#firstName, outside: this.#outside.fork() };
    const fork = new VirtualStore(this.#workspace, this.#conversation, surroundings, this.#decideEvent);
    for (const [id, dueAt] of this.#timers) fork.#timers.set(id, dueAt);
    fork.#outcomes.push(...this.#outcomes);
    fork.#handoffTeams.push(...this.#handoffTeams);
    fork.#waiting = this.#waiting;
    fork.#queued = this.#queued;
    fork.#said = this.#said;
    fork.#unsaid = this.#unsaid;
    fork.#trace = this.#trace;
    return fork;
  }

  get conversation(): Conversation {
    return this.#conversation;
  }

  /** Names of all outcomes so far, in order. */
  get outcomes(): readonly string[] {
    return this.#outcomes;
  }

  /** The team of each handoff so far; null: no team in particular. */
  get handoffTeams(): readonly (string | null)[] {
    return this.#handoffTeams;
  }

  /** Ids of the timers that are set, the first to come due first. */
  get timers(): readonly string[] {
    return [...this.#timers].sort(([, a], [, b]) => a - b).map(([id]) => id);
  }

  /** Why the last event was decided as it was. */
  get trace(): readonly TraceEntry[] {
    return this.#trace;
  }

  /** What has been said since this was last asked. */
  takeSaid(): readonly OutgoingMessage[] {
    const said = this.#said;
    this.#said = [];
    return said;
  }

  /** What the last event would have said and could not. */
  get unsaid(): readonly Unsaid[] {
    return this.#unsaid;
  }

  get outside(): VirtualOutside {
    return this.#outside;
  }

  apply(event: Event): void {
    this.#unsaid = [];
    this.#decide(event);
  }

  /** The timer that is due first, if it is due by then. */
  dueTimer(by: number): { readonly id: string; readonly dueAt: number } | null {
    const first = [...this.#timers].sort(([, a], [, b]) => a - b)[0];
    return first !== undefined && first[1] <= by ? { id: first[0], dueAt: first[1] } : null;
  }

  timerDueAt(timerId: string): number | undefined {
    return this.#timers.get(timerId);
  }

  fire(timerId: string, at: number): void {
    this.#timers.delete(timerId);
    this.apply({ kind: 'timerFired', id: `timer:${timerId}@${at}`, timerId, occurredAt: at, receivedAt: at });
  }

  #decide(event: Event): void {
    const decision = this.#decideEvent(this.#workspace, this.#conversation, event);
    this.#conversation = decision.conversation;
    this.#trace = decision.trace;
    if (decision.disposition === 'deferred') this.#waiting = [...this.#waiting, event];
    const requests = decision.effects.flatMap((effect) => this.#perform(effect));
    this.#send(event.receivedAt);
    for (const inquiry of requests) this.#answer(inquiry, event.receivedAt);
    this.#takeUpWaiting();
  }

  /** Once nothing is awaited, what came meanwhile has its turn; one of them may ask again. */
  #takeUpWaiting(): void {
    const [next, ...later] = this.#waiting;
    if (next === undefined || this.#conversation.awaiting !== null) return;
    this.#waiting = later;
    this.#decide(next);
  }

  /** Does at once what the shell would; questions to the outside are left to be answered. */
  #perform(effect: Effect): readonly Inquiry[] {
    switch (effect.kind) {
      case 'sendMessage':
      case 'replyPublicly':
        this.#queued = [...this.#queued, effect.message];
        return [];
      case 'cancelMessages':
        this.#cancel(effect.of, effect.refusal);
        return [];
      case 'scheduleTimer':
        this.#timers.set(effect.timer.id, effect.timer.dueAt);
        return [];
      case 'cancelTimer':
        this.#timers.delete(effect.timerId);
        return [];
      case 'cancelTimers':
        this.#timers.clear();
        return [];
      case 'recordOutcome':
        this.#outcomes.push(effect.outcome.name);
        return [];
      case 'openHandoff':
        this.#handoffTeams.push(effect.handoff.team);
        return [];
      case 'fetchProfile':
      case 'lookUp':
      case 'drawCoupon':
        return [effect];
      default:
        return [];
    }
  }

  #cancel(of: 'bot' | 'everyone', refusal: Refusal): void {
    const isCancelled = (message: OutgoingMessage): boolean => of === 'everyone' || isTheBots(message);
    const cancelled = this.#queued.filter(isCancelled);
    this.#queued = this.#queued.filter((message) => !isCancelled(message));
    this.#unsaid = [...this.#unsaid, ...cancelled.map((message) => ({ message, refusal }))];
  }

  /** The claim: each message is checked against the conversation as it has become. */
  #send(now: number): void {
    for (const message of this.#queued) {
      const refusal = message.refusal ?? maySend(this.#conversation, message, now);
      if (refusal === null) this.#said = [...this.#said, message];
      else this.#unsaid = [...this.#unsaid, { message, refusal }];
    }
    this.#queued = [];
  }

  #answer(inquiry: Inquiry, at: number): void {
    // An event on the way here may have ended the wait.
    if (this.#conversation.awaiting?.requestId !== inquiry.requestId) return;
    const answer = this.#findAnswer(inquiry);
    if (answer === null) return;
    this.#decide({ ...answer, id: `${inquiry.requestId}.answer`, occurredAt: at, receivedAt: at });
  }

  /** Null: none comes, and its time runs out. */
  #findAnswer(inquiry: Inquiry): Answer | null {
    const { requestId } = inquiry;
    switch (inquiry.kind) {
      case 'fetchProfile':
        return { kind: 'profileFetched', requestId, firstName: this.#firstName, name: null };
      case 'lookUp': {
        const answer = this.#outside.lookUp(inquiry.lookup);
        return answer && { kind: 'lookupAnswered', requestId, ...answer };
      }
      case 'drawCoupon':
        return { kind: 'couponDrawn', requestId, code: this.#outside.drawCoupon(inquiry.list) };
    }
  }
}

type Answer = Without<ProfileFetched | LookupAnswered | CouponDrawn, keyof EventFacts>;

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** The confirmation of STOP is the law's word, not the bot's. */
function isTheBots({ speaker, basis }: OutgoingMessage): boolean {
  return speaker.kind !== 'person' && !(basis.kind === 'confirmation' && basis.of === 'stop');
}
