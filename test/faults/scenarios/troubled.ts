import { setTimeout as pause } from 'node:timers/promises';
import type { ServerProcess } from '../../e2e/driver/server-process.js';
import { Crowd } from '../load/crowd.js';
import type { Outcome, Setting } from '../scenario.js';
import { describeEnding, Scene, type SceneOptions } from '../scene.js';
import { aftermath, atLeast, within } from './aftermath.js';

/** How many webhooks are acknowledged between two faults, at most. */
const mostBetween = 40;
/** A fault lasts so long, ms at most. */
const longest = 1_500;
/** When a server counts as not coming back, ms. */
const slowestRecovery = 60_000;

/** Something that befalls a server, and ends. */
export interface Trouble {
  /** Strikes; resolves when it is there. */
  readonly strike: (scene: Scene) => Promise<void> | void;
  /** Ends it; resolves when it is gone, and the server may recover. */
  readonly lift: (scene: Scene) => Promise<void> | void;
  /** How long it lasts, ms; missing: by chance, some of it. */
  readonly lasts?: number;
  /** What is to be so while it is there: complaints. */
  readonly look?: (scene: Scene, crowd: Crowd) => Promise<readonly string[]>;
}

export interface Plan {
  readonly troubles: readonly [Trouble, ...Trouble[]];
  readonly scene?: SceneOptions;
  /** Before the first server starts. */
  readonly prepare?: (scene: Scene) => Promise<void>;
  /** Whether webhooks must have been refused or unanswered, lest nothing was tried. */
  readonly isFelt?: boolean;
}

/** Lets trouble come and go while followers talk to a server, and holds what is left against what is promised. */
export async function trouble({ engine, trials, chance, show }: Setting, plan: Plan): Promise<Outcome> {
  return within(await Scene.set(engine, plan.scene), async (scene) => {
    await plan.prepare?.(scene);
    await scene.start();
    const crowd = new Crowd({ meta: scene.meta, reach: scene.reach(), chance, size: 12, rest: 50 });
    crowd.start();
    const recoveries: number[] = [];
    const complaints: string[] = [];
    for (let done = 0; done < trials; done += 1) {
      show(`${String(done)} times, ${String(crowd.size)} chats`);
      const one = plan.troubles[done % plan.troubles.length] ?? plan.troubles[0];
      await serve(crowd, crowd.acknowledged + chance.upTo(mostBetween), scene.server);
      await one.strike(scene);
      await pause(one.lasts ?? chance.upTo(longest));
      complaints.push(...((await one.look?.(scene, crowd)) ?? []));
      const liftedAt = performance.now();
      await one.lift(scene);
      await serve(crowd, crowd.acknowledged + 1, scene.server);
      recoveries.push(performance.now() - liftedAt);
    }
    await crowd.finish();
    const felt = atLeast(
      plan.isFelt === false ? 0 : trials,
      crowd.unanswered,
      'webhooks that the fault struck',
    );
    return aftermath(scene, crowd, { trials, recoveries, others: [...complaints, ...felt] });
  });
}

/**
 * Until so many webhooks are acknowledged. @throws {Error} where nothing is acknowledged for long, or `server`, which was to
 * outlive it all, has ended
 */
export async function serve(crowd: Crowd, until: number, server?: ServerProcess): Promise<void> {
  const end = performance.now() + slowestRecovery;
  while (crowd.acknowledged < until) {
    if (server?.hasEnded === true) throw new Error(describeEnding(await server.ending()));
    if (performance.now() > end) throw new Error('The server acknowledged nothing for a minute.');
    await pause(2);
  }
}
