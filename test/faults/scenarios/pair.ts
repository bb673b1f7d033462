import { setTimeout as pause } from 'node:timers/promises';
import type { ServerProcess } from '../../e2e/driver/server-process.js';
import type { Chance } from '../chance.js';
import { Crowd } from '../load/crowd.js';
import type { Reach } from '../load/reach.js';
import type { Scene } from '../scene.js';
import type { Orphans } from './orphans.js';

/** How many webhooks are acknowledged before the next kill, at most. */
const longestLife = 60;
/** Between two looks at what a killed server has left, and when we stop looking, ms. */
const looks = { pause: 100, end: 60_000 };

interface Member {
  /** By which the database knows its connections. */
  readonly name: string;
  readonly server: ServerProcess;
}

/** What one kill has led to. */
export interface TakeOver {
  /** Messages on the wire and jobs that the killed one had, and the other had not yet taken over at the first look. */
  readonly orphans: number;
  /** From the kill until none of these was left, ms. */
  readonly took: number;
}

/** Two servers on one database, behind one address: what comes is given to the one and to the other in turn. */
export class Pair {
  readonly crowd: Crowd;
  readonly #scene: Scene;
  readonly #chance: Chance;
  readonly #orphans: Orphans;
  readonly #members: Member[] = [];
  #handedOver = 0;
  #started = 0;

  constructor(scene: Scene, chance: Chance, orphans: Orphans) {
    this.#scene = scene;
    this.#chance = chance;
    this.#orphans = orphans;
    this.crowd = new Crowd({ meta: scene.meta, reach: this.#inTurn(), chance, size: 12, rest: 1_000 });
  }

  /** Lets one of the two be killed so many times, and started again when the other has taken over. */
  async run(kills: number, show: (progress: string) => void): Promise<readonly TakeOver[]> {
    this.#members.push(await this.#startOne(), await this.#startOne());
    this.crowd.start();
    const takeOvers: TakeOver[] = [];
    while (takeOvers.length < kills) {
      show(`${String(takeOvers.length)} kills, ${String(this.crowd.size)} chats`);
      const killed = this.#chance.among([0, 1]);
      await this.#serve();
      takeOvers.push(await this.#kill(this.#members[killed]!));
      this.#members[killed] = await this.#startOne();
    }
    await this.crowd.finish();
    return takeOvers;
  }

  async #startOne(): Promise<Member> {
    this.#started += 1;
    const name = `server ${this.#started}`;
    const url = new URL(this.#scene.databaseUrl);
    url.searchParams.set('application_name', name);
    return { name, server: await this.#scene.start({ DATABASE_URL: url.href }) };
  }

  async #serve(): Promise<void> {
    const until = this.crowd.acknowledged + this.#chance.upTo(longestLife);
    while (this.crowd.acknowledged < until) await pause(2);
  }

  async #kill({ name, server }: Member): Promise<TakeOver> {
    const began = performance.now();
    await server.kill();
    while ((await this.#orphans.countConnections(name)) > 0) await pause(1);
    const orphans = await this.#orphans.count();
    const took = () => performance.now() - began;
    while ((await this.#orphans.count()) > 0 && took() < looks.end) await pause(looks.pause);
    return { orphans, took: took() };
  }

  /** One that is gone gives no answer, and then it is the other's turn. */
  #inTurn(): Reach {
    return this.#scene.reach(() => {
      this.#handedOver += 1;
      return this.#members[this.#handedOver % 2]!.server;
    });
  }
}
