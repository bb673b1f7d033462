import type { AccountFinding } from '../../../channels/channel.js';
import type { Transport } from '../../../channels/transport.js';

interface Reached {
  /** As the platform calls it. */
  readonly webhookUrl: string;
  /** The question that a platform would ask, and the answer that proves that we are there; null: it asks none. */
  readonly question: { readonly query: string; readonly isAnswer: (body: unknown) => boolean } | null;
}

/** Whether platforms can deliver to our public address, and reach us there. */
export async function checkWebhook(
  transport: Transport,
  reached: Reached,
  signal: AbortSignal,
): Promise<AccountFinding> {
  return reached.webhookUrl.startsWith('https://')
    ? askWebhook(transport, reached, signal)
    : notPublic(reached.webhookUrl);
}

/** Asks the address what the platform would ask it: whether somebody is there, and whether it is us. */
export async function askWebhook(
  transport: Transport,
  { webhookUrl, question }: Reached,
  signal: AbortSignal,
): Promise<AccountFinding> {
  const { origin, pathname } = new URL(webhookUrl);
  const answer = await transport.call({
    method: 'GET',
    baseUrl: origin,
    path: `${pathname}${question === null ? '' : `?${question.query}`}`,
    signal,
  });
  if (answer.kind !== 'answered') return unreachable(webhookUrl, answer.cause);
  if (question === null) return { severity: 'ok', subject: 'webhook', text: `${webhookUrl} can be reached.` };
  return answer.status === 200 && question.isAnswer(answer.body)
    ? { severity: 'ok', subject: 'webhook', text: `${webhookUrl} answers as this server does.` }
    : notUs(webhookUrl, answer.status);
}

function notPublic(webhookUrl: string): AccountFinding {
  return {
    severity: 'problem',
    subject: 'webhook',
    text: `Platforms deliver to https only, and the webhook would be ${webhookUrl}.`,
    remedy: 'Set PUBLIC_URL to the https:// address under which the internet reaches this server.',
  };
}

function unreachable(webhookUrl: string, cause: string): AccountFinding {
  return {
    severity: 'problem',
    subject: 'webhook',
    text: `${webhookUrl} cannot be reached from here (${cause}).`,
    remedy: 'Start the server, and see that PUBLIC_URL leads to it through proxy and firewall.',
  };
}

function notUs(webhookUrl: string, status: number): AccountFinding {
  return {
    severity: 'problem',
    subject: 'webhook',
    text: `${webhookUrl} is answered (status ${status}), but not as this server would with these settings.`,
    remedy:
      'See that PUBLIC_URL leads to this server, and that it runs with the same META_VERIFY_TOKEN and secrets.',
  };
}
