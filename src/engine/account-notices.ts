import type { AccountNotice } from '../channels/channel.js';
import type { Lanes } from './lanes.js';
import type { EngineLog } from './ports.js';
import type { ConnectedAccount, Workspaces } from './workspaces.js';

interface NoticeParts {
  readonly workspaces: Workspaces;
  readonly lanes: Lanes;
  readonly log: EngineLog;
}

/** Tells the operator what platforms say about accounts, and stops those that may not go on. */
export function hearNotices(parts: NoticeParts, notices: readonly AccountNotice[]): void {
  for (const notice of notices) {
    const accounts = parts.workspaces.accounts.filter((account) => isMeant(account, notice));
    for (const account of accounts) hearNotice(parts, account, notice);
  }
}

/** By its own id, or by that of the business it belongs to. */
function isMeant(account: ConnectedAccount, { channel, accountId }: AccountNotice): boolean {
  return account.channel === channel && (account.id === accountId || account.business === accountId);
}

function hearNotice({ lanes, log }: NoticeParts, account: ConnectedAccount, notice: AccountNotice): void {
  const { workspace, name, channel } = account;
  const { kind, explanation } = notice;
  const key = { workspace, account: name, channel };
  switch (kind) {
    case 'policy_enforced':
    case 'access_revoked':
      lanes.stop(key, explanation);
      log.error({ workspace, account: name, kind, explanation }, 'the account is stopped');
      return;
    case 'policy_lifted':
      lanes.release(key);
      log.info({ workspace, account: name, kind, explanation }, 'the account may go on');
      return;
    case 'template_changed':
    case 'quality_changed':
    case 'account_changed':
      log.warn(
        { workspace, account: name, kind, explanation },
        'the platform says something about an account',
      );
  }
}
