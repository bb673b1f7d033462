import { capabilities, type SupportedChannel } from '../../../src/core/channel.js';
import { noConsent, type ConsentEntry } from '../../../src/core/consent.js';
import { beginConversation, type Conversation } from '../../../src/core/conversation.js';
import { decide } from '../../../src/core/decide.js';
import type { Decision } from '../../../src/core/decision.js';
import type { Effect, Inquiry } from '../../../src/core/effect.js';
import type { Event } from '../../../src/core/event.js';
import type { EventFacts } from '../../../src/core/event-facts.js';
import type { CommentPosted } from '../../../src/core/platform-event.js';
import type { LookupAnswer } from '../../../src/core/lookup.js';
import type { OutgoingMessage, Refusal } from '../../../src/core/message.js';
import { maySend } from '../../../src/core/permission.js';
import type { Workspace } from '../../../src/core/workspace.js';
import type { FlowDefinition } from '../../../src/flow/definition.js';
import { Brand } from './brand.js';
import * as happenings from './happenings.js';
import type { Happening } from './happenings.js';
import { Laws } from './laws.js';
import { Outbox, type Posted } from './outbox.js';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Monday 12 January 2026, 10:00 in Berlin. */
export const firstMoment = Date.UTC(2026, 0, 12, 9);

export interface Setting {
  readonly brand?: Brand;
  readonly channel?: SupportedChannel;
  readonly startsAt?: number;
}

/** When something happened, if not just now. */
export interface Delay {
  /** How long before its arrival, ms. */
  readonly ago?: number;
}

/**
 * One conversation outside of any server. Keeps what the store keeps, lets time pass as the test says, and holds every
 * decision against the laws.
 */
export class World {
  readonly brand: Brand;
  readonly laws = new Laws();
  readonly outbox = new Outbox();
  readonly ledger: ConsentEntry[] = [];
  readonly timers = new Map<string, number>();
  readonly effects: Effect[] = [];
  workspace: Workspace;
  conversation: Conversation;
  /** What the last event came to. */
  decision: Decision | null = null;
  now: number;
  #events = 0;
  #waiting: readonly Event[] = [];
  #seen = { posts: 0, effects: 0 };

  constructor(flows: readonly FlowDefinition[], setting: Setting = {}) {
    this.brand = setting.brand ?? new Brand();
    this.workspace = this.brand.serve(...flows);
    this.now = setting.startsAt ?? firstMoment;
    this.conversation = beginConversation(
      {
        id: 'conversation',
        workspace: 'main',
        account: 'studio',
        channel: setting.channel ?? 'instagram',
        contactId: 'contact',
      },
      noConsent,
    );
  }

  // The follower.

  writes(text: string, delay?: Delay): void {
    this.happens(happenings.written(text), delay);
  }

  /** Taps the newest button with this title, or the oldest. */
  taps(title: string, which: 'newest' | 'oldest' = 'newest'): void {
    const payloads = this.outbox.posts
      .flatMap(({ message }) => message.body.quickReplies ?? [])
      .filter((reply) => reply.title === title)
      .map((reply) => reply.payload);
    const payload = payloads.at(which === 'newest' ? -1 : 0);
    if (payload === undefined) throw new Error(`There is no button "${title}".`);
    this.happens(happenings.tapped(title, payload));
  }

  presses(payload: string, title = 'Menu'): void {
    this.happens(happenings.pressed(payload, title));
  }

  follows(ref: string): void {
    this.happens(happenings.followed(ref));
  }

  answersStory(text: string): void {
    this.happens(happenings.storyAnswered(text));
  }

  comments(text: string, postId: string | null = 'post', more: Partial<CommentPosted> = {}): void {
    this.happens(happenings.commented(text, postId, more));
  }

  comesByAd(adId: string | null): void {
    this.happens(happenings.broughtByAd(adId));
  }

  sendsPicture(): void {
    this.happens(happenings.attached());
  }

  // People.

  takesOver(person = 'Mia'): void {
    this.happens({ kind: 'personTookOver', person });
  }

