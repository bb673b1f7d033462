import type { AccountAccess } from '../channels/channel.js';
import type { SupportedChannel } from '../core/channel.js';
import type { Workspace } from '../core/workspace.js';

/** An account with whose token we speak. */
export interface ConnectedAccount {
  readonly workspace: string;
  readonly name: string;
  readonly channel: SupportedChannel;
  /** The platform's id. */
  readonly id: string;
  readonly token: string;
  /** By which its platform proves what it delivers. */
  readonly secrets: readonly string[];
  /** See `AccountAccess`. */
  readonly page?: string;
  readonly business?: string;
}

/** In whose name its platform is called. */
export function accessTo({ id: accountId, token, page, business }: ConnectedAccount): AccountAccess {
  return {
    accountId,
    token,
    ...(page === undefined ? {} : { page }),
    ...(business === undefined ? {} : { business }),
  };
}

/** A look-up that counts as failed, since secrets that it sends are not in the environment. */
export interface UnaskableLookup {
  readonly workspace: string;
  readonly lookup: string;
  /** Names of the environment's variables that are not set. */
  readonly missing: readonly string[];
}

/** Everything that is served at one moment. Replaced as a whole, never changed in place (P8). */
export interface ServedSet {
  readonly workspaces: ReadonlyMap<string, Workspace>;
  readonly accounts: readonly ConnectedAccount[];
  readonly unaskableLookups: readonly UnaskableLookup[];
}

/** Holds the served set; a reload swaps it between two events. */
export class Workspaces {
  #served: ServedSet;
  #rejectedReload: string | null = null;
  #byPlatformId: ReadonlyMap<string, ConnectedAccount>;
  #byName: ReadonlyMap<string, ConnectedAccount>;

  constructor(served: ServedSet) {
    this.#served = served;
    [this.#byPlatformId, this.#byName] = indexAccounts(served.accounts);
  }

  /** Why the files on disk are not what is served; null: they are. */
  get rejectedReload(): string | null {
    return this.#rejectedReload;
  }

  get unaskableLookups(): readonly UnaskableLookup[] {
    return this.#served.unaskableLookups;
  }

  reject(because: string): void {
    this.#rejectedReload = because;
  }

  swap(served: ServedSet): void {
    this.#rejectedReload = null;
    this.#served = served;
    [this.#byPlatformId, this.#byName] = indexAccounts(served.accounts);
  }

  /** The same array as long as no account has changed. */
  get accounts(): readonly ConnectedAccount[] {
    return this.#served.accounts;
  }

  all(): readonly Workspace[] {
    return [...this.#served.workspaces.values()];
  }

  /** Throws where a conversation's workspace is no longer served: that event is kept, and shown. */
  get(name: string): Workspace {
    const workspace = this.#served.workspaces.get(name);
    if (workspace === undefined) throw new UnknownWorkspace(name);
    return workspace;
  }

  accountByPlatformId(channel: SupportedChannel, id: string): ConnectedAccount | undefined {
    return this.#byPlatformId.get(`${channel}/${id}`);
  }

  accountByName(workspace: string, name: string): ConnectedAccount | undefined {
    return this.#byName.get(`${workspace}/${name}`);
  }
}

class UnknownWorkspace extends Error {
  override readonly name = 'UnknownWorkspace';
  readonly code = 'unknown_workspace';
  readonly retryable = false;

  constructor(workspace: string) {
    super(`No workspace "${workspace}" is served; its folder has been removed or renamed.`);
  }
}

type AccountMap = ReadonlyMap<string, ConnectedAccount>;

function indexAccounts(accounts: readonly ConnectedAccount[]): [AccountMap, AccountMap] {
  return [
    new Map(accounts.map((account) => [`${account.channel}/${account.id}`, account])),
    new Map(accounts.map((account) => [`${account.workspace}/${account.name}`, account])),
  ];
}
