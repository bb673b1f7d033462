import type { ParsedUpdate } from '../../../src/channels/channel.js';
import { StoreUnavailable } from '../../../src/store/store.js';
import type { Stage } from '../../engine/stage/stage.js';
import type { Fed, Moment } from '../checker/record.js';
import type { Cast } from './cast.js';
import type { Item, Operation } from './operations.js';
import { pick, tell } from './thread.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type FedEvent = Mutable<Fed> & { readonly contact: number };

/** One webhook: the platform delivers it again and again until it is acknowledged. */
interface Delivery {
  readonly updates: readonly ParsedUpdate[];
  readonly fed: readonly FedEvent[];
  isAcknowledged: boolean;
}

interface Held {
  readonly delivery: Delivery;
  /** Operations that it still waits for. */
  rest: number;
}

const nowhere: Moment = { place: 0, turn: 0, at: 0 };

/** What the platform delivers during one history. */
export class Webhooks {
  readonly #stage: Stage;
  readonly #cast: Cast;
  readonly #deliveries: Delivery[] = [];
  #held: Held[] = [];
  #ids = 0;
  /** Moments of each contact that are taken: no two of their events have the same. */
  readonly #moments = new Set<string>();
  /** What happens once is told once, except by repeating its delivery. */
  readonly #keys = new Set<string>();

  constructor(stage: Stage, cast: Cast) {
    this.#stage = stage;
    this.#cast = cast;
  }

  fedOf(contact: number): readonly Fed[] {
    return this.#deliveries.flatMap(({ fed }) => fed).filter((one) => one.contact === contact);
  }

  deliver({ items, copies, heldFor }: Extract<Operation, { kind: 'delivers' }>): void {
    const events = items.flatMap((item) => this.#makeEvent(item) ?? []);
    if (events.length === 0) return;
    const delivery = {
      updates: Array.from({ length: copies }, () => events.map(({ update }) => update)).flat(),
      fed: events.map(({ fed }) => fed),
      isAcknowledged: false,
    };
    if (heldFor > 0) this.#held.push({ delivery, rest: heldFor });
    else this.#hand(delivery);
  }

  repeat(which: number): void {
    const delivery = pick(this.#deliveries, which);
    if (delivery !== undefined) this.#hand(delivery);
  }

  /** Another operation is over: what was held up for so many arrives. */
  releaseDue(): void {
    for (const held of this.#held) held.rest -= 1;
    const due = this.#held.filter(({ rest }) => rest <= 0);
    this.#held = this.#held.filter(({ rest }) => rest > 0);
    for (const { delivery } of due) this.#hand(delivery);
  }

  releaseAll(): void {
    for (const { delivery } of this.#held.splice(0)) this.#hand(delivery);
  }

  /** As after a time in which nobody took them. */
  deliverUnacknowledged(): void {
    for (const delivery of this.#deliveries) if (!delivery.isAcknowledged) this.#hand(delivery);
  }

  /** All that was ever delivered once more, newest first. */
  deliverAllAgain(): void {
    for (const delivery of [...this.#deliveries].reverse()) this.#hand(delivery);
  }

  #makeEvent({ contact, happening, ago }: Item) {
    const identity = this.#cast.identity(contact);
    const view = {
      sends: this.#stage.platform.sendsTo(identity.contactId),
      written: this.fedOf(contact).flatMap(({ kind, platformMessageId: id }) =>
        kind === 'messageReceived' && id !== null ? [id] : [],
      ),
      newId: () => `${identity.contactId}.${String((this.#ids += 1))}`,
    };
    const occurredAt = this.#freeMoment(contact, this.#stage.time.now() - ago);
    const event = tell(happening, view, occurredAt);
    if (event === null || this.#keys.has(event.key)) return null;
    const { key, content, facts } = event;
    this.#keys.add(key);
    const fed: FedEvent = { ...facts, contact, occurredAt, handed: nowhere, acknowledged: null };
    return { update: { ...identity, key, content }, fed };
  }

  /** The moment, or the next after it that nothing of the contact has. */
  #freeMoment(contact: number, at: number): number {
    let free = at;
    while (this.#moments.has(`${contact}/${free}`)) free += 1;
    this.#moments.add(`${contact}/${free}`);
    return free;
  }

  #hand(delivery: Delivery): void {
    if (!this.#deliveries.includes(delivery)) {
      this.#deliveries.push(delivery);
      const handed = this.#stage.time.mark();
      for (const one of delivery.fed) one.handed = handed;
    }
    this.#stage.engine.receive(delivery.updates).then(
      () => this.#noteAcknowledgement(delivery),
      (fault: unknown) => {
        if (!(fault instanceof StoreUnavailable)) throw fault;
      },
    );
  }

  #noteAcknowledgement(delivery: Delivery): void {
    if (delivery.isAcknowledged) return;
    delivery.isAcknowledged = true;
    const acknowledged = this.#stage.time.mark();
    for (const one of delivery.fed) one.acknowledged = acknowledged;
  }
}
