import type { AccountAccess, AccountFinding, ExpectedSetup } from '../../channel.js';
import { asFields, asList, type Fields, readCount, readId, readText, readTime } from '../../fields.js';
import { ok, problem, warning } from '../../finding.js';
import type { BotApi } from '../bot-api.js';
import { servedKinds } from '../parse.js';
import { askBot } from './ask-bot.js';

const day = 24 * 3_600_000;

/** More than this are no passing wait. */
const manyWaiting = 100;

const subscribe = 'Run: heyword account subscribe';

/**
 * What Telegram says of the bot and its webhook: whose token it is, where updates go, which, and what went wrong last.
 *
 * Source: Telegram Bot API 10.1, getMe, getWebhookInfo (platforms reference §7.1).
 */
export async function checkBot(
  api: BotApi,
  account: AccountAccess,
  expected: ExpectedSetup,
  signal: AbortSignal,
): Promise<readonly AccountFinding[]> {
  const me = await askBot(api, account, { method: 'getMe', subject: 'token' }, signal);
  if (!me.ok) return [me.finding];
  const identity = checkIdentity(asFields(me.result) ?? {}, account);
  const webhook = await askBot(api, account, { method: 'getWebhookInfo', subject: 'webhook' }, signal);
  if (!webhook.ok) return [identity, webhook.finding];
  const info = asFields(webhook.result) ?? {};
  const deliveries = [checkKinds(info), checkWaiting(info), checkErrors(info, expected.now)];
  return [identity, checkAddress(info, expected), ...deliveries.filter((finding) => finding !== null)];
}

function checkIdentity(me: Fields, { accountId }: AccountAccess): AccountFinding {
  const id = readId(me['id']);
  if (id === accountId) return ok('token', `The token is that of @${readText(me['username']) ?? id}.`);
  return problem(
    'token',
    'The token belongs to another bot than the one whose id stands in workspace.yaml.',
    'The id is the number before the colon of the token: set the id and the token of the same bot.',
  );
}

/** Another address is named by its host alone: the rest of it may be somebody's secret. */
function checkAddress(info: Fields, { webhookUrl }: ExpectedSetup): AccountFinding {
  const url = readText(info['url']) ?? '';
  if (url === webhookUrl) {
    const at = readText(info['ip_address']);
    return ok('webhook', `Updates go to ${webhookUrl}${at === null ? '' : `, which is ${at}`}.`);
  }
  if (url === '') return problem('webhook', 'The bot has no webhook: no update is delivered.', subscribe);
  const elsewhere = URL.canParse(url) ? new URL(url).host : 'another address';
  return problem('webhook', `Updates go to ${elsewhere}, and not to ${webhookUrl}.`, subscribe);
}

/** None named: all but a few, of which reactions are one. */
function checkKinds(info: Fields): AccountFinding | null {
  const kinds = asList(info['allowed_updates']);
  const missing = servedKinds.filter((kind) =>
    kinds.length === 0 ? kind === 'message_reaction' : !kinds.includes(kind),
  );
  if (missing.length === 0) return null;
  return warning('updates', `Telegram does not deliver: ${missing.join(', ')}.`, subscribe);
}

function checkWaiting(info: Fields): AccountFinding | null {
  const waiting = readCount(info['pending_update_count']) ?? 0;
  if (waiting === 0) return null;
  const text = `${waiting} updates wait to be delivered.`;
  return waiting < manyWaiting
    ? ok('updates', text)
    : warning('updates', text, 'See that the server runs and answers in time; they are kept for a day.');
}

function checkErrors(info: Fields, now: number): AccountFinding | null {
  const at = readTime(info['last_error_date']);
  if (at === null || now - at > day) return null;
  const said = readText(info['last_error_message'])?.slice(0, 200) ?? 'no reason is told';
  const when = new Date(at).toISOString();
  return warning('webhook', `The last delivery that failed (${when}): ${said}.`, remedyOf(said));
}

function remedyOf(said: string): string {
  return said.includes('401')
    ? `The secret differs from what Telegram was told. ${subscribe}`
    : 'See that the server runs, and that its certificate is valid.';
}