  answers(text: string, person = 'Mia'): void {
    this.happens({ kind: 'personReplied', person, text });
  }

  handsBack(flow: string | null = null, step: string | null = null): void {
    this.happens({ kind: 'handedBack', person: 'Mia', flow, step });
  }

  resolves(outcome: string | null = null): void {
    this.happens({ kind: 'handoffResolved', person: 'Mia', outcome });
  }

  blocks(isBlocked = true): void {
    this.happens({ kind: 'contactBlocked', person: 'Mia', isBlocked });
  }

  /** Somebody types in the platform's own app. */
  answersElsewhere(text: string): void {
    this.happens(happenings.echoed(text));
  }

  // The platform.

  /** Answers the request for the contact's profile. */
  tellsProfile(firstName: string | null): void {
    const request = this.effects.findLast((effect) => effect.kind === 'fetchProfile');
    if (request === undefined) throw new Error('Nobody asked for a profile.');
    this.happens({ kind: 'profileFetched', requestId: request.requestId, firstName, name: null });
  }

  /** Says that it knows no name, where it was asked for one. */
  tellsProfileIfAsked(): void {
    if (this.conversation.awaiting?.kind === 'profile') this.tellsProfile(null);
  }

  /** Answers the last look-up that was asked. */
  tellsLookup(result: LookupAnswer['result'], values: LookupAnswer['values'] = {}): void {
    const { requestId } = this.#lastInquiry('lookUp');
    this.happens({ kind: 'lookupAnswered', requestId, result, values });
  }

  /** Answers the last wish for a coupon. */
  tellsCoupon(code: string | null): void {
    this.happens({ kind: 'couponDrawn', requestId: this.#lastInquiry('drawCoupon').requestId, code });
  }

  /** Something else happens, a moment after what was before. */
  happens(happening: Happening, { ago = 0 }: Delay = {}): void {
    this.#lookAway();
    this.now += second;
    this.#apply(happening, this.now - ago);
  }

  /** Time passes; timers fire when they are due. */
  waits(duration: number): void {
    this.#lookAway();
    const until = this.now + duration;
    for (let due = this.#nextTimer(until); due !== null; due = this.#nextTimer(until)) {
      this.now = Math.max(this.now, due.dueAt);
      this.#fire(due);
    }
    this.now = until;
  }

  /** Time passes while the server is down; what was due meanwhile fires at the end. */
  isDownFor(duration: number): void {
    this.now += duration;
    this.waits(0);
  }

  /** Fires a timer as the work room does, also one that the conversation has forgotten. */
  fires(timerId: string): void {
    this.happens({ kind: 'timerFired', timerId });
  }

  /** Another set of files is served from now on. */
  serves(...flows: readonly FlowDefinition[]): void {
    this.workspace = this.brand.serve(...flows);
  }

  /** Lets the queue go out; what a claim lets pass. */
  sends(): readonly string[] {
    return this.outbox.claim((message) => this.refusalOf(message)).map(({ body }) => body.text);
  }

  /** What a claim says of a message now. */
  refusalOf(message: OutgoingMessage): Refusal | null {
    return this.refusalAt(message, this.now);
  }

  refusalAt(message: OutgoingMessage, at: number): Refusal | null {
    return maySend(this.conversation, message, at);
  }

  // What can be seen of it.

  /** Texts that the last thing that happened put in the queue, and left there. */
  said(): readonly string[] {
    return this.#newPosts()
      .filter(({ state }) => state === 'queued')
      .map(({ message }) => message.body.text);
  }

  /** Texts that the last thing that happened would have said, with why not. */
  notSent(): readonly (readonly [string, Refusal | null])[] {
    return this.#newPosts()
      .filter(({ state }) => state === 'not_sent')
      .map(({ message, refusal }) => [message.body.text, refusal] as const);
  }

  /** Everything that is or was to go out, in order. */
  get messages(): readonly OutgoingMessage[] {
    return this.outbox.posts.map(({ message }) => message);
  }

  /** Texts that wait to be sent. */
  get queue(): readonly string[] {
    return this.outbox.queued.map(({ body }) => body.text);
  }

  /** What the last thing that happened asked for, of one kind. */
  asked<K extends Effect['kind']>(kind: K): readonly Extract<Effect, { kind: K }>[] {
    return this.effects
      .slice(this.#seen.effects)
      .filter((effect): effect is Extract<Effect, { kind: K }> => effect.kind === kind);
  }

  get owner(): Conversation['ownership']['owner'] {
    return this.conversation.ownership.owner;
  }

  get isStopped(): boolean {
    return this.conversation.consent.stopped !== null;
  }

  /** `guide › project`: where the run waits; null: there is none. */
  get place(): string | null {
    const frame = this.conversation.run?.frames.at(-1);
    return frame === undefined ? null : `${frame.flow} › ${frame.step}`;
  }

  get answersSoFar(): Readonly<Record<string, string>> {
    return this.conversation.run?.frames.at(-1)?.context.answers ?? {};
  }

  /** Outcomes of all runs, in order. */
  get outcomes(): readonly string[] {
    return this.effects.flatMap((effect) => (effect.kind === 'recordOutcome' ? [effect.outcome.name] : []));
  }

  /** Why each handoff was opened, in order. */
  get handoffs(): readonly string[] {
    return this.effects.flatMap((effect) => (effect.kind === 'openHandoff' ? [effect.handoff.reason] : []));
  }

  get replyWindow(): number {
    return capabilities[this.conversation.channel].replyWindow ?? Infinity;
  }

  #newPosts(): readonly Posted[] {
    return this.outbox.posts.slice(this.#seen.posts);
  }

  #lastInquiry(kind: 'lookUp' | 'drawCoupon'): Inquiry {
    const inquiry = this.effects.findLast((effect) => effect.kind === kind);
    if (inquiry?.kind !== kind) throw new Error(`Nobody asked by ${kind}.`);
    return inquiry;
  }

  #lookAway(): void {
    this.#seen = { posts: this.outbox.posts.length, effects: this.effects.length };
  }

  #nextTimer(until: number): { readonly id: string; readonly dueAt: number } | null {
    const due = [...this.timers]
      .map(([id, dueAt]) => ({ id, dueAt }))
      .filter(({ dueAt }) => dueAt <= until)
      .sort((a, b) => a.dueAt - b.dueAt);
    return due[0] ?? null;
  }

