import type { ParsedContent } from '../../../src/channels/channel.js';
import type { Conversation } from '../../../src/core/conversation.js';
import type { ReceiveReport } from '../../../src/engine/engine.js';
import type { StoryLine } from '../../../src/store/reads.js';
import type { SeenSend } from './scripted-platform.js';
import type { Stage } from './stage.js';

const accounts = {
  studio_ig: { channel: 'instagram', accountId: '1001' },
  studio_page: { channel: 'messenger', accountId: '1002' },
  studio_phone: { channel: 'whatsapp', accountId: '1003' },
  south_ig: { channel: 'instagram', accountId: '2001' },
} as const;

export type AccountName = keyof typeof accounts;

let made = 0;

/** Someone who writes to an account that the stage's files name, on a stage. */
export class Follower {
  readonly id: string;
  readonly #stage: Stage;
  readonly #account: AccountName;
  #written = 0;

  constructor(stage: Stage, account: AccountName = 'studio_ig') {
    made += 1;
    this.id = `follower-${made}`;
    this.#stage = stage;
    this.#account = account;
  }

  /** Writes a message, and waits for all that needs no time. */
  async says(text: string, { ago = 0 } = {}): Promise<void> {
    await this.does(this.message(text, ago));
  }

  async does(...contents: readonly ParsedContent[]): Promise<ReceiveReport> {
    const received = this.#stage.engine.receive(contents.map((content) => this.update(content)));
    await this.#stage.time.settle();
    return received;
  }

  message(text: string, ago = 0): ParsedContent {
    this.#written += 1;
    return {
      kind: 'messageReceived',
      occurredAt: this.#stage.time.now() - ago,
      platformMessageId: `${this.id}.${this.#written}`,
      text,
      quickReply: null,
      storyReply: null,
      replyTo: null,
      referral: null,
      attachments: [],
    };
  }

  update(content: ParsedContent) {
    const id = 'platformMessageId' in content ? content.platformMessageId : null;
    const key = `${content.kind}:${id ?? String(content.occurredAt)}`;
    return { ...accounts[this.#account], contactId: this.id, key, content };
  }

  /** Every try to send them something. */
  get sends(): readonly SeenSend[] {
    return this.#stage.platform.sendsTo(this.id);
  }

  /** What reached them. */
  get heard(): readonly string[] {
    return this.sends.filter(({ answer }) => answer === 'sent').map(({ text }) => text);
  }

  async conversation(): Promise<Conversation> {
    const found = await this.#stage.store.findConversation(this.#account, this.id);
    if (found === null) throw new Error(`${this.id} has not written yet.`);
    return found;
  }

  async conversationId(): Promise<string> {
    return (await this.conversation()).id;
  }

  async contactId(): Promise<string> {
    return (await this.conversation()).contact.id;
  }

  async story(): Promise<readonly StoryLine[]> {
    return this.#stage.store.readStory(await this.conversationId());
  }

  /** The state of each line that was to be said to them, by its text. */
  async states(): Promise<readonly string[]> {
    return (await this.story())
      .filter(({ direction }) => direction === 'out')
      .map(({ body, state, refusal }) => `${body.text} ${refusal ?? state ?? ''}`);
  }

  async handoffReasons(): Promise<readonly string[]> {
    const { contact } = await this.conversation();
    return (await this.#stage.store.exportContact(contact.id))?.handoffs.map(({ reason }) => reason) ?? [];
  }
}
