import type { AccountFinding } from '../../../channels/channel.js';

export interface ExaminedAccount {
  readonly workspace: string;
  readonly name: string;
  readonly channel: string;
  readonly findings: readonly AccountFinding[];
}

const signs: Readonly<Record<AccountFinding['severity'], string>> = { ok: '✓', warning: '!', problem: '✗' };

/** A paragraph for each account: what was found, and under it what to do. */
export function describeFindings(accounts: readonly ExaminedAccount[]): string {
  return accounts.map(describeAccount).join('\n\n');
}

export function hasProblem(accounts: readonly ExaminedAccount[]): boolean {
  return accounts.some(({ findings }) => findings.some(({ severity }) => severity === 'problem'));
}

function describeAccount({ workspace, name, channel, findings }: ExaminedAccount): string {
  return [`${name} (${channel}, workspace ${workspace})`, ...findings.map(describeFinding)].join('\n');
}

function describeFinding({ severity, subject, text, remedy }: AccountFinding): string {
  const line = `  ${signs[severity]} ${subject}: ${text}`;
  return remedy === undefined ? line : `${line}\n    → ${remedy}`;
}
