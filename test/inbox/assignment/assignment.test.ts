import { describe, expect, inject, test } from 'vitest';
import type { Team } from '../../../src/core/resources.js';
import { Assignment } from '../../../src/inbox/assignment/assignment.js';
import type { HandoffView } from '../../../src/store/reads.js';
import type { StaffUser } from '../../../src/store/staff.js';
import { Follower } from '../../engine/stage/follower.js';
import { Stage } from '../../engine/stage/stage.js';
import { flowFile, studioFiles } from '../../engine/stage/studio-files.js';
import { letIn, staffUser } from '../../store/contract/staff.js';

const files = studioFiles({ 'help.yaml': flowFile('help', '\n  - handoff: sales\n') });
const minute = 60_000;

/** The studio with a second team, and a word for each. */
const twoTeams = studioFiles({
  'help.yaml': flowFile('help', '\n  - handoff: sales\n'),
  'care.yaml': flowFile('care', '\n  - handoff: support\n'),
}).map(({ path, text }) => ({
  path,
  text: text.replace('teams:', 'teams:\n  support: { title: Support }'),
}));

const it = test.extend<{ readonly stage: Stage }>({
  stage: async ({}, use) => {
    const stage = await Stage.open({ files });
    await use(stage);
    await stage.close();
  },
});

/** How many each is to get where many are given out: a commit costs more where a server is asked for it. */
const share = inject('engine') === 'sqlite' ? 200 : 20;

/** The service on a stage whose teams, or `only` the one, give their handoffs out so. */
function serviceOf(stage: Stage, rules: Partial<Team>, only?: string): Assignment {
  const all = () =>
    stage.workspaces.all().map((workspace) => ({
      ...workspace,
      teams: new Map(
        [...workspace.teams]
          .filter(([name]) => only === undefined || name === only)
          .map(([name, team]) => [name, { ...team, ...rules }]),
      ),
    }));
  const { engine, busyStore: store } = stage;
  const log = { warn: (facts: object) => expect.unreachable(JSON.stringify(facts)) };
  return new Assignment({ engine, store, workspaces: { all }, now: () => stage.time.now(), log });
}

/** Somebody of the sales team with a page open, unless it is said otherwise. */
async function hire(stage: Stage, id: string, change: Partial<StaffUser> = {}): Promise<void> {
  const [workspace] = stage.workspaces.all();
  const name = workspace?.name ?? '';
  await letIn(
    stage.store,
    staffUser(id, { workspaces: [name], teams: [`${name}/sales`], capacity: 1_000, ...change }),
  );
  await stage.store.sawUser(id, stage.time.now());
}

/** So many followers ask for a person, in the order in which they are returned. */
async function ask(stage: Stage, count: number, word = 'help'): Promise<readonly Follower[]> {
  const followers = Array.from({ length: count }, () => new Follower(stage));
  const { engine, time } = stage;
  await time.passUntil(engine.receive(followers.map((one) => one.update(one.message(word)))));
  return followers;
}

async function run(stage: Stage, ...services: readonly Assignment[]): Promise<void> {
  await stage.time.passUntil(Promise.all(services.map((service) => service.run())));
}

async function openHandoffs({ store }: Stage): Promise<readonly HandoffView[]> {
  const all: HandoffView[] = [];
  let after: string | null = null;
  do {
    const page = await store.listHandoffs({}, { after, limit: 500 });
    all.push(...page.items);
    after = page.next;
  } while (after !== null);
  return all.filter(({ closedAt }) => closedAt === null);
}

/** How many everybody has, nobody as `null`. */
async function shares(stage: Stage): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const { assigneeId } of await openHandoffs(stage))
    counts[String(assigneeId)] = (counts[String(assigneeId)] ?? 0) + 1;
  return counts;
}

async function assigneeOf(follower: Follower): Promise<string | null> {
  return (await follower.conversation()).handoff?.assignee?.id ?? null;
}