  #fire({ id, dueAt }: { readonly id: string; readonly dueAt: number }): void {
    this.timers.delete(id);
    this.#apply({ kind: 'timerFired', timerId: id }, dueAt);
  }

  #apply(happening: Happening, occurredAt: number): void {
    this.#events += 1;
    const id = this.#events.toString(16).padStart(16, '0');
    const facts: EventFacts = { id, occurredAt, receivedAt: this.now };
    this.#decide({ ...happening, ...facts });
    this.#decideWaiting();
  }

  /** Those that had to wait are decided in order, until one must wait again. */
  #decideWaiting(): void {
    while (this.conversation.awaiting === null) {
      const [next, ...rest] = this.#waiting;
      if (next === undefined) return;
      this.#waiting = rest;
      this.#decide(next);
    }
  }

  #decide(event: Event): void {
    const before = this.conversation;
    const decision = decide(this.workspace, before, event);
    if (decision.disposition === 'deferred') this.#waiting = [...this.#waiting, event];
    this.decision = decision;
    this.conversation = decision.conversation;
    for (const effect of decision.effects) this.#perform(effect);
    this.laws.check({ world: this, before, event, decision });
  }

  #perform(effect: Effect): void {
    this.effects.push(effect);
    switch (effect.kind) {
      case 'sendMessage':
      case 'replyPublicly':
        return this.outbox.post(effect.message);
      case 'cancelMessages':
        return this.outbox.cancel(effect);
      case 'recordConsent':
        this.ledger.push(effect.entry);
        return;
      case 'scheduleTimer':
        this.timers.set(effect.timer.id, effect.timer.dueAt);
        return;
      case 'cancelTimer':
        this.timers.delete(effect.timerId);
        return;
      case 'cancelTimers':
        this.timers.clear();
        return;
      default:
    }
  }
}
