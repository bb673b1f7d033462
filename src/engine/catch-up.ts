import type { Channel, Gap, ParsedUpdate } from '../channels/channel.js';
import type { SupportedChannel } from '../core/channel.js';
import type { Store } from '../store/store.js';
import type { Hearing } from './hearing.js';
import type { Clock, EngineLog } from './ports.js';
import { sleep } from './sleep.js';
import { isStop } from './stop-updates.js';
import { accessTo, type ConnectedAccount } from './workspaces.js';

interface CatchUpParts {
  readonly store: Pick<Store, 'readAccountState'>;
  readonly channels: ReadonlyMap<SupportedChannel, Channel>;
  readonly hearing: Hearing;
  /** Resolves when they are on disk. */
  readonly receive: (updates: readonly ParsedUpdate[]) => Promise<unknown>;
  readonly clock: Clock;
  readonly log: EngineLog;
  /** Aborted when the server is about to end. */
  readonly signal: AbortSignal;
}

/** What is being fetched at the moment. */
export interface CatchUpUnderWay {
  /** Workspace and name: `main/studio_ig`. */
  readonly account: string;
  /** Epoch ms. */
  readonly since: number;
  /** Updates found so far, and how many of them are taken in. */
  readonly found: number;
  readonly taken: number;
}

const minute = 60_000;

/** An account that was not listened to for so long has missed nothing that its platform would not deliver again. */
const shortDeafness = 2 * minute;
/** What was delivered shortly before may not have been answered any more. */
const overlap = 5 * minute;
const longestGap = 24 * 60 * minute;

/** Taken in by one commit: webhooks that arrive meanwhile go between two. */
const batch = 50;

/** Before each further try, ms. */
const pauses = [10_000, minute, 5 * minute];

/**
 * Fetches what was said while no process listened, and takes it in as if it had been delivered: STOP before all else,
 * whoever said it and when. What was delivered all the same is known by its key.
 */
export class CatchUp {
  readonly #parts: CatchUpParts;
  readonly #underWay = new Map<string, CatchUpUnderWay>();

  constructor(parts: CatchUpParts) {
    this.#parts = parts;
  }

  underWay(): readonly CatchUpUnderWay[] {
    return [...this.#underWay.values()];
  }

  /** For every account that can be asked; in the background. */
  begin(): void {
    for (const account of this.#parts.hearing.accounts()) void this.#catchUp(account);
  }

  async #catchUp(account: ConnectedAccount): Promise<void> {
    const { hearing, log, signal } = this.#parts;
    const facts = { workspace: account.workspace, account: account.name };
    hearing.fallBehind(account);
    for (const pause of [...pauses, null]) {
      try {
        await this.#tryOnce(account);
        return;
      } catch (err) {
        if (signal.aborted) return;
        log.warn({ ...facts, err }, 'what was said in a down-time could not be fetched');
      }
      if (pause === null || !(await sleep(pause, signal))) break;
    }
    // What is missed now stays missed: listening goes on, and the next down-time begins where it ends.
    hearing.catchUp(account);
    if (!signal.aborted) log.error(facts, 'what was said in a down-time is not fetched any more');
  }

  async #tryOnce(account: ConnectedAccount): Promise<void> {
    const { store, hearing, clock } = this.#parts;
    const { workspace, name } = account;
    const now = clock.now();
    const { heardUntil = null } = (await store.readAccountState(workspace, name)) ?? {};
    if (heardUntil !== null && now - heardUntil > shortDeafness)
      await this.#fetch(account, { since: Math.max(heardUntil - overlap, now - longestGap), now });
    hearing.catchUp(account);
    await hearing.note(account, now);
  }

  async #fetch(account: ConnectedAccount, gap: Omit<Gap, 'account'>): Promise<void> {
    const { channels, log, signal } = this.#parts;
    const key = `${account.workspace}/${account.name}`;
    const facts = { workspace: account.workspace, account: account.name };
    log.info({ ...facts, since: new Date(gap.since).toISOString() }, 'fetching what was said in a down-time');
    const missed: ParsedUpdate[] = [];
    const show = (taken: number): void =>
      void this.#underWay.set(key, { account: key, since: gap.since, found: missed.length, taken });
    show(0);
    try {
      const pages = channels.get(account.channel)?.catchUp?.({ account: accessTo(account), ...gap }, signal);
      for await (const page of pages ?? []) {
        missed.push(...page);
        show(0);
      }
    } finally {
      // What was found before a fault is taken in: a STOP does not wait for the next try.
      await this.#takeIn(missed, show).finally(() => this.#underWay.delete(key));
    }
    log.info({ ...facts, found: missed.length }, 'what was said in a down-time is taken in');
  }

  async #takeIn(missed: readonly ParsedUpdate[], show: (taken: number) => void): Promise<void> {
    const { receive, signal } = this.#parts;
    const inTurn = [...missed.filter(isStop), ...missed.filter((update) => !isStop(update))];
    for (let at = 0; at < inTurn.length; at += batch) {
      signal.throwIfAborted();
      await receive(inTurn.slice(at, at + batch));
      show(Math.min(at + batch, inTurn.length));
    }
  }
}
