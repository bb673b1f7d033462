import { heartbeatPause } from '../../contract/live.js';
import type { NewNote } from '../../core/effect.js';
import type { Engine } from '../../engine/engine.js';
import type { EngineLog } from '../../engine/ports.js';
import type { Store } from '../../store/store.js';
import type { Identity } from '../identity/identity.js';
import { mayDo } from '../../contract/roles.js';
import type { SignedIn } from '../identity/signed-in.js';
import { onlineLasts } from '../presence/online.js';
import type { Presence } from '../presence/presence.js';
import { type Attendee, Audience, type JoinRefusal, type Newcomer } from './audience.js';
import { Bursts } from './bursts.js';
import { ConversationHomes } from './conversation-homes.js';
import { EventLog } from './event-log.js';
import type { Gossip, Tidings } from './gossip.js';
import { everybody } from './live-event.js';

export interface LiveParts {
  readonly engine: Pick<Engine, 'onStoryChanged' | 'onDecided'>;
  readonly store: Pick<Store, 'workspaceOf' | 'sawUser'>;
  readonly identity: Pick<Identity, 'findSession'>;
  readonly presence: Presence;
  readonly gossip: Gossip;
  /** Our clock, epoch ms. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly log: Pick<EngineLog, 'warn'>;
}

/** Between two looks for pages that have fallen silent, ms. */
const expiryPause = 2_000;

/** Where more has changed at once, to read everything anew is less work for everybody. */
const mostInBurst = 500;

export type Joined =
  | { readonly ok: true; readonly leave: () => void }
  | { readonly ok: false; readonly reason: JoinRefusal | 'closing' };

/** Everything that moves by itself in the inbox: what happens in the house, told to the pages that may know of it. */
export class Live {
  readonly #parts: LiveParts;
  readonly #audience: Audience;
  readonly #bursts: Bursts;
  readonly #peopleListeners: (() => void)[] = [];
  readonly #dismissals: readonly (() => void)[];
  #timers: readonly NodeJS.Timeout[] = [];
  #isBeating = false;
  #isClosed = false;

