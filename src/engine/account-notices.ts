import type { AccountNotice } from '../channels/channel.js';
import type { Lanes } from './lanes.js';
import type { EngineMetrics } from './metrics.js';
import type { EngineLog } from './ports.js';
import type { ConnectedAccount, Workspaces } from './workspaces.js';

interface NoticeParts {
  readonly workspaces: Workspaces;
  readonly lanes: Lanes;
  readonly metrics: EngineMetrics;
  readonly log: EngineLog;
}

export interface HeardNotice {
  /** Workspace and name: `main/studio_ig`. */
  readonly account: string;
  readonly kind: AccountNotice['kind'];
  readonly explanation: string;
  /** When it happened, epoch ms. */
  readonly at: number;
}

/** Of each account; the latest ones. */
const noticesKept = 5;

/** What platforms say about accounts: told to the operator, and acted on where an account may not go on. */
export class AccountNotices {
  readonly #parts: NoticeParts;
  /** By workspace and name, the latest last. */
  readonly #heard = new Map<string, readonly HeardNotice[]>();

  constructor(parts: NoticeParts) {
    this.#parts = parts;
  }

  hear(notices: readonly AccountNotice[]): void {
    for (const notice of notices) {
      const accounts = this.#parts.workspaces.accounts.filter((account) => isMeant(account, notice));
      for (const account of accounts) this.#hearOne(account, notice);
    }
  }

  /** The last few of each account, in the order in which they were heard. */
  recent(): readonly HeardNotice[] {
    return [...this.#heard.values()].flat();
  }

  #hearOne(account: ConnectedAccount, notice: AccountNotice): void {
    const { kind, explanation, occurredAt: at } = notice;
    const name = `${account.workspace}/${account.name}`;
    const known = this.#heard.get(name) ?? [];
    this.#heard.set(name, [...known, { account: name, kind, explanation, at }].slice(-noticesKept));
    this.#parts.metrics.noticeHeard({ workspace: account.workspace, account: account.name }, kind);
    act(this.#parts, account, notice);
  }
}

/** By its own id, or by that of the business it belongs to. */
function isMeant(account: ConnectedAccount, { channel, accountId }: AccountNotice): boolean {
  return account.channel === channel && (account.id === accountId || account.business === accountId);
}

function act({ lanes, log }: NoticeParts, account: ConnectedAccount, notice: AccountNotice): void {
  const { workspace, name, channel } = account;
  const { kind, explanation } = notice;
  const key = { workspace, account: name, channel };
  const facts = { workspace, account: name, kind, explanation };
  switch (kind) {
    case 'policy_enforced':
    case 'access_revoked':
      lanes.stop(key, explanation);
      log.error(facts, 'the account is stopped');
      return;
    case 'policy_lifted':
      lanes.release(key);
      log.info(facts, 'the account may go on');
      return;
    case 'template_changed':
    case 'quality_changed':
    case 'account_changed':
      log.warn(facts, 'the platform says something about an account');
  }
}
