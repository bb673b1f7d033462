import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Account } from '../../e2e/driver/workspace-folder.js';
import { delivery, type Item, newMid, thread } from '../../platforms/meta-payloads.js';
import type { Chance } from '../chance.js';
import type { Deed, Said } from '../history/history.js';
import { type Reach, until } from './reach.js';
import type { Recorder } from './recorder.js';

export interface ChatParts {
  readonly account: Account;
  /** As the platform knows the contact. */
  readonly id: string;
  readonly reach: Reach;
  readonly chance: Chance;
  readonly recorder: Recorder;
  /** Delivers a webhook, again and again until it is acknowledged. */
  readonly deliver: (payload: Item) => Promise<void>;
}

/** How the platform tells of a message; missing: as of a new one, written now. */
export interface Written {
  readonly messageId?: string;
  /** By the platform's clock, epoch ms. */
  readonly at?: number;
}

/** Between two tries of a person, ms. */
const pause = 10;
/** How often the platform delivers twice at the same time, and once more when it had been acknowledged. */
const repeated = { together: 0.2, afterwards: 0.1 };

/** What a contact says, and what people of the team do about it; each is written down. */
export class Chat {
  readonly #parts: ChatParts;
  #lastSaidAt = 0;
  #path: string | null = null;

  constructor(parts: ChatParts) {
    this.#parts = parts;
  }

  /** Resolves when it is acknowledged. */
  async says(
    text: string,
    meaning: Said['meaning'] = 'other',
    { messageId = newMid(), at }: Written = {},
  ): Promise<void> {
    const { account, id, deliver, chance, recorder } = this.#parts;
    const handedAt = Date.now();
    const occurredAt = at ?? Math.max(handedAt, this.#lastSaidAt + 1);
    this.#lastSaidAt = Math.max(this.#lastSaidAt, occurredAt);
    const payload = delivery(account, thread(account, id).says(text, { mid: messageId, at: occurredAt }));
    const copies = chance.happens(repeated.together) ? [deliver(payload)] : [];
    await Promise.all([deliver(payload), ...copies]);
    const moments = { occurredAt, handedAt, acknowledgedAt: Date.now() };
    recorder.said.push({ contact: id, messageId, text, meaning, ...moments });
    if (chance.happens(repeated.afterwards)) await deliver(payload);
  }

  /** Somebody of the team acts; resolves when they are told that it is done. */
  async does(kind: Deed['kind'], text = ''): Promise<void> {
    const { id: contact, recorder } = this.#parts;
    const path = await this.#findPath();
    const handedAt = Date.now();
    const body = { person: 'Mira', ...(kind === 'reply' ? { text, request_id: randomUUID() } : {}) };
    const eventId = await this.#act(`${path}/${kind.replace('_', '-')}`, body);
    recorder.deeds.push({ contact, kind, text, eventId, handedAt, acknowledgedAt: Date.now() });
  }

  /** Resolves when something was decided to be said to the contact, which may not have left yet. */
  async isAnswered(): Promise<void> {
    const path = await this.#findPath();
    await this.#until(async () => {
      const story = await this.#read<{ readonly lines: readonly { readonly direction: string }[] }>(
        `${path}/story`,
      );
      return story?.lines.some(({ direction }) => direction === 'out') === true ? true : null;
    });
  }

  /** Of the conversation in the API. */
  async #findPath(): Promise<string> {
    const { account, id } = this.#parts;
    const contact = `/contacts/${encodeURIComponent(`${account.name}/${id}`)}`;
    this.#path ??= await this.#until(async () => {
      const found = await this.#read<{ readonly conversation_id: string }>(contact);
      return found === null ? null : `/conversations/${encodeURIComponent(found.conversation_id)}`;
    });
    return this.#path;
  }

  /** The event that it became; null: an earlier try, which got no answer, had done it already. */
  async #act(path: string, body: object): Promise<string | null> {
    const done = await this.#until(async () => {
      const answer = await this.#parts.reach.ask('POST', path, body);
      return answer?.status === 200 || answer?.status === 409 ? answer : null;
    });
    return done.status === 200 ? (done.body as { readonly event_id: string }).event_id : null;
  }

  async #read<T>(path: string): Promise<T | null> {
    const answer = await this.#parts.reach.ask('GET', path);
    return answer?.status === 200 ? (answer.body as T) : null;
  }

  #until<T>(attempt: () => Promise<T | null>): Promise<T> {
    return until(attempt, { pause: () => wait(pause) });
  }
}
