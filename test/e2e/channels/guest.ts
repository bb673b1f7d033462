import { expect } from 'vitest';
import type { ContactAnswer, ConversationAnswer, LedgerLineAnswer } from '../driver/api-answers.js';
import type { MachineApi } from '../driver/machine-api.js';
import type { SeenMessage, Wire } from './wire.js';

/** Someone on any channel, who reads what comes back line by line. */
export class Guest<W extends Wire = Wire> {
  readonly wire: W;
  readonly #api: MachineApi;
  #heard: SeenMessage[] = [];

  constructor(wire: W, api: MachineApi) {
    this.wire = wire;
    this.#api = api;
  }

  async says(text: string): Promise<void> {
    await this.wire.says(text);
  }

  /** Picks what was offered last: presses it, or where nothing can be pressed writes its number. */
  async chooses(title: string): Promise<void> {
    const { choices } = this.#heard.at(-1)!;
    const place = choices.findIndex((choice) => choice.title === title);
    const choice = choices[place];
    if (choice === undefined) {
      throw new Error(`"${title}" is not on offer, but ${choices.map((one) => one.title).join(', ')}.`);
    }
    if (choice.payload === null) await this.wire.says(String(place + 1));
    else await this.wire.taps(choice);
  }

  /** The next message that reaches them has this in it. */
  async hears(text: string): Promise<SeenMessage> {
    for (let sends = this.#heard.length + 1; this.wire.received().length <= this.#heard.length; sends++) {
      await this.wire.waitForSends(sends);
    }
    const message = this.wire.received()[this.#heard.length]!;
    this.#heard = [...this.#heard, message];
    expect(message.text).toContain(text);
    return message;
  }

  /** What they did last is known, and nothing was, is or will be sent for it: the story shows each message there will be. */
  async hearsNothing(): Promise<void> {
    const lines = await this.#api.story((await this.contact()).conversation_id);
    const open = new Set(['queued', 'sending', 'unknown', 'sent', 'delivered', 'read']);
    const outgoing = lines.filter(
      (line) => line.direction === 'out' && !line.public && open.has(line.state ?? ''),
    );
    expect(outgoing).toHaveLength(this.#heard.length);
    expect(this.wire.received()).toEqual(this.#heard);
  }

  contact(): Promise<ContactAnswer> {
    return this.#api.read<ContactAnswer>(`/contacts/${encodeURIComponent(this.wire.reference)}`);
  }

  async conversation(): Promise<ConversationAnswer> {
    return this.#api.read<ConversationAnswer>(await this.path());
  }

  /** Of their conversation in the machine API. */
  async path(): Promise<string> {
    return `/conversations/${encodeURIComponent((await this.contact()).conversation_id)}`;
  }

  async ledger(): Promise<readonly LedgerLineAnswer[]> {
    return this.#api.ledger((await this.contact()).id);
  }

  async outcomes(): Promise<readonly string[]> {
    return this.#api.outcomes((await this.contact()).conversation_id);
  }
}
