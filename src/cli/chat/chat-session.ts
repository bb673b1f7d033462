import type { OutgoingMessage } from '../../core/message.js';
import { formatDuration } from '../../flow/duration.js';
import { offersOf } from '../../flow/transcript/offers.js';
import type { Offer } from '../../flow/transcript/offers.js';
import type { VirtualChat } from '../../flow/transcript/virtual-chat.js';
import { describeChanges, factsOf } from './changes.js';
import { readChatInput } from './chat-input.js';
import { showSaid } from './show-said.js';

/** A chat at the terminal: lines in, lines out. */
export class ChatSession {
  readonly #chat: VirtualChat;
  #choices: readonly Offer[] = [];

  constructor(chat: VirtualChat) {
    this.#chat = chat;
  }

  /** What a typed line leads to, as text; empty for an empty line; null: the chat is over. */
  type(line: string): string | null {
    const input = readChatInput(line, { choices: this.#choices, buttons: this.#chat.buttons });
    switch (input.kind) {
      case 'quit':
        return null;
      case 'nothing':
        return '';
      case 'explain':
        return input.text;
      case 'wait':
        return this.#play((chat) => chat.pass(input.duration), `${formatDuration(input.duration)} later`);
      case 'happen':
        return this.#play((chat) => chat.happen(input.happening));
    }
  }

  #play(act: (chat: VirtualChat) => readonly OutgoingMessage[], heading?: string): string {
    const { store } = this.#chat;
    const before = factsOf(store);
    const said = act(this.#chat);
    this.#choices = offersOf(said.map(({ body }) => body));
    const changes = describeChanges(before, store);
    const notes = said.length + changes.length > 0 || heading !== undefined ? changes : [this.#silence()];
    return [
      ...(heading === undefined ? [] : [`  · ${heading}`]),
      ...(said.length > 0 ? [showSaid(said)] : []),
      ...notes.map((note) => `  · ${note}`),
    ].join('\n');
  }

  #silence(): string {
    const rules = this.#chat.store.trace.map(({ rule, result }) => `${rule} → ${result}`);
    return `the bot says nothing (${rules.join('; ')})`;
  }
}
