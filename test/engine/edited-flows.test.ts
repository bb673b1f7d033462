import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { Follower } from './stage/follower.js';
import type { Stage } from './stage/stage.js';
import { studioFiles } from './stage/studio-files.js';
import { it } from './stage/with-stage.js';

const hour = 3_600_000;
const policies = ['finish', 'migrate', 'restart'] as const;
type Policy = (typeof policies)[number];

/** Three questions, one of them in a flow of its own; every text says of which edition it is. */
function editionOf(policy: Policy, edition: number): Record<string, string> {
  const said = (text: string) => `${text} ${policy} e${edition}.`;
  const extra = edition % 2 === 0 ? `\n  - say: ${said('Something new')}` : '';
  return {
    [`${policy}.yaml`]: `flow: ${policy}
on_edit: ${policy}
start:
  - keyword: ${policy}
steps:${extra}
  - ask: ${said('First')}
    id: first
    save: first
    within: 2h
    otherwise:
      - say: ${said('Too late')}
      - end
  - run: ${policy}_inner
    id: inside
  - ask: ${said('Last')}
    id: last
    within: 2h
    otherwise: end
  - say: ${said('Done')}
  - outcome: done
`,
    [`${policy}_inner.yaml`]: `flow: ${policy}_inner
on_edit: ${policy}
steps:
  - ask: ${said('Inner')}
    id: inner
    within: 2h
    otherwise: end
`,
  };
}

function filesOf(edition: number) {
  return studioFiles(Object.assign({}, ...policies.map((policy) => editionOf(policy, edition))));
}

/** Somebody who goes through one of the flows, and what the bot must have said to them. */
class Walker {
  readonly follower: Follower;
  readonly policy: Policy;
  /** Edition that the run began with. */
  begun = 0;
  /** Edition that the last message came in. */
  last = 0;
  #read = 0;

  constructor(stage: Stage, policy: Policy) {
    this.follower = new Follower(stage);
    this.policy = policy;
  }

  update(text: string) {
    return this.follower.update(this.follower.message(text));
  }

  /** Everything said since this was last asked, as the editions that it names. */
  newEditions(): readonly number[] {
    const heard = this.follower.heard.slice(this.#read);
    this.#read += heard.length;
    return heard.map((text) => Number(/ e(\d+)\.$/.exec(text)?.[1]));
  }
}

/** Enough for all sends of a round: the platform takes 300 a second. */
const roundTime = 30_000;

async function saidBy(stage: Stage, walkers: readonly Walker[], text: (walker: Walker) => string) {
  const received = stage.engine.receive(walkers.map((walker) => walker.update(text(walker))));
  await stage.time.pass(roundTime);
  await received;
}

/** What each of them may be told after an answer, by the policy of their flow. */
function expectEditions(walker: Walker, editions: readonly number[], newest: number): void {
  const { policy } = walker;
  const expected = policy === 'finish' ? walker.begun : newest;
  const others = editions.filter((edition) => edition !== expected);
  expect(others, `${policy}, begun with ${walker.begun}, at ${newest}`).toEqual([]);
  if (policy === 'restart' && editions.length > 0) walker.begun = newest;
}

describe('flows that are edited under a thousand conversations', () => {
  it('leave nobody stuck, and answer nobody by a wrong version', { timeout: 240_000 }, async ({ stage }) => {
    const chance = fc.sample(fc.nat(99), { numRuns: 20_000, seed: 20_261 }).values();
    const isLucky = (percent: number) => (chance.next().value ?? 0) < percent;
    let edition = 1;
    stage.files = filesOf(edition);
    await stage.reload();
    const walkers = Array.from({ length: 1_000 }, (_, n) => new Walker(stage, policies[n % 3] ?? 'finish'));

    for (let round = 0; round < 5; round += 1) {
      const starting = walkers.filter(({ begun }) => begun === 0 && (round === 4 || isLucky(40)));
      for (const walker of starting) walker.begun = edition;
      await saidBy(stage, starting, ({ policy }) => policy);
      const going = walkers.filter(({ begun }) => begun > 0 && isLucky(60));
      for (const walker of walkers) expectEditions(walker, walker.newEditions(), edition);
      edition += 1;
      stage.files = filesOf(edition);
      await stage.reload();
      if (round === 2) {
        await stage.kill();
        await stage.start();
      }
      const open = await openRuns(going);
      await saidBy(stage, open, () => 'an answer');
      for (const walker of open) expectEditions(walker, walker.newEditions(), edition);
    }

    expect((await stage.store.runPlaces()).map(({ step }) => step)).toEqual(
      expect.arrayContaining(['first', 'inner', 'last']),
    );
    await stage.time.pass(3 * hour);
    await stage.time.pass(3 * hour);
    expect(await stage.store.runPlaces()).toEqual([]);
    expect(await stage.store.nextTimerAt()).toBeNull();
    expect(await stage.store.figures(stage.time.now())).toMatchObject({
      waitingEvents: 0,
      queuedMessages: 0,
    });
    expect(stage.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

/** Those of them whose run is open: what the others write would start nothing. */
async function openRuns(walkers: readonly Walker[]): Promise<readonly Walker[]> {
  const open: Walker[] = [];
  for (const walker of walkers) {
    const { run } = await walker.follower.conversation();
    if (run !== null) open.push(walker);
  }
  return open;
}