/** Counts how often something was given to somebody. */
function countGifts(stage: Stage): ReadonlyMap<string, number> {
  const gifts = new Map<string, number>();
  stage.engine.onDecided(({ conversationId, effects }) => {
    for (const effect of effects)
      if (effect.kind === 'updateHandoff' && typeof effect.change.assigneeId === 'string')
        gifts.set(conversationId, (gifts.get(conversationId) ?? 0) + 1);
  });
  return gifts;
}

describe('assignment', () => {
  it('gives many handoffs to five people by turns, each the same share', async ({ stage }) => {
    for (const id of ['ann', 'bob', 'cas', 'dov', 'eve']) await hire(stage, id);
    await ask(stage, 5 * share);
    await run(stage, serviceOf(stage, { assign: 'round_robin' }));
    expect(await shares(stage)).toEqual({ ann: share, bob: share, cas: share, dov: share, eve: share });
  });

  it('goes on by turns where it was, one handoff after the other', async ({ stage }) => {
    for (const id of ['ann', 'bob', 'cas']) await hire(stage, id);
    const service = serviceOf(stage, { assign: 'round_robin' });
    const given: (string | null)[] = [];
    for (let times = 0; times < 7; times += 1) {
      const [follower] = await ask(stage, 1);
      await stage.time.pass(1_000);
      await run(stage, service);
      if (follower !== undefined) given.push(await assigneeOf(follower));
    }
    expect(given).toEqual(['ann', 'bob', 'cas', 'ann', 'bob', 'cas', 'ann']);
  });

  it('gives to whoever has the fewest, where load counts', async ({ stage }) => {
    await hire(stage, 'ann');
    await ask(stage, 6);
    const service = serviceOf(stage, { assign: 'least_busy' });
    await run(stage, service);
    await hire(stage, 'bob');
    await ask(stage, 8);
    await run(stage, service);
    expect(await shares(stage)).toEqual({ ann: 7, bob: 7 });
  });

  it('gives nobody more than they take, and the next one as soon as there is room', async ({ stage }) => {
    await hire(stage, 'ann', { capacity: 3 });
    await hire(stage, 'bob', { capacity: 0 });
    await ask(stage, 10);
    const service = serviceOf(stage, { assign: 'round_robin' });
    await run(stage, service);
    expect(await shares(stage)).toEqual({ ann: 3, null: 7 });
    const { engine, time } = stage;
    const theirs = (await openHandoffs(stage)).filter(({ assigneeId }) => assigneeId === 'ann');
    for (const { conversationId } of theirs)
      await time.passUntil(
        engine.resolve(conversationId, { id: 'ann', name: 'Ann' }, { outcome: null, asksForRating: false }),
      );
    await time.pass(1_000);
    expect(await shares(stage)).toEqual({ ann: 3, null: 4 });
    await service.close();
  });

  it('gives nobody more than they take, though two teams give to the same people at once', async ({}) => {
    const stage = await Stage.open({ files: twoTeams });
    const teams = ['main/sales', 'main/support'];
    await hire(stage, 'ann', { capacity: 3, teams });
    await hire(stage, 'bob', { capacity: 4, teams });
    await ask(stage, 20);
    await ask(stage, 20, 'care');
    const rules: Partial<Team> = { assign: 'least_busy' };
    await run(stage, serviceOf(stage, rules, 'sales'), serviceOf(stage, rules, 'support'));
    expect(await shares(stage)).toEqual({ ann: 3, bob: 4, null: 33 });
    await stage.close();
  });

  it('gives to nobody who is not here, away, gone, only looks, or works elsewhere', async ({ stage }) => {
    await hire(stage, 'offline');
    await stage.time.pass(2 * minute);
    await hire(stage, 'away', { availability: 'away' });
    await hire(stage, 'disabled', { isDisabled: true });
    await hire(stage, 'viewer', { role: 'viewer' });
    await hire(stage, 'other-team', { teams: ['main/support'] });
    await hire(stage, 'other-workspace', { workspaces: ['elsewhere'] });
    await ask(stage, 5);
    const service = serviceOf(stage, { assign: 'least_busy' });
    await run(stage, service);
    expect(await shares(stage)).toEqual({ null: 5 });
    await hire(stage, 'ann');
    service.wake();
    await stage.time.pass(1_000);
    expect(await shares(stage)).toEqual({ ann: 5 });
  });

  it('leaves to people what teams give out by hand', async ({ stage }) => {
    await hire(stage, 'ann');
    await ask(stage, 3);
    await run(stage, serviceOf(stage, {}));
    expect(await shares(stage)).toEqual({ null: 3 });
  });

  it('gives a handoff that opens to somebody by itself', async ({ stage }) => {
    await hire(stage, 'ann');
    const service = serviceOf(stage, { assign: 'round_robin' });
    const [follower] = await ask(stage, 1);
    await stage.time.pass(1_000);
    expect(follower && (await assigneeOf(follower))).toBe('ann');
    await service.close();
  });

  it('gives each handoff to one person, though two processes give them out at once', async ({ stage }) => {
    for (const id of ['ann', 'bob', 'cas']) await hire(stage, id);
    await ask(stage, 3 * share);
    const gifts = countGifts(stage);
    const rules: Partial<Team> = { assign: 'round_robin' };
    await run(
      stage,
      serviceOf(stage, rules),
      serviceOf(stage, rules),
      serviceOf(stage, { assign: 'least_busy' }),
    );
    expect((await shares(stage))['null']).toBeUndefined();
    expect(gifts.size).toBe(3 * share);
    expect(new Set(gifts.values())).toEqual(new Set([1]));
  });
});

