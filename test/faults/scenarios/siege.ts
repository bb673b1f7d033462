import { setTimeout as pause } from 'node:timers/promises';
import { ServerProcess } from '../../e2e/driver/server-process.js';
import type { Chance } from '../chance.js';
import { Crowd } from '../load/crowd.js';
import type { Reach } from '../load/reach.js';
import type { Scene } from '../scene.js';

/** How many webhooks a server acknowledges at most before it is killed, and how long it lives at most, ms. */
const longestLife = { webhooks: 40, duration: 800 };
/** A kill comes so much after the last acknowledgement that is waited for, ms at most: while sends are on the wire. */
const afterthought = 30;
/** How often one is killed before it serves, and how long that one lives at most, ms. */
const killedAtStart = { often: 0.2, duration: 700 };

/** A server that is killed over and over while followers talk to it. */
export class Siege {
  readonly crowd: Crowd;
  /** From each kill until a webhook was acknowledged again, ms. */
  readonly recoveries: number[] = [];
  readonly #scene: Scene;
  readonly #chance: Chance;
  /** Opens when a server is there. */
  #gate = newGate();

  constructor(scene: Scene, chance: Chance) {
    this.#scene = scene;
    this.#chance = chance;
    this.crowd = new Crowd({ meta: scene.meta, reach: this.#throughGate(), chance, size: 24, rest: 0 });
  }

  /** Lets so many kills happen; then everybody finishes what they were saying. */
  async run(kills: number, show: (progress: string) => void): Promise<void> {
    this.crowd.start();
    let killedAt: number | null = null;
    for (let done = 0; done < kills; done += 1) {
      show(`${String(done)} kills, ${String(this.crowd.size)} followers`);
      if (this.#chance.happens(killedAtStart.often)) await this.#killWhileStarting();
      else killedAt = await this.#killWhileServing(killedAt);
    }
    await this.#scene.start();
    this.#gate.open();
    await this.crowd.finish();
  }

  async #killWhileServing(killedBefore: number | null): Promise<number> {
    await this.#scene.start();
    this.#gate.open();
    const before = this.crowd.acknowledged;
    await this.#serve(before + 1, longestLife.duration);
    if (killedBefore !== null) this.recoveries.push(performance.now() - killedBefore);
    await this.#serve(before + this.#chance.upTo(longestLife.webhooks), longestLife.duration);
    await pause(this.#chance.upTo(afterthought));
    this.#gate = newGate();
    const killedAt = performance.now();
    await this.#scene.server.kill();
    return killedAt;
  }

  async #serve(until: number, duration: number): Promise<void> {
    const end = Date.now() + duration;
    while (this.crowd.acknowledged < until && Date.now() < end) await pause(2);
  }

  async #killWhileStarting(): Promise<void> {
    const server = await ServerProcess.spawn(this.#scene.env);
    await pause(this.#chance.upTo(killedAtStart.duration));
    await server.kill();
  }

  #throughGate(): Reach {
    const { deliver, ask } = this.#scene.reach();
    return {
      deliver: async (payload) => {
        await this.#gate.isOpen;
        return deliver(payload);
      },
      ask: async (...question) => {
        await this.#gate.isOpen;
        return ask(...question);
      },
    };
  }
}

function newGate(): { readonly isOpen: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const isOpen = new Promise<void>((resolve) => (open = resolve));
  return { isOpen, open };
}
