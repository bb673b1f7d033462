import { setTimeout as pause } from 'node:timers/promises';
import { accounts } from '../../e2e/driver/workspace-folder.js';
import type { FakeMeta } from '../../platforms/fake-meta.js';
import { delivery, type Item, thread } from '../../platforms/meta-payloads.js';
import type { Chance } from '../chance.js';
import { Chat } from './chat.js';
import { newContactId } from './contact-id.js';
import { dialogues, play } from './dialogue.js';
import { type Reach, until } from './reach.js';
import { Recorder } from './recorder.js';

export interface CrowdParts {
  readonly meta: FakeMeta;
  readonly reach: Reach;
  readonly chance: Chance;
  /** How many talk at the same time. */
  readonly size: number;
  /** How long each of them is quiet before the next comes, ms at most. */
  readonly rest: number;
}

/** Once nobody begins to talk any more, ms: what may have left holds up the next message for half a minute each time. */
const longestChat = 300_000;

/** Between two tries of the platform to deliver a webhook, ms. */
const retryPause = 50;

/** Followers who talk, one after another in each place, while the platform misbehaves a little. */
export class Crowd {
  readonly recorder = new Recorder();
  /** Webhooks that were acknowledged. */
  acknowledged = 0;
  /** Webhooks that got no answer, or none that counts, and had to be delivered again. */
  unanswered = 0;
  readonly #parts: CrowdParts;
  #going: readonly Promise<void>[] = [];
  #isOver = false;

  constructor(parts: CrowdParts) {
    this.#parts = parts;
  }

  /** How many have begun to talk. */
  get size(): number {
    return this.recorder.scripts.size;
  }

  start(): void {
    this.#letPlatformMisbehave();
    this.#going = [this.#echoSends(), ...Array.from({ length: this.#parts.size }, () => this.#talkOn())];
  }

  /** Resolves when so many more webhooks were refused or unanswered; gives up after half a minute. */
  async isRefused(times: number): Promise<void> {
    const [until, end] = [this.unanswered + times, Date.now() + 30_000];
    while (this.unanswered < until && Date.now() < end) await pause(5);
  }

  /** Resolves when everybody has finished what they were saying. @throws {Error} where somebody waits in vain */
  async finish(): Promise<void> {
    this.#isOver = true;
    const finished = Promise.all(this.#going).then(() => true);
    const isFinished = await Promise.race([finished, pause(longestChat, false, { ref: false })]);
    if (!isFinished) throw new Error('Somebody still waits to be answered, or to be heard.');
  }

  async #talkOn(): Promise<void> {
    const { chance, rest, reach } = this.#parts;
    while (!this.#isOver) {
      const dialogue = chance.among(dialogues);
      const id = newContactId();
      this.recorder.scripts.set(id, dialogue);
      const account = chance.among([accounts.instagram, accounts.messenger]);
      const deliver = (payload: Item): Promise<void> => this.deliver(payload);
      await play(dialogue, new Chat({ account, id, deliver, recorder: this.recorder, chance, reach }));
      await pause(chance.upTo(rest));
    }
  }

  /** As the platform does: again until it hears 200. */
  async deliver(payload: Item): Promise<void> {
    const attempt = async () => ((await this.#parts.reach.deliver(payload)) === 200 ? true : null);
    await until(attempt, { pause: () => pause(retryPause), onFailure: () => (this.unanswered += 1) });
    this.acknowledged += 1;
  }

  /** Most requests take a moment, so that faults find some on the wire; some are refused and may be tried again. */
  #letPlatformMisbehave(): void {
    const isSend = ({ method }: { readonly method: string }): boolean => method === 'POST';
    const { meta, chance } = this.#parts;
    // Of no code that is given up after a few tries: at this length somebody would meet it each time.
    const trouble = { kind: 'error', status: 500, code: 5_000, transient: true } as const;
    meta.failWhile((target) => isSend(target) && chance.happens(0.08), trouble);
    meta.failWhile((target) => isSend(target) && chance.happens(0.5), { kind: 'slow', ms: 40 });
  }

  /** Messenger tells of each message that arrived, so that what was on the wire is soon known; Instagram not. */
  async #echoSends(): Promise<void> {
    let told = 0;
    while (!this.#isOver) {
      const sends = this.#parts.meta.sends().slice(told);
      told += sends.length;
      const echoes = sends
        .filter(({ delivered, accountId }) => delivered && accountId === accounts.messenger.id)
        .map((send) => thread(accounts.messenger, send.contactId).echoOf(send));
      if (echoes.length > 0) await this.deliver(delivery(accounts.messenger, ...echoes));
      await pause(50);
    }
  }
}
