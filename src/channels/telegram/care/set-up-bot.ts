import type { AccountAccess, AccountFinding, ExpectedSetup } from '../../channel.js';
import { ok, problem, warning } from '../../finding.js';
import { flowOfPayload } from '../../../core/payload.js';
import type { BotApi } from '../bot-api.js';
import { servedKinds } from '../parse.js';
import { askBot } from './ask-bot.js';

const secretToken = /^[A-Za-z0-9_-]{1,256}$/;

/**
 * Tells Telegram where updates go, which, and by what secret they are proved; and puts the menu's entries into the menu of
 * commands. Commands that were set by hand stay where the workspace has no menu.
 *
 * Source: Telegram Bot API 10.1, setWebhook, setMyCommands, setChatMenuButton (platforms reference §7.1).
 */
export async function setUpBot(
  api: BotApi,
  account: AccountAccess,
  expected: ExpectedSetup,
  signal: AbortSignal,
): Promise<readonly AccountFinding[]> {
  const webhook = await setWebhook(api, account, expected, signal);
  return [webhook, ...(expected.menu.length === 0 ? [] : await setMenu(api, account, expected, signal))];
}

async function setWebhook(
  api: BotApi,
  account: AccountAccess,
  { webhookUrl, webhookSecret }: ExpectedSetup,
  signal: AbortSignal,
): Promise<AccountFinding> {
  if (!webhookUrl.startsWith('https://')) {
    const text = `Telegram delivers to https only, and the webhook would be ${webhookUrl}.`;
    return problem('webhook', text, 'Set PUBLIC_URL to the https:// address of this server.');
  }
  if (!secretToken.test(webhookSecret)) {
    const text = 'The secret is none that Telegram takes.';
    return problem('secret', text, 'Choose 1 to 256 of A-Z, a-z, 0-9, _ and - for it.');
  }
  const body = { url: webhookUrl, secret_token: webhookSecret, allowed_updates: servedKinds };
  const asked = await askBot(api, account, { method: 'setWebhook', body, subject: 'webhook' }, signal);
  return asked.ok ? ok('webhook', `Updates go to ${webhookUrl} from now on.`) : asked.finding;
}

async function setMenu(
  api: BotApi,
  account: AccountAccess,
  { menu }: ExpectedSetup,
  signal: AbortSignal,
): Promise<readonly AccountFinding[]> {
  const { commands, misfits } = commandsOf(menu);
  const told = { method: 'setMyCommands', body: { commands }, subject: 'menu' };
  const asked = await askBot(api, account, told, signal);
  if (!asked.ok) return [...misfits, asked.finding];
  const shown = { method: 'setChatMenuButton', body: { menu_button: { type: 'commands' } }, subject: 'menu' };
  const button = await askBot(api, account, shown, signal);
  if (!button.ok) return [...misfits, button.finding];
  const names = commands.map(({ command }) => `/${command}`).join(', ');
  return [...misfits, ok('menu', `The menu has: ${names === '' ? 'nothing' : names}.`)];
}

interface BotCommand {
  readonly command: string;
  readonly description: string;
}

/** A name that Telegram takes for a command; flows' names are written in the same letters, but may be longer. */
const commandName = /^[a-z0-9_]{1,32}$/;

/**
 * Each entry of the menu as a command that is called as its flow is: `/prices` comes back as the press of the button that
 * starts `prices` (`readCommand`). What cannot be one is left out, and said.
 */
function commandsOf(menu: ExpectedSetup['menu']): {
  readonly commands: readonly BotCommand[];
  readonly misfits: readonly AccountFinding[];
} {
  const commands: BotCommand[] = [];
  const misfits: AccountFinding[] = [];
  for (const { title, payload } of menu) {
    const command = flowOfPayload(payload) ?? '';
    const isTaken = commands.some((other) => other.command === command);
    if (commandName.test(command) && !isTaken) commands.push({ command, description: title.slice(0, 256) });
    else if (!isTaken) misfits.push(misfit(title));
  }
  return { commands, misfits };
}

function misfit(title: string): AccountFinding {
  const text = `“${title}” cannot stand in the menu of a bot: its flow’s name is too long for a command.`;
  return warning('menu', text, 'Give the flow a name of at most 32 characters.');
}
