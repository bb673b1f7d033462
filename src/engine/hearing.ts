import type { SupportedChannel } from '../core/channel.js';
import type { Channel, ParsedUpdate } from '../channels/channel.js';
import type { Store } from '../store/store.js';
import type { Clock } from './ports.js';
import type { ConnectedAccount, Workspaces } from './workspaces.js';

interface HearingParts {
  readonly store: Pick<Store, 'changeAccountState'>;
  readonly channels: ReadonlyMap<SupportedChannel, Channel>;
  readonly workspaces: Workspaces;
  readonly clock: Clock;
}

/** How often it is noted at most, ms. */
const notePause = 60_000;

/**
 * Notes of each account up to when it was listened to, so that a later process knows what it may have missed. Only of those
 * whose platform can be asked for it.
 */
export class Hearing {
  readonly #parts: HearingParts;
  readonly #notedAt = new Map<string, number>();
  /** Accounts of which something is still being fetched: as long as that is not done, nothing new is noted of them. */
  readonly #behind = new Set<string>();

  constructor(parts: HearingParts) {
    this.#parts = parts;
  }

  /** Accounts whose platform can be asked for what was missed. */
  accounts(): readonly ConnectedAccount[] {
    const { channels, workspaces } = this.#parts;
    return workspaces.accounts.filter(({ channel }) => channels.get(channel)?.catchUp !== undefined);
  }

  /** These have arrived, and are on disk. Nobody waits for the note: the next one makes up for it where it fails. */
  heard(updates: readonly ParsedUpdate[]): void {
    const { channels, workspaces, clock } = this.#parts;
    const now = clock.now();
    const accounts = new Set(
      updates
        .filter(({ channel }) => channels.get(channel)?.catchUp !== undefined)
        .map(({ channel, accountId }) => workspaces.accountByPlatformId(channel, accountId)),
    );
    for (const account of accounts) {
      if (account === undefined || now < (this.#notedAt.get(keyOf(account)) ?? -Infinity) + notePause)
        continue;
      this.note(account, now).catch(() => undefined);
    }
  }

  /** It was listened to until then. */
  async note(account: ConnectedAccount, until: number): Promise<void> {
    if (this.#behind.has(keyOf(account))) return;
    this.#notedAt.set(keyOf(account), until);
    const { workspace, name } = account;
    await this.#parts.store.changeAccountState(workspace, name, { heardUntil: until }, { now: until });
  }

  fallBehind(account: ConnectedAccount): void {
    this.#behind.add(keyOf(account));
  }

  catchUp(account: ConnectedAccount): void {
    this.#behind.delete(keyOf(account));
  }

  /** The end of listening. */
  async end(): Promise<void> {
    const now = this.#parts.clock.now();
    await Promise.allSettled(this.accounts().map((account) => this.note(account, now)));
  }
}

function keyOf({ workspace, name }: ConnectedAccount): string {
  return `${workspace}/${name}`;
}
