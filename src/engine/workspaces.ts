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
  /** What a new token is asked for by at first, where that is not the token itself; renewed ones stand in the store. */
  readonly refreshToken?: string;
  readonly client?: AccountAccess['client'];
}

/** In whose name its platform is called. */
export function accessTo(account: ConnectedAccount): AccountAccess {
  const { id: accountId, token, page, business, client } = account;
  return {
    accountId,
    token,
    ...(page === undefined ? {} : { page }),
    ...(business === undefined ? {} : { business }),
    ...(client === undefined ? {} : { client }),
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
  /** As they speak: with tokens that were renewed. */
  #accounts: readonly ConnectedAccount[];
  readonly #renewed = new Map<string, RenewedToken>();
  #rejectedReload: string | null = null;
  #byPlatformId: ReadonlyMap<string, ConnectedAccount>;
  #byName: ReadonlyMap<string, ConnectedAccount>;

  constructor(served: ServedSet) {
    this.#served = served;
    this.#accounts = served.accounts;
    [this.#byPlatformId, this.#byName] = indexAccounts(this.#accounts);
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
    this.#equip();
  }

  /** The same array as long as no account has changed. */
  get accounts(): readonly ConnectedAccount[] {
    return this.#accounts;
  }

  /** The account speaks with this token instead of the files', as long as theirs is the present one. */
  useToken(account: ConnectedAccount, token: string): void {
    this.#renewed.set(keyOf(account), { token, insteadOf: this.tokenInFiles(account) });
    this.#equip();
  }

  /** The token that the files name; empty: they have the account no more. */
  tokenInFiles(account: ConnectedAccount): string {
    return this.#served.accounts.find((one) => keyOf(one) === keyOf(account))?.token ?? '';
  }

  #equip(): void {
    this.#accounts = this.#served.accounts.map((account) => {
      const renewed = this.#renewed.get(keyOf(account));
      return renewed?.insteadOf === account.token ? { ...account, token: renewed.token } : account;
    });
    [this.#byPlatformId, this.#byName] = indexAccounts(this.#accounts);
  }

  all(): readonly Workspace[] {
    return [...this.#served.workspaces.values()];
  }

  find(name: string): Workspace | undefined {
    return this.#served.workspaces.get(name);
  }

  /** Throws where a conversation's workspace is no longer served: that event is kept, and shown. */
  get(name: string): Workspace {
    const workspace = this.find(name);
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

interface RenewedToken {
  readonly token: string;
  readonly insteadOf: string;
}

function keyOf({ workspace, name }: ConnectedAccount): string {
  return `${workspace}/${name}`;
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
    new Map(accounts.map((account) => [keyOf(account), account])),
  ];
}
