import type { AccountAccess, AccountFinding } from '../../channel.js';
import { asFields } from '../../fields.js';
import { problem } from '../../finding.js';
import type { BotApi } from '../bot-api.js';
import { readBotError } from '../errors.js';

/** The result of a call, or what to tell about its failure. */
export type BotResult =
  { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly finding: AccountFinding };

/** Asks the Bot API for something about the bot itself, or to set it; a failure is a finding about `subject`. */
export async function askBot(
  api: BotApi,
  { token }: AccountAccess,
  {
    method,
    body = {},
    subject,
  }: { readonly method: string; readonly body?: object; readonly subject: string },
  signal: AbortSignal,
): Promise<BotResult> {
  const answer = await api.call({ method, body, token, signal });
  if (answer.kind !== 'answered') {
    const text = `Telegram gave no answer to ${method} (${answer.cause}).`;
    return {
      ok: false,
      finding: problem(subject, text, 'Try again; see that this machine reaches Telegram.'),
    };
  }
  const fields = asFields(answer.body);
  if (answer.status === 200 && fields?.['ok'] === true) return { ok: true, result: fields['result'] };
  const error = readBotError(answer);
  const isShown = !error.description.includes(token.toLowerCase());
  const said = isShown ? error.description.slice(0, 200) : 'its words are not shown';
  return { ok: false, finding: refused(method, subject, { code: error.code, said }) };
}

interface Refusal {
  readonly code: number;
  readonly said: string;
}

function refused(method: string, subject: string, { code, said }: Refusal): AccountFinding {
  if (code === 401 || code === 404) {
    const remedy = 'Take the token that @BotFather shows under /mybots, API Token.';
    return problem('token', 'Telegram knows no bot by this token.', remedy);
  }
  if (code === 429) return problem(subject, 'Telegram asks us to come back later.', 'Try again in a minute.');
  // Its words are about our own settings here, and the only hint at what is wrong with them.
  return problem(subject, `Telegram refused ${method} (code ${code}): ${said}.`, 'Mend what it names.');
}
