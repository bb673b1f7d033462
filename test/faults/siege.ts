import { setTimeout as pause } from 'node:timers/promises';
import { ServerProcess } from '../e2e/driver/server-process.js';
import type { Stage } from '../e2e/driver/stage.js';
import type { Item } from '../platforms/meta-payloads.js';
import type { Chance } from './chance.js';
import { Crowd } from './crowd.js';

/** How many webhooks a server acknowledges at most before it is killed, and how long it lives at most, ms. */
const longestLife = { webhooks: 40, duration: 800 };
/** A kill comes so much after the last acknowledgement that is waited for, ms at most: while sends are on the wire. */
const afterthought = 30;
/** How often one is killed before it serves, and how long that one lives at most, ms. */
const killedAtStart = { often: 0.2, duration: 700 };

/** A server that is killed over and over while followers talk to it. */
export class Siege {
  readonly crowd: Crowd;
  readonly #stage: Stage;
  readonly #chance: Chance;
  /** Opens when a server is there. */
  #gate = newGate();

  constructor(stage: Stage, chance: Chance) {
    this.#stage = stage;
    this.#chance = chance;
    const handOver = (payload: Item) => this.#handOver(payload);
    this.crowd = new Crowd({ stage, chance, size: 24, rest: 0, handOver });
  }

  /** Lets so many kills happen; then everybody finishes what they were saying. */
  async run(kills: number): Promise<void> {
    this.crowd.start();
    for (let done = 0; done < kills; done += 1) {
      if (this.#chance.happens(killedAtStart.often)) await this.#killWhileStarting();
      else await this.#killWhileServing();
    }
    await this.#stage.start();
    this.#gate.open();
    await this.crowd.finish();
  }

  async #killWhileServing(): Promise<void> {
    await this.#stage.start();
    this.#gate.open();
    await this.#serve(this.crowd.acknowledged + this.#chance.upTo(longestLife.webhooks));
    this.#gate = newGate();
    await this.#stage.server.kill();
  }

  async #serve(until: number): Promise<void> {
    const end = Date.now() + longestLife.duration;
    while (this.crowd.acknowledged < until && Date.now() < end) await pause(2);
    await pause(this.#chance.upTo(afterthought));
  }

  async #killWhileStarting(): Promise<void> {
    const server = await ServerProcess.spawn(this.#stage.env);
    await pause(this.#chance.upTo(killedAtStart.duration));
    await server.kill();
  }

  async #handOver(payload: Item): Promise<boolean> {
    await this.#gate.isOpen;
    try {
      return (await this.#stage.deliver(payload)).status === 200;
    } catch {
      // The server died over it, or had died before.
      return false;
    }
  }
}

function newGate(): { readonly isOpen: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const isOpen = new Promise<void>((resolve) => (open = resolve));
  return { isOpen, open };
}