  constructor(parts: LiveParts) {
    this.#parts = parts;
    const { engine, gossip, presence } = parts;
    this.#audience = new Audience(new ConversationHomes(parts.store), new EventLog(parts.newId));
    this.#bursts = new Bursts((ids) => this.#tellOfChanges(ids));
    gossip.onHeard((told) => this.#hear(told));
    presence.onChanged((conversationId) => this.#tellOfPresence(conversationId));
    this.#dismissals = [
      engine.onStoryChanged(({ conversationId }) => {
        if (conversationId === null) this.#audience.reset();
        else this.#bursts.add(conversationId);
      }),
      engine.onDecided(({ conversationId, effects }) => {
        for (const effect of effects)
          if (effect.kind === 'addNote') this.#spreadMentions(conversationId, effect.note);
      }),
    ];
  }

  /** Pages that listen to this process, and whose they are. */
  get listening(): { readonly streams: number; readonly people: number } {
    const { attendees } = this.#audience;
    return { streams: attendees.length, people: new Set(attendees.map(({ user }) => user.id)).size };
  }

  join(newcomer: Newcomer): Joined {
    if (this.#isClosed) return { ok: false, reason: 'closing' };
    const { user } = newcomer.signedIn;
    const isBack = !this.#isHere(user.id);
    const attendee = this.#audience.join(newcomer);
    if (typeof attendee === 'string') return { ok: false, reason: attendee };
    this.#keepTime();
    if (isBack) void this.#welcome(user.id);
    return { ok: true, leave: () => this.#leave(attendee) };
  }

  /** Calls back when someone of the team came, left, or may have changed otherwise, in any process. */
  onPeopleChanged(listener: () => void): void {
    this.#peopleListeners.push(listener);
  }

  /** For whoever has changed what others know of somebody: whether they are available, their teams, their name. */
  peopleChanged(): void {
    this.#parts.gossip.spread({ kind: 'people' });
    this.#tellOfPeople();
  }

  /** Ends all streams and takes no new ones. */
  close(): void {
    this.#isClosed = true;
    for (const dismiss of this.#dismissals) dismiss();
    this.#bursts.clear();
    for (const attendee of this.#audience.attendees) this.#sendAway(attendee);
  }

  #isHere(userId: string): boolean {
    return this.#audience.attendees.some(({ user }) => user.id === userId);
  }

  async #welcome(userId: string): Promise<void> {
    await this.#saw(userId);
    this.peopleChanged();
  }

  #sendAway(attendee: Attendee): void {
    this.#leave(attendee);
    attendee.listener.end();
  }

  #leave(attendee: Attendee): void {
    if (!this.#audience.leave(attendee)) return;
    const { user, page } = attendee;
    const others = this.#audience.attendees.filter((one) => one.user.id === user.id);
    // A page that has come back before its old stream was found dead is still here.
    if (page !== null && !others.some((one) => one.page === page)) this.#parts.presence.leave(user.id, page);
    if (others.length === 0 && !this.#isClosed) setTimeout(() => this.peopleChanged(), onlineLasts).unref();
    if (this.#audience.attendees.length === 0) this.#stopTime();
  }

  /** While nobody listens nothing needs to be done at any time. */
  #keepTime(): void {
    if (this.#timers.length > 0) return;
    this.#timers = [
      setInterval(() => void this.#beat(), heartbeatPause).unref(),
      setInterval(() => this.#parts.presence.expire(), expiryPause).unref(),
    ];
  }

  #stopTime(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }

  /** One at a time, however slow the store is. */
  async #beat(): Promise<void> {
    if (this.#isBeating) return;
    this.#isBeating = true;
    for (const attendee of this.#audience.attendees) await this.#lookAt(attendee);
    this.#audience.beat();
    for (const id of new Set(this.#audience.attendees.map(({ user }) => user.id))) await this.#saw(id);
    this.#isBeating = false;
  }

  /** Whoever was signed out, disabled, or may not read chats any more, hears nothing more. */
  async #lookAt(attendee: Attendee): Promise<void> {
    try {
      const found = await this.#parts.identity.findSession(attendee.secret);
      if (found !== null && mayListen(found)) attendee.user = found.user;
      else this.#sendAway(attendee);
    } catch (err) {
      this.#parts.log.warn({ err }, 'a session could not be looked at; that is tried again');
    }
  }

  async #saw(userId: string): Promise<void> {
    try {
      await this.#parts.store.sawUser(userId, this.#parts.now());
    } catch (err) {
      this.#parts.log.warn({ err }, 'it could not be kept that somebody is here');
    }
  }

  #tellOfChanges(ids: readonly string[]): void {
    if (ids.length > mostInBurst) {
      this.#audience.reset();
      return;
    }
    for (const conversationId of ids) {
      const data = { conversation_id: conversationId };
      this.#audience.tell({ name: 'conversation', data }, { conversationId, userIds: null });
    }
  }

  #tellOfPresence(conversationId: string): void {
    const { presence } = this.#parts;
    this.#audience.tellInPassing(
      () => {
        const people = presence
          .present(conversationId, null)
          .map(({ id, name, isTyping }) => ({ id, name, is_typing: isTyping }));
        return { name: 'present', data: { conversation_id: conversationId, people } };
      },
      { conversationId, userIds: null },
    );
  }

  #spreadMentions(conversationId: string, { author: by, mentions }: NewNote): void {
    if (mentions.length === 0) return;
    const told = { kind: 'mentioned', userIds: mentions.map(({ id }) => id), conversationId, by } as const;
    this.#parts.gossip.spread(told);
    this.#hear(told);
  }

  #tellOfPeople(): void {
    this.#audience.tell({ name: 'people', data: {} }, everybody);
    for (const listener of this.#peopleListeners) listener();
  }

  #hear(told: Tidings): void {
    if (told.kind === 'people') this.#tellOfPeople();
    if (told.kind !== 'mentioned') return;
    const { conversationId, userIds, by } = told;
    const data = { conversation_id: conversationId, by };
    this.#audience.tell({ name: 'mentioned', data }, { conversationId, userIds });
  }
}

function mayListen({ standing, user }: SignedIn): boolean {
  return standing === 'signed_in' && !user.isDisabled && mayDo(user.role, 'read_chats');
}
