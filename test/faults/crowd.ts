import { setTimeout as pause } from 'node:timers/promises';
import type { Stage } from '../e2e/driver/stage.js';
import { accounts } from '../e2e/driver/workspace-folder.js';
import { delivery, type Item, thread } from '../platforms/meta-payloads.js';
import type { Chance } from './chance.js';
import { dialogues } from './dialogue.js';
import { Talker } from './talker.js';

export interface CrowdParts {
  readonly stage: Stage;
  readonly chance: Chance;
  /** How many talk at the same time. */
  readonly size: number;
  /** How long each of them is quiet before the next comes, ms at most. */
  readonly rest: number;
  /** Hands a webhook over once; false: it was not acknowledged. */
  readonly handOver: (payload: Item) => Promise<boolean>;
}

/** Followers who talk, one after another in each place, while the platform misbehaves a little. */
export class Crowd {
  readonly talkers: Talker[] = [];
  /** Webhooks that were acknowledged. */
  acknowledged = 0;
  /** Webhooks that got no answer, and had to be delivered again. */
  unanswered = 0;
  readonly #parts: CrowdParts;
  #going: readonly Promise<void>[] = [];
  #isOver = false;

  constructor(parts: CrowdParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#letPlatformMisbehave();
    this.#going = [this.#echoSends(), ...Array.from({ length: this.#parts.size }, () => this.#talkOn())];
  }

  /** Resolves when everybody has finished what they were saying. */
  async finish(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#going);
  }

  async #talkOn(): Promise<void> {
    const { chance, rest } = this.#parts;
    while (!this.#isOver) {
      const account = chance.among([accounts.instagram, accounts.messenger]);
      const id = `88${String(this.talkers.length).padStart(13, '0')}`;
      const talker = new Talker(id, account, chance.among(dialogues));
      this.talkers.push(talker);
      await talker.talk((payload) => this.#deliver(payload), chance);
      await pause(chance.upTo(rest));
    }
  }

  /** As the platform does: again until it hears 200. */
  async #deliver(payload: Item): Promise<void> {
    while (!(await this.#parts.handOver(payload))) {
      this.unanswered += 1;
      await pause(5);
    }
    this.acknowledged += 1;
  }

  /** Most requests take a moment, so that kills find some on the wire; some are refused and may be tried again. */
  #letPlatformMisbehave(): void {
    const isSend = ({ method }: { readonly method: string }): boolean => method === 'POST';
    const { stage, chance } = this.#parts;
    // Of no code that is given up after a few tries: at this length somebody would meet it each time.
    const trouble = { kind: 'error', status: 500, code: 5_000, transient: true } as const;
    stage.meta.failWhile((target) => isSend(target) && chance.happens(0.08), trouble);
    stage.meta.failWhile((target) => isSend(target) && chance.happens(0.5), { kind: 'slow', ms: 40 });
  }

  /** Messenger tells of each message that arrived, so that what was on the wire at a kill is soon known; Instagram not. */
  async #echoSends(): Promise<void> {
    let told = 0;
    while (!this.#isOver) {
      const sends = this.#parts.stage.meta.sends().slice(told);
      told += sends.length;
      const echoes = sends
        .filter(({ delivered, accountId }) => delivered && accountId === accounts.messenger.id)
        .map((send) => thread(accounts.messenger, send.contactId).echoOf(send));
      if (echoes.length > 0) await this.#deliver(delivery(accounts.messenger, ...echoes));
      await pause(50);
    }
  }
}
