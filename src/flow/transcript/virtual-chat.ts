import type { SupportedChannel } from '../../core/channel.js';
import { foldConsent } from '../../core/consent.js';
import type { Consent } from '../../core/consent.js';
import { beginConversation } from '../../core/conversation.js';
import type { Breath, Conversation } from '../../core/conversation.js';
import type { OutgoingMessage } from '../../core/message.js';
import type { StartButton, Workspace } from '../../core/workspace.js';
import type { TestContact, TestStubs } from '../test-definition.js';
import { toEvent } from './happening.js';
import type { Happening } from './happening.js';
import { offersOf } from './offers.js';
import type { Offer } from './offers.js';
import { VirtualOutside } from './virtual-outside.js';
import { VirtualStore } from './virtual-store.js';
import type { Decide } from './virtual-store.js';

/** Where and when a chat takes place, and with whom. */
export interface Scene {
  readonly channel: SupportedChannel;
  /** Epoch ms. */
  readonly startsAt: number;
  readonly contact: TestContact;
  /** What the outside answers; left out: look-ups fail, and codes are those of the workspace. */
  readonly stubs?: TestStubs;
}

/** Time between two lines of a chat: enough to put them in order, too little for anything else to happen, ms. */
const breath = 1_000;

/**
 * By a conversation's id it is chosen which variant of a text its contact hears first: with this one the first, of up to
 * sixteen, so that a test hears them in the order in which they are written.
 */
const chatId = 'chat-874487';

/** A chat with the bot outside of any server: the real decisions, a clock that is set by hand. */
export class VirtualChat {
  readonly #begun: ConstructorParameters<typeof VirtualChat>;
  #store: VirtualStore;
  #now: number;
  #events = 0;
  #offered: readonly Offer[] = [];

  /** @param decideEvent Who decides, if it is not the core alone. */
  constructor(workspace: Workspace, scene: Scene, decideEvent?: Decide) {
    const platform = {
      firstName: scene.contact.firstName,
      outside: new VirtualOutside(workspace, scene.stubs ?? null),
    };
    this.#begun = [workspace, scene, decideEvent];
    this.#store = new VirtualStore(workspace, beginChat(workspace, scene), platform, decideEvent);
    this.#now = scene.startsAt;
  }

  get store(): VirtualStore {
    return this.#store;
  }

  /** Another chat that goes on from here, while this one stays as it is. */
  fork(): VirtualChat {
    const fork = new VirtualChat(...this.#begun);
    fork.#store = this.#store.fork();
    fork.#now = this.#now;
    fork.#events = this.#events;
    fork.#offered = this.#offered;
    return fork;
  }

  /** Epoch ms. */
  get now(): number {
    return this.#now;
  }

  /** What can be tapped: what was last offered. */
  get offered(): readonly Offer[] {
    return this.#offered;
  }

  /** What the platform shows before the chat, or beside it. */
  get buttons(): readonly StartButton[] {
    return this.#begun[0].triggers.buttons;
  }

  /** Somebody does something, a moment after what was before; what the bot says to it. */
  happen(happening: Happening): readonly OutgoingMessage[] {
    const earlier = this.pass(breath);
    this.#events += 1;
    const id = `event-${String(this.#events).padStart(10, '0')}`;
    this.store.apply(toEvent(happening, { id, occurredAt: this.#now, receivedAt: this.#now }));
    return [...earlier, ...this.#listen()];
  }

  /** What the contact has begun to write, where more may follow. */
  get breath(): Breath | undefined {
    return this.store.conversation.run?.frames.at(-1)?.context.breath;
  }

  /** Lets the contact finish what they have begun to write; what the bot says to all of it. */
  settle(): readonly OutgoingMessage[] {
    const dueAt = this.breath && this.store.timerDueAt(this.breath.timerId);
    return dueAt === undefined ? [] : this.pass(Math.max(0, dueAt - this.#now));
  }

  /** Time passes, ms; what the bot says meanwhile. */
  pass(duration: number): readonly OutgoingMessage[] {
    const end = this.#now + duration;
    for (let timer = this.store.dueTimer(end); timer !== null; timer = this.store.dueTimer(end)) {
      this.#now = Math.max(this.#now, timer.dueAt);
      this.store.fire(timer.id, this.#now);
    }
    this.#now = end;
    return this.#listen();
  }

  #listen(): readonly OutgoingMessage[] {
    const said = this.store.takeSaid();
    const offers = offersOf(said.map(({ body }) => body));
    if (offers.length > 0) this.#offered = offers;
    return said;
  }
}

function beginChat(workspace: Workspace, { channel, contact, startsAt }: Scene): Conversation {
  const account = workspace.accounts.find((one) => one.channel === channel)?.name ?? channel;
  const begun = beginConversation(
    { id: chatId, workspace: workspace.name, account, channel, contactId: 'follower' },
    agreedTo(contact.consent ?? [], startsAt),
  );
  const { tags, fields, language, splits = [], visits, wroteBefore = false } = contact;
  const ways = Object.fromEntries(splits.map(({ split, way }) => [split, way]));
  return {
    ...begun,
    // Long ago: no reply window is left of it.
    ...(wroteBefore && { lastContactEventId: 'earlier', lastContactAt: 0 }),
    contact: {
      ...begun.contact,
      tags,
      fields,
      ...(language !== undefined && { language }),
      ...(splits.length > 0 && { splits: ways }),
    },
    ...(visits && { flowVisits: visits }),
  };
}

/** Consent that was given before the chat began. */
function agreedTo(topics: readonly string[], occurredAt: number): Consent {
  return foldConsent(
    topics.map((purpose) => ({ change: 'granted', purpose, occurredAt, receivedAt: occurredAt })),
  );
}
