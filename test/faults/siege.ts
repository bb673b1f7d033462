import { setTimeout as pause } from 'node:timers/promises';
import { ServerProcess } from '../e2e/driver/server-process.js';
import type { Stage } from '../e2e/driver/stage.js';
import { accounts } from '../e2e/driver/workspace-folder.js';
import { delivery, type Item, thread } from '../platforms/meta-payloads.js';
import type { Chance } from './chance.js';
import { dialogues } from './dialogue.js';
import { Talker } from './talker.js';

/** How many followers talk at the same time. */
const crowd = 24;
/** How many webhooks a server acknowledges at most before it is killed, and how long it lives at most, ms. */
const longestLife = { webhooks: 40, duration: 800 };
/** A kill comes so much after the last acknowledgement that is waited for, ms at most: while sends are on the wire. */
const afterthought = 30;
/** How often one is killed before it serves, and how long that one lives at most, ms. */
const killedAtStart = { often: 0.2, duration: 700 };

/** A server that is killed over and over while followers talk to it and the platform misbehaves a little. */
export class Siege {
  readonly talkers: Talker[] = [];
  /** Webhooks that got no answer, and had to be delivered again. */
  unanswered = 0;
  readonly #stage: Stage;
  readonly #chance: Chance;
  #acknowledged = 0;
  #isOver = false;
  /** Opens when a server is there. */
  #gate = newGate();

  constructor(stage: Stage, chance: Chance) {
    this.#stage = stage;
    this.#chance = chance;
  }

  /** Lets so many kills happen; then everybody finishes what they were saying. */
  async run(kills: number): Promise<void> {
    this.#letPlatformMisbehave();
    const going = [this.#echoSends(), ...Array.from({ length: crowd }, () => this.#talkOn())];
    for (let done = 0; done < kills; done += 1) {
      if (this.#chance.happens(killedAtStart.often)) await this.#killWhileStarting();
      else await this.#killWhileServing();
    }
    this.#isOver = true;
    await this.#stage.start();
    this.#gate.open();
    await Promise.all(going);
  }

  async #killWhileServing(): Promise<void> {
    await this.#stage.start();
    this.#gate.open();
    await this.#serve(this.#acknowledged + this.#chance.upTo(longestLife.webhooks));
    this.#gate = newGate();
    await this.#stage.server.kill();
  }

  async #serve(until: number): Promise<void> {
    const end = Date.now() + longestLife.duration;
    while (this.#acknowledged < until && Date.now() < end) await pause(2);
    await pause(this.#chance.upTo(afterthought));
  }

  async #killWhileStarting(): Promise<void> {
    const server = await ServerProcess.spawn(this.#stage.env);
    await pause(this.#chance.upTo(killedAtStart.duration));
    await server.kill();
  }

  async #talkOn(): Promise<void> {
    while (!this.#isOver) {
      const account = this.#chance.among([accounts.instagram, accounts.messenger]);
      const id = `88${String(this.talkers.length).padStart(13, '0')}`;
      const talker = new Talker(id, account, this.#chance.among(dialogues));
      this.talkers.push(talker);
      await talker.talk((payload) => this.#deliver(payload), this.#chance);
    }
  }

  /** As the platform does: again until it hears 200. */
  async #deliver(payload: Item): Promise<void> {
    while (!(await this.#isTaken(payload))) {
      this.unanswered += 1;
      await pause(5);
    }
    this.#acknowledged += 1;
  }

  async #isTaken(payload: Item): Promise<boolean> {
    await this.#gate.isOpen;
    try {
      return (await this.#stage.deliver(payload)).status === 200;
    } catch {
      // The server died over it, or had died before.
      return false;
    }
  }

  /** Most requests take a moment, so that kills find some on the wire; some are refused and may be tried again. */
  #letPlatformMisbehave(): void {
    const isSend = ({ method }: { readonly method: string }): boolean => method === 'POST';
    const { meta } = this.#stage;
    meta.failWhile((target) => isSend(target) && this.#chance.happens(0.08), { kind: 'error', code: 2 });
    meta.failWhile((target) => isSend(target) && this.#chance.happens(0.5), { kind: 'slow', ms: 40 });
  }

  /** Messenger tells of each message that arrived, so that what was on the wire at a kill is soon known; Instagram not. */
  async #echoSends(): Promise<void> {
    let told = 0;
    while (!this.#isOver) {
      const sends = this.#stage.meta.sends().slice(told);
      told += sends.length;
      const echoes = sends
        .filter(({ delivered, accountId }) => delivered && accountId === accounts.messenger.id)
        .map((send) => thread(accounts.messenger, send.contactId).echoOf(send));
      if (echoes.length > 0) await this.#deliver(delivery(accounts.messenger, ...echoes));
      await pause(50);
    }
  }
}

function newGate(): { readonly isOpen: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const isOpen = new Promise<void>((resolve) => (open = resolve));
  return { isOpen, open };
}
