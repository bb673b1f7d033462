import type { Conversation } from '../../core/conversation.js';
import type { HandoffOpening, Inquiry } from '../../core/effect.js';
import type { Event } from '../../core/event.js';
import type { Random } from '../random.js';
import type { StoredBody } from '../stored-body.js';
import type { Thread } from '../transactions/thread.js';
import { hideState, placesOf } from './hidden-state.js';
import { hideBody, hideEvent, hideInquiry, mayRepeat } from './hidden-words.js';
import { hiddenText, type Hiding } from './hiding.js';
import { reseal, type KeyChange } from './reseal.js';
import { newKey, sealValue } from './sealed-text.js';

/** The keys of contacts, each made when they first say something in confidence. */
export interface ContactKeys {
  /** Null: they never have. */
  find(contactId: string): string | null;
  keep(whose: KeyOwner, key: string): void;
}

type KeyOwner = Pick<Thread, 'contactId' | 'workspace' | 'account'>;

type Kept<Names extends object> = Readonly<Names> & { readonly sealed: string | null };

/** Seals what was said in confidence on its way into the rows. Everything else passes as it is. */
export class Seals {
  readonly #keys: ContactKeys;
  readonly #random: Random;

  constructor(keys: ContactKeys, random: Random) {
    this.#keys = keys;
    this.#random = random;
  }

  keyOf(contactId: string): string | null {
    return this.#keys.find(contactId);
  }

  /** Makes one where there is none. */
  keyFor(whose: KeyOwner): string {
    return this.#findOrMakeKey(whose);
  }

  /** The same words under another contact's key. */
  reseal(sealed: string, place: readonly string[], keys: KeyChange): string {
    return reseal(sealed, place, keys, this.#random);
  }

  state(thread: Thread): Kept<{ state: Conversation }> {
    const { shown, hidden } = hideState(thread.state);
    return { state: shown, sealed: this.#seal(thread, statePlace(shown), hidden) };
  }

  event(whose: KeyOwner, event: Event, isSensitive: boolean): Kept<{ payload: Event }> {
    const isHidden = isSensitive || (mayRepeat(event) && this.#keys.find(whose.contactId) !== null);
    const { shown, hidden } = isHidden ? hideEvent(event) : asItIs(event);
    return { payload: shown, sealed: this.#seal(whose, eventPlace(event), hidden) };
  }

  body(
    whose: KeyOwner,
    {
      id,
      body,
      isSensitive,
    }: { readonly id: string; readonly body: StoredBody; readonly isSensitive?: boolean },
  ): Kept<{ body: StoredBody }> {
    const { shown, hidden } = isSensitive ? hideBody(body) : asItIs(body);
    return { body: shown, sealed: this.#seal(whose, messagePlace(id), hidden) };
  }

  handoff(
    whose: KeyOwner,
    { id, note, reference: known, isSensitive }: HandoffOpening,
  ): Kept<{ note: string; reference: string | null }> {
    const reference = known ?? null;
    if (!isSensitive) return { note, reference, sealed: null };
    const sealed = this.#seal(whose, handoffPlace(id), { note, reference });
    return { note: hiddenText, reference: reference && hiddenText, sealed };
  }

  inquiry(whose: KeyOwner, inquiry: Inquiry): Kept<{ inquiry: Inquiry }> {
    const { shown, hidden } = hideInquiry(inquiry);
    return { inquiry: shown, sealed: this.#seal(whose, requestPlace(inquiry.requestId), hidden) };
  }

  #seal(whose: KeyOwner, place: readonly string[], hidden: unknown): string | null {
    if (hidden === null) return null;
    const { contactId } = whose;
    return sealValue(this.#findOrMakeKey(whose), { contactId, place }, hidden, this.#random);
  }

  #findOrMakeKey(whose: KeyOwner): string {
    const found = this.#keys.find(whose.contactId);
    if (found !== null) return found;
    const key = newKey(this.#random);
    this.#keys.keep(whose, key);
    return key;
  }
}

export function statePlace(shown: Conversation): readonly string[] {
  return ['state', shown.id, ...placesOf(shown)];
}

export function eventPlace({ id }: Pick<Event, 'id'>): readonly string[] {
  return ['event', id];
}

export function messagePlace(id: string): readonly string[] {
  return ['message', id];
}

export function handoffPlace(id: string): readonly string[] {
  return ['handoff', id];
}

export function requestPlace(requestId: string): readonly string[] {
  return ['request', requestId];
}

function asItIs<T>(value: T): Hiding<T, never> {
  return { shown: value, hidden: null };
}