describe('re-assignment', () => {
  const rules: Partial<Team> = { assign: 'round_robin', reassignAfter: 10 * minute };

  /** Time in which people stay here, with a sweep at its end. */
  async function wait(
    stage: Stage,
    service: Assignment,
    duration: number,
    ...here: readonly string[]
  ): Promise<void> {
    await stage.time.pass(duration);
    for (const id of here) await stage.store.sawUser(id, stage.time.now());
    await run(stage, service);
  }

  it('gives to somebody else what somebody leaves waiting, and not what they have answered', async ({
    stage,
  }) => {
    await hire(stage, 'ann');
    const service = serviceOf(stage, rules);
    const [silent, answered] = (await ask(stage, 2)) as [Follower, Follower];
    await run(stage, service);
    await hire(stage, 'bob');
    const { engine, time } = stage;
    const id = await answered.conversationId();
    await time.passUntil(engine.reply(id, { id: 'ann', name: 'Ann' }, { text: 'Here I am.' }, 'request-1'));
    await wait(stage, service, 9 * minute, 'ann', 'bob');
    expect(await assigneeOf(silent)).toBe('ann');
    await wait(stage, service, 2 * minute, 'ann', 'bob');
    expect(await assigneeOf(silent)).toBe('bob');
    expect(await assigneeOf(answered)).toBe('ann');
  });

  it('gives back to everybody what nobody else can take, and for a while not to the same one again', async ({
    stage,
  }) => {
    await hire(stage, 'ann');
    const service = serviceOf(stage, rules);
    const [follower] = (await ask(stage, 1)) as [Follower];
    await run(stage, service);
    await wait(stage, service, 11 * minute, 'ann');
    expect(await assigneeOf(follower)).toBeNull();
    await wait(stage, service, 5 * minute, 'ann');
    expect(await assigneeOf(follower)).toBeNull();
    await wait(stage, service, 6 * minute, 'ann');
    expect(await assigneeOf(follower)).toBe('ann');
  });

  it('finds somebody else before their office hours are over, and not by the hours of the night', async ({
    stage,
  }) => {
    const day = [{ from: 9 * 60, to: 10 * 60 + 5 }];
    const service = serviceOf(stage, { ...rules, timezone: 'Europe/Berlin', hours: { 1: day, 2: day } });
    await hire(stage, 'ann');
    const [follower] = (await ask(stage, 1)) as [Follower];
    await run(stage, service);
    await hire(stage, 'bob');
    await wait(stage, service, 12 * 60 * minute, 'ann', 'bob');
    expect(await assigneeOf(follower)).toBe('ann');
    await wait(stage, service, 11 * 60 * minute + 6 * minute, 'ann', 'bob');
    expect(await assigneeOf(follower)).toBe('bob');
  });
});
