import type { Effect } from '../../core/effect.js';
import type { Engine } from '../../engine/engine.js';
import type { EngineLog } from '../../engine/ports.js';
import type { Workspaces } from '../../engine/workspaces.js';
import type { Assignable, QueueReads } from '../../store/queue.js';
import type { Staff } from '../../store/staff.js';
import { type AutomaticTeam, automaticTeams } from './automatic-teams.js';
import { chooseAssignee } from './choose-assignee.js';
import { PassedOver } from './passed-over.js';
import { callRoster, type Member } from './roster.js';

export interface AssignmentParts {
  readonly engine: Pick<Engine, 'assign' | 'onDecided'>;
  readonly store: Pick<Staff, 'listUsers'> &
    Pick<QueueReads, 'openAssignments' | 'unassignedHandoffs' | 'staleAssignments'>;
  readonly workspaces: Pick<Workspaces, 'all'>;
  /** Our clock, epoch ms. */
  readonly now: () => number;
  readonly log: Pick<EngineLog, 'warn'>;
}

/** Handoffs that are looked at together, and how often that is done for a team before the others have their turn. */
const batch = 100;
const mostBatches = 50;

/** How long a burst of what may free or need somebody is gathered, ms. */
const gathering = 50;

const ourselves = { name: 'assignment', id: null } as const;

/**
 * Gives the handoffs of teams that want it to whoever is there, and takes from those who do not answer in time. Says only
 * what is to be; whether it still can, and whether there is still room, is decided with it, so that two who do this at once
 * do no harm.
 */
export class Assignment {
  readonly #parts: AssignmentParts;
  readonly #passedOver = new PassedOver();
  readonly #dismiss: () => void;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #isWanted = false;
  #isClosed = false;

  constructor(parts: AssignmentParts) {
    this.#parts = parts;
    this.#dismiss = parts.engine.onDecided(({ effects }) => {
      if (effects.some(mayNeedSomebody)) this.wake();
    });
  }

  /** Somebody has come, or there may be something for somebody: soon, all of it is looked at. */
  wake(): void {
    if (this.#isClosed) return;
    this.#timer ??= setTimeout(() => void this.run(), gathering).unref();
  }

  /** Looks at all of it, one run at a time; resolves when what was there is given out. Never rejects. */
  run(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#isWanted = true;
    this.#running ??= this.#runWhileWanted().finally(() => (this.#running = null));
    return this.#running;
  }

  /** Begins nothing more, and resolves when what is under way is done. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#dismiss();
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#running;
  }

  async #runWhileWanted(): Promise<void> {
    while (this.#isWanted && !this.#isClosed) {
      this.#isWanted = false;
      const now = this.#parts.now();
      this.#passedOver.forget(now);
      for (const team of automaticTeams(this.#parts.workspaces.all(), now)) await this.#serve(team);
    }
  }

  async #serve(team: AutomaticTeam): Promise<void> {
    try {
      await this.#repeat(() => this.#passOn(team));
      await this.#repeat(() => this.#giveOut(team));
    } catch (err) {
      const { workspace, team: name } = team;
      this.#parts.log.warn(
        { err, workspace, team: name },
        'handoffs could not be assigned; that is tried again',
      );
    }
  }

  /** @param step Says whether there is more of it. */
  async #repeat(step: () => Promise<boolean>): Promise<void> {
    for (let times = 0; times < mostBatches && !this.#isClosed; times += 1) if (!(await step())) return;
  }

  async #giveOut({ workspace, team, rule }: AutomaticTeam): Promise<boolean> {
    const { store } = this.#parts;
    const now = this.#parts.now();
    // Those that nobody here may have must not hide the others.
    const limit = batch + this.#passedOver.size;
    const waiting = await store.unassignedHandoffs({ workspace, team }, limit, now);
    if (waiting.length === 0) return false;
    const desk = new Desk(await callRoster({ store }, { workspace, team }, now), now);
    let given = 0;
    for (const handoff of waiting) {
      const except = this.#passedOver.of(handoff.id, now);
      if (await this.#assignFirst(handoff, () => chooseAssignee(rule, desk.members, except), desk))
        given += 1;
    }
    return given > 0 && waiting.length === limit;
  }

  /** From those who let the contact wait, to somebody else; where nobody else can, back to everybody. */
  async #passOn({ workspace, team, rule, staleBefore, patience }: AutomaticTeam): Promise<boolean> {
    if (staleBefore === null) return false;
    const { store } = this.#parts;
    const now = this.#parts.now();
    const stale = await store.staleAssignments({ workspace, team }, staleBefore, batch, now);
    if (stale.length === 0) return false;
    const desk = new Desk(await callRoster({ store }, { workspace, team }, now), now);
    let moved = 0;
    for (const handoff of stale) {
      if (handoff.assigneeId !== null) this.#passedOver.add(handoff.id, handoff.assigneeId, now + patience);
      const except = this.#passedOver.of(handoff.id, now);
      const choose = () => chooseAssignee(rule, desk.members, except);
      if ((await this.#assignFirst(handoff, choose, desk)) || (await this.#assign(handoff, null)) === 'done')
        moved += 1;
    }
    return moved > 0 && stale.length === batch;
  }

  /** To the first who has still room when it is decided; false: nobody has. */
  async #assignFirst(handoff: Assignable, choose: () => Member | null, desk: Desk): Promise<boolean> {
    for (let chosen = choose(); chosen !== null; chosen = choose()) {
      const ending = await this.#assign(handoff, chosen);
      if (ending === 'done') desk.give(chosen);
      if (ending !== 'no_room') return ending === 'done';
      desk.fill(chosen);
    }
    return false;
  }

  async #assign(
    { conversationId, assigneeId: expected }: Assignable,
    to: Member | null,
  ): Promise<'done' | 'no_room' | 'gone'> {
    const given = to === null ? { to } : { to: { id: to.id, name: to.name }, most: to.capacity };
    const result = await this.#parts.engine.assign(conversationId, ourselves, { ...given, expected });
    if (result.ok) return 'done';
    return result.reason === 'no_room' ? 'no_room' : 'gone';
  }
}

/** What everybody has while handoffs are given out. */
class Desk {
  readonly #now: number;
  #members: readonly Member[];

  constructor(members: readonly Member[], now: number) {
    this.#members = members;
    this.#now = now;
  }

  get members(): readonly Member[] {
    return this.#members;
  }

  /** Somebody else has given them what there was room for. */
  fill({ id, capacity }: Member): void {
    this.#members = this.#members.map((one) => (one.id === id ? { ...one, open: capacity } : one));
  }

  /** Whoever is given one stands behind all others, also behind those who were given one in the same millisecond. */
  give({ id }: Member): void {
    const latest = Math.max(this.#now, ...this.#members.map(({ lastAt }) => (lastAt ?? 0) + 1));
    this.#members = this.#members.map((one) =>
      one.id === id ? { ...one, open: one.open + 1, lastAt: latest } : one,
    );
  }
}

/** Something has nobody, or somebody may have room again. */
function mayNeedSomebody(effect: Effect): boolean {
  if (effect.kind === 'openHandoff') return true;
  if (effect.kind !== 'updateHandoff') return false;
  const { assigneeId, team, closedAt, snoozedUntil } = effect.change;
  return assigneeId === null || team !== undefined || closedAt !== undefined || snoozedUntil !== undefined;
}
