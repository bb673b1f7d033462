import type { AccountCare, Channel, TokenRenewal } from '../channels/channel.js';
import type { SupportedChannel } from '../core/channel.js';
import type { AccountState } from '../store/reads.js';
import { StoreUnavailable, type AccountKey, type Store } from '../store/store.js';
import type { Lanes } from './lanes.js';
import type { Clock, EngineLog } from './ports.js';
import { isKeptOf, openKeptToken, type KeptToken } from './kept-token.js';
import { fingerprint, sealToken } from './token-seal.js';
import { sleep } from './sleep.js';
import { isDue } from './token-life.js';
import { accessTo, type ConnectedAccount, type Workspaces } from './workspaces.js';

export interface TokenParts {
  readonly store: Pick<Store, 'readAccountState' | 'changeAccountState'>;
  readonly channels: ReadonlyMap<SupportedChannel, Channel>;
  readonly workspaces: Workspaces;
  readonly lanes: Pick<Lanes, 'release'>;
  readonly clock: Clock;
  readonly log: EngineLog;
  /** Aborted when the server must end. */
  readonly signal: AbortSignal;
}

/** What is wrong with an account's token. */
export interface TokenTrouble {
  /** Workspace and name: `main/studio_ig`. */
  readonly account: string;
  readonly explanation: string;
  /** Epoch ms; null: it is not known. */
  readonly expiresAt: number | null;
}

type Renew = NonNullable<AccountCare['renewToken']>;

/** How long a platform may take to renew one, and how long another process that renews it is waited for, ms. */
const patience = 10_000;
const elsewherePatience = 15_000;

/** A token that is refused so soon after its renewal is not the reason, ms. */
const freshFor = 10 * 60_000;

/** Between two tries to write a renewed token down, ms. */
const writePause = 500;

/**
 * Keeps the tokens of accounts fresh whose platform renews them. What was renewed is sealed and kept in the store, and
 * counts instead of the environment's until that is another one. It is written down before it is used: a token that
 * replaces itself must not be lost.
 */
export class AccountTokens {
  readonly #parts: TokenParts;
  readonly #underWay = new Map<string, Promise<boolean>>();
  readonly #renewedAt = new Map<string, number>();
  readonly #troubles = new Map<string, TokenTrouble & { readonly isFinalFor: string | null }>();
  /** Accounts that were stopped, since their token was refused. */
  readonly #refused = new Set<string>();

  constructor(parts: TokenParts) {
    this.#parts = parts;
  }

