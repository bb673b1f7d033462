import { connectPlatforms } from '../../../app/platforms.js';
import type { Channel, AccountFinding, ExpectedSetup } from '../../../channels/channel.js';
import type { Platform } from '../../../channels/platform.js';
import { createTransport, type Transport } from '../../../channels/transport.js';
import { readConfig, type Config, type Secrets } from '../../../config.js';
import { UsageError, type Command, type Terminal } from '../../command.js';
import { parseCall } from '../../parse-call.js';
import {
  assembleFolder,
  describeIssues,
  hasErrors,
  readFolder,
  type LoadedWorkspace,
} from '../../read-folder.js';
import { expectSetup, readConfiguredAccounts, type ConfiguredAccount } from './configured-accounts.js';
import { withTokensInUse } from './tokens-in-use.js';
import { describeFindings, hasProblem, type ExaminedAccount } from './describe-findings.js';

/** One account in hand: where it is, how it is meant to be, and what can be asked about it. */
export interface AccountCase {
  readonly account: ConfiguredAccount;
  readonly platform: Platform;
  readonly channel: Channel;
  readonly expected: ExpectedSetup;
  readonly secrets: Secrets;
  readonly transport: Transport;
}

/** What a command does for each account that has all that it needs. */
export type Examine = (one: AccountCase, signal: AbortSignal) => Promise<readonly AccountFinding[]>;

/** How long the platform may take over one account, ms. */
const patience = 60_000;

interface AccountCommand {
  readonly name: string;
  readonly summary: string;
  readonly examine: Examine;
}

/** A command that goes through the configured accounts and says in words what it found. */
export function createAccountCommand({ name, summary, examine }: AccountCommand): Command {
  return {
    name,
    usage: '[dir] [--account name] [--json]',
    summary,
    run: async (args, terminal) => {
      const options = { account: { type: 'string' }, json: { type: 'boolean' } } as const;
      const { values, positionals } = parseCall(args, options, 1);
      const settings = readSettings(terminal);
      const workspaces = await readWorkspaces(positionals[0], terminal);
      if (settings === null || workspaces === null) return 1;
      const chosen = chooseAccounts(workspaces, values.account, terminal);
      const accounts = await withTokensInUse(chosen, terminal);
      const examined = await examineAll(accounts, { ...settings, workspaces, examine });
      const shown = values.json === true ? JSON.stringify(examined, null, 2) : describeFindings(examined);
      terminal.print(shown);
      return hasProblem(examined) ? 1 : 0;
    },
  };
}

interface Settings {
  readonly config: Config;
  readonly secrets: Secrets;
}

function readSettings({ environment, complain }: Terminal): Settings | null {
  const reading = readConfig(environment);
  if (reading.ok) return reading;
  complain(['The environment has problems:', ...reading.problems].join('\n  '));
  return null;
}

async function readWorkspaces(
  folder: string | undefined,
  terminal: Terminal,
): Promise<readonly LoadedWorkspace[] | null> {
  const reading = await readFolder(folder, terminal);
  if (!hasErrors(reading)) return assembleFolder(reading);
  terminal.complain(describeIssues(reading));
  return null;
}

function chooseAccounts(
  workspaces: readonly LoadedWorkspace[],
  wanted: string | undefined,
  { environment }: Terminal,
): readonly ConfiguredAccount[] {
  const accounts = readConfiguredAccounts(workspaces, environment);
  if (accounts.length === 0) throw new UsageError('No account is configured in workspace.yaml.');
  const chosen = accounts.filter(({ definition }) => wanted === undefined || definition.name === wanted);
  if (chosen.length > 0) return chosen;
  const known = accounts.map(({ definition }) => definition.name).join(', ');
  throw new UsageError(`There is no account "${wanted ?? ''}". There are: ${known}.`);
}

interface Examination extends Settings {
  readonly workspaces: readonly LoadedWorkspace[];
  readonly examine: Examine;
}

async function examineAll(
  accounts: readonly ConfiguredAccount[],
  examination: Examination,
): Promise<readonly ExaminedAccount[]> {
  const transport = createTransport(Date.now);
  const platforms = connectPlatforms(examination.config, examination.secrets, transport);
  const examined: ExaminedAccount[] = [];
  try {
    // One after the other: the platforms count calls, and people read in order.
    for (const account of accounts) {
      examined.push(await examineOne(account, { ...examination, platforms, transport }));
    }
  } finally {
    await transport.close();
  }
  return examined;
}

interface Connected extends Examination {
  readonly platforms: readonly Platform[];
  readonly transport: Transport;
}

async function examineOne(account: ConfiguredAccount, connected: Connected): Promise<ExaminedAccount> {
  const { name, channel: channelName } = account.definition;
  const described = { workspace: account.workspace, name, channel: channelName };
  if (account.missing.length > 0) return { ...described, findings: account.missing.map(lacksSecret) };
  const found = findChannel(connected.platforms, channelName);
  const workspace = connected.workspaces.find(({ files }) => files.name === account.workspace);
  if (found === undefined || workspace === undefined) return { ...described, findings: [] };
  const { config, secrets, transport } = connected;
  const verifyToken = secrets.metaVerifyToken ?? '';
  const surroundings = { webhook: found.platform.webhook, publicUrl: config.publicUrl, verifyToken };
  const expected = expectSetup(account, { ...surroundings, workspace, now: Date.now() });
  const one = { account, ...found, expected, secrets, transport };
  return { ...described, findings: await connected.examine(one, AbortSignal.timeout(patience)) };
}

function findChannel(
  platforms: readonly Platform[],
  name: string,
): Pick<AccountCase, 'platform' | 'channel'> | undefined {
  return platforms
    .flatMap((platform) => platform.channels.map((channel) => ({ platform, channel })))
    .find(({ channel }) => channel.name === name);
}

function lacksSecret(name: string): AccountFinding {
  return {
    severity: 'problem',
    subject: 'environment',
    text: `${name} is not set, which workspace.yaml names.`,
    remedy: `Set ${name} where the server starts, and here.`,
  };
}
