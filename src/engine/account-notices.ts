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
  /** By the same: when what was last said of whether it may go on was so, epoch ms. */
  readonly #ruledAt = new Map<string, number>();

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
    if (known.some((one) => one.kind === kind && one.at === at && one.explanation === explanation)) return;
    this.#heard.set(name, [...known, { account: name, kind, explanation, at }].slice(-noticesKept));
    this.#parts.metrics.noticeHeard({ workspace: account.workspace, account: account.name }, kind);
    if (this.#isOvertaken(name, notice)) return;
    act(this.#parts, account, notice);
  }

  /** Platforms deliver again, and in any order: what was ruled earlier takes nothing back that was ruled since. */
  #isOvertaken(name: string, { kind, occurredAt }: AccountNotice): boolean {
    if (!rulings.has(kind)) return false;
    const last = this.#ruledAt.get(name) ?? -Infinity;
    this.#ruledAt.set(name, Math.max(last, occurredAt));
    return occurredAt < last;
  }
}

/** What says whether an account may go on. */
const rulings: ReadonlySet<AccountNotice['kind']> = new Set([
  'policy_enforced',
  'policy_lifted',
  'access_revoked',
]);

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
