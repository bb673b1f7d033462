import { expect } from 'vitest';
import type { FakeSend } from '../../platforms/fake-send.js';
import { delivery, type Item, type ItemOptions, newMid, thread } from '../../platforms/meta-payloads.js';
import type { ContactAnswer, ConversationAnswer, LedgerLineAnswer, StoryLineAnswer } from './api-answers.js';
import type { Stage } from './stage.js';
import type { Account } from './workspace-folder.js';

export interface FollowerIdentity {
  readonly id: string;
  readonly firstName: string;
  readonly account: Account;
}

/** States of messages that reach, or reached, or may have reached their contact. */
const onTheirWay = new Set(['queued', 'sending', 'unknown', 'sent', 'delivered', 'read']);

/** Someone who writes to one of our accounts, and reads what comes back, line by line. */
export class Follower {
  readonly id: string;
  readonly firstName: string;
  readonly account: Account;
  /** Makes the items of this thread, for what is not a plain message. */
  readonly thread: ReturnType<typeof thread>;
  readonly #stage: Stage;
  /** How many messages posted to them they have looked at, the refused ones among them. */
  #seen = 0;
  #heard: FakeSend[] = [];
  #lastMid: string | null = null;

  constructor(stage: Stage, { id, firstName, account }: FollowerIdentity) {
    this.#stage = stage;
    this.id = id;
    this.firstName = firstName;
    this.account = account;
    this.thread = thread(account, id);
  }

  /** Everything heard so far. */
  get heard(): readonly FakeSend[] {
    return this.#heard;
  }

  /** Writes a message; resolves when the server has acknowledged it. */
  async says(text: string, options: ItemOptions = {}): Promise<void> {
    this.#stage.confidences.tell(text);
    await this.does(this.thread.says(text, { ...options, mid: this.#nextMid(options) }));
  }

  /** Taps a quick reply of what was heard last. */
  async taps(title: string): Promise<void> {
    const offered = this.#heard.at(-1)?.quickReplies ?? [];
    const tapped = offered.find((reply) => reply.title === title);
    if (tapped === undefined)
      throw new Error(`"${title}" is not on offer, but ${offered.map((reply) => reply.title).join(', ')}.`);
    await this.does(this.thread.taps(title, tapped.payload, { mid: this.#nextMid({}) }));
  }

  /** Lets these items arrive in one delivery, which the server must take. */
  async does(...items: readonly Item[]): Promise<void> {
    const response = await this.#stage.deliver(delivery(this.account, ...items));
    expect(response.status).toBe(200);
  }

  /** The next message that reaches them, in the order of arrival. */
  async hears(text: string | RegExp, { within = 10_000 } = {}): Promise<FakeSend> {
    const send = await this.#nextDelivered(within);
    this.#heard.push(send);
    if (typeof text === 'string') expect(send.text).toContain(text);
    else expect(send.text).toMatch(text);
    return send;
  }

  /**
   * Nothing was, is or will be sent in answer to what they did last. No wait is needed for that: what an event leads to
   * is saved together with it, before it is acknowledged, so the story already shows each message there will be.
   */
  async hearsNothing(): Promise<void> {
    const story = await this.story();
    const incoming = story.filter(({ direction }) => direction === 'in');
    if (this.#lastMid !== null)
      expect(incoming.map((line) => line.platform_message_id)).toContain(this.#lastMid);
    const outgoing = story.filter(
      ({ direction, state }) => direction === 'out' && onTheirWay.has(state ?? ''),
    );
    expect(outgoing.map(({ text }) => text)).toEqual(this.#heard.map(({ text }) => text));
    expect(this.#stage.meta.delivered(this.id)).toEqual(this.#heard);
  }

  contact(): Promise<ContactAnswer> {
    const reference = encodeURIComponent(`${this.account.name}/${this.id}`);
    return this.#stage.api.read<ContactAnswer>(`/contacts/${reference}`);
  }

  /** Path of their conversation in the machine API. */
  async conversationPath(): Promise<string> {
    return `/conversations/${encodeURIComponent((await this.contact()).conversation_id)}`;
  }

  async conversation(): Promise<ConversationAnswer> {
    return this.#stage.api.read<ConversationAnswer>(await this.conversationPath());
  }

  async story(): Promise<readonly StoryLineAnswer[]> {
    return this.#stage.api.story((await this.contact()).conversation_id);
  }

  /** The states of what was written to them, oldest first. */
  async states(): Promise<readonly (string | null)[]> {
    return (await this.story()).filter(({ direction }) => direction === 'out').map(({ state }) => state);
  }

  async ledger(): Promise<readonly LedgerLineAnswer[]> {
    return this.#stage.api.ledger((await this.contact()).id);
  }

  async outcomes(): Promise<readonly string[]> {
    return this.#stage.api.outcomes((await this.contact()).conversation_id);
  }

  #nextMid({ mid = newMid() }: ItemOptions): string {
    this.#lastMid = mid;
    return mid;
  }

  async #nextDelivered(within: number): Promise<FakeSend> {
    for (;;) {
      const sends = await this.#stage.meta.waitForSends(this.#seen + 1, { to: this.id, within });
      const send = sends[this.#seen]!;
      this.#seen += 1;
      if (send.delivered) return send;
    }
  }
}
