import { randomInt } from 'node:crypto';
import type { AccountFinding } from '../../../channels/channel.js';
import { createAccountCommand, type AccountCase } from './account-command.js';
import { checkWebhook } from './check-webhook.js';
import { webhookQuestion } from './webhook-question.js';

export const accountCheckCommand = createAccountCommand({
  name: 'account check',
  summary:
    'Looks at every configured account as its platform sees it, and says what to mend: nothing is changed.',
  examine: async (one, signal) => {
    const platformSays = await askPlatform(one, signal);
    return [...platformSays, await askOurselves(one, signal)];
  },
});

function askPlatform(
  { channel, account, expected }: AccountCase,
  signal: AbortSignal,
): Promise<readonly AccountFinding[]> | readonly AccountFinding[] {
  return channel.care?.check(account.access, expected, signal) ?? [];
}

/** 16 digits: a number that Meta might send, and a token that X might. */
const nonces = { least: 10 ** 14, most: 10 ** 14 + 2 ** 47 };

function askOurselves(
  { platform, account, expected, secrets, transport }: AccountCase,
  signal: AbortSignal,
): Promise<AccountFinding> {
  const question = webhookQuestion(platform.webhook.name, {
    verifyToken: secrets.metaVerifyToken ?? '',
    secret: account.secrets[0] ?? '',
    nonce: `9${String(randomInt(nonces.least, nonces.most))}`,
  });
  return checkWebhook(transport, { webhookUrl: expected.webhookUrl, question }, signal);
}