  troubles(): readonly TokenTrouble[] {
    return [...this.#troubles.values()].map(({ account, explanation, expiresAt }) => ({
      ...{ account, explanation, expiresAt },
    }));
  }

  /** Takes up what was renewed before. */
  async recall(): Promise<void> {
    for (const account of this.#parts.workspaces.accounts) {
      if (this.#renewOf(account) !== undefined) this.#use(account, await this.#readKept(account));
    }
  }

  /** Renews whatever will not last much longer. */
  async renewDue(): Promise<void> {
    for (const account of this.#parts.workspaces.accounts) {
      if (this.#renewOf(account) === undefined || this.#isHopeless(account)) continue;
      const state = await this.#readState(account);
      this.#use(account, this.#keptIn(account, state));
      if (isDue(account.channel, this.#isOfPresent(account, state) ? state : null, this.#parts.clock.now()))
        await this.#renew(account);
    }
  }

  /**
   * The platform has refused the token: is there another one now?
   *
   * @param refused The token that the send went out with.
   */
  async renewAfterRefusal(key: AccountKey, refused: string): Promise<boolean> {
    const account = this.#parts.workspaces.accountByName(key.workspace, key.account);
    if (account === undefined || this.#renewOf(account) === undefined) return false;
    if (account.token !== refused) return true;
    const name = nameOf(account);
    const isFresh = this.#parts.clock.now() < (this.#renewedAt.get(name) ?? -Infinity) + freshFor;
    const isRenewed = !isFresh && !this.#isHopeless(account) && (await this.#renew(account));
    if (!isRenewed) this.#refused.add(name);
    return isRenewed;
  }

  /** One renewal of an account at a time, whoever asks for it. */
  #renew(account: ConnectedAccount): Promise<boolean> {
    const name = nameOf(account);
    const known = this.#underWay.get(name);
    if (known !== undefined) return known;
    const renewal = this.#renewOrAdopt(account).finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, renewal);
    return renewal;
  }

  /** True: another token than before is in use. */
  async #renewOrAdopt(account: ConnectedAccount): Promise<boolean> {
    const { store, clock, signal } = this.#parts;
    const { workspace, name, token } = account;
    for (let tries = 0; tries < 3; tries += 1) {
      const state = await this.#readState(account);
      const kept = this.#keptIn(account, state);
      this.#use(account, kept);
      if (kept !== null && kept.token !== token) return true;
      // Only who changes the row that they have read may ask: of two who ask at once, one would lose the account its token.
      const guard = { now: clock.now(), expectedUpdatedAt: state?.updatedAt ?? null };
      if (await store.changeAccountState(workspace, name, {}, guard)) return this.#ask(account, kept);
      if (!(await sleep(elsewherePatience, signal))) break;
    }
    return false;
  }

  async #ask(account: ConnectedAccount, kept: KeptToken | null): Promise<boolean> {
    const { clock, log, signal } = this.#parts;
    const facts = { workspace: account.workspace, account: account.name };
    const renewal = await askPlatform(this.#renewOf(account), account, kept, {
      now: clock.now(),
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    if (!renewal.ok) {
      log.warn({ ...facts, explanation: renewal.explanation }, 'a token could not be renewed');
      this.#remember(account, renewal, kept);
      return false;
    }
    const fresh: KeptToken = { ...renewal, refreshToken: renewal.refreshToken ?? kept?.refreshToken ?? null };
    await this.#keep(account, fresh);
    log.info({ ...facts, expiresAt: renewal.expiresAt }, 'a token was renewed');
    this.#use(account, fresh);
    return fresh.token !== account.token;
  }

  #remember(
    account: ConnectedAccount,
    renewal: TokenRenewal & { readonly ok: false },
    kept: KeptToken | null,
  ): void {
    const expiresAt = kept?.expiresAt ?? null;
    const explanation = `The token could not be renewed: ${renewal.explanation}`;
    const isFinalFor = renewal.isFinal ? account.token : null;
    const isSoon =
      expiresAt !== null && isDue(account.channel, { tokenExpiresAt: expiresAt }, this.#parts.clock.now());
    if (!renewal.isFinal && !isSoon) return;
    const name = nameOf(account);
    this.#troubles.set(name, { account: name, explanation, expiresAt, isFinalFor });
  }

  /** A final refusal of this very token; a new one in the environment is tried again. */
  #isHopeless(account: ConnectedAccount): boolean {
    return this.#troubles.get(nameOf(account))?.isFinalFor === account.token;
  }

  /** As often as it takes: the platform may take the one before no more. */
  async #keep(account: ConnectedAccount, { token, refreshToken, expiresAt }: KeptToken): Promise<void> {
    const { store, clock, workspaces, signal } = this.#parts;
    const { workspace, name } = account;
    const source = workspaces.tokenInFiles(account);
    const change = {
      token: sealToken(account, token),
      refreshToken: refreshToken === null ? null : sealToken(account, refreshToken),
      tokenExpiresAt: expiresAt,
      tokenSource: fingerprint(account, source),
    };
    for (;;) {
      try {
        await store.changeAccountState(workspace, name, change, { now: clock.now() });
        return;
      } catch (fault) {
        if (!(fault instanceof StoreUnavailable) || signal.aborted) throw fault;
        await sleep(writePause, signal);
      }
    }
  }

  #use(account: ConnectedAccount, kept: KeptToken | null): void {
    if (kept === null || kept.token === account.token) return;
    const { workspaces, lanes, clock } = this.#parts;
    const name = nameOf(account);
    workspaces.useToken(account, kept.token);
    this.#renewedAt.set(name, clock.now());
    this.#troubles.delete(name);
    if (this.#refused.delete(name)) lanes.release({ ...account, account: account.name });
  }

  async #readKept(account: ConnectedAccount): Promise<KeptToken | null> {
    return this.#keptIn(account, await this.#readState(account));
  }

  #readState({ workspace, name }: ConnectedAccount): Promise<AccountState | null> {
    return this.#parts.store.readAccountState(workspace, name);
  }

  #keptIn(account: ConnectedAccount, state: AccountState | null): KeptToken | null {
    return openKeptToken(account, this.#parts.workspaces.tokenInFiles(account), state);
  }

  #isOfPresent(account: ConnectedAccount, state: AccountState | null): boolean {
    return isKeptOf(account, this.#parts.workspaces.tokenInFiles(account), state);
  }

  /** Undefined: its platform renews none, or there is no secret to seal one by. */
  #renewOf({ channel, secrets }: ConnectedAccount): Renew | undefined {
    return secrets.length === 0 ? undefined : this.#parts.channels.get(channel)?.care?.renewToken;
  }
}

async function askPlatform(
  renew: Renew | undefined,
  account: ConnectedAccount,
  kept: KeptToken | null,
  { now, signal }: { readonly now: number; readonly signal: AbortSignal },
): Promise<TokenRenewal> {
  const refreshToken = kept?.refreshToken ?? account.refreshToken ?? null;
  const nobody = { ok: false, isFinal: true, explanation: 'The channel renews no tokens.' } as const;
  return (await renew?.({ account: accessTo(account), refreshToken, now }, signal)) ?? nobody;
}

function nameOf({ workspace, name }: ConnectedAccount): string {
  return `${workspace}/${name}`;
}
