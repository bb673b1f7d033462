import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askWebhook, checkWebhook } from '../../../../src/cli/data/account/check-webhook.js';
import { webhookQuestion } from '../../../../src/cli/data/account/webhook-question.js';
import { createMetaWebhook } from '../../../../src/channels/meta/webhook.js';
import { createTransport, type Transport } from '../../../../src/channels/transport.js';

const patience = AbortSignal.timeout(20_000);
const keys = { verifyToken: 'our token', secret: 'our secret', nonce: '9123456789012345' };
let transport: Transport;
let server: Server;
let origin: string;
/** What the server says to a question, by the query it came with. */
let answer: (query: URLSearchParams) => { readonly status: number; readonly body: string };

beforeEach(async () => {
  transport = createTransport(Date.now, { connectTimeout: 1_000, answerTimeout: 2_000 });
  server = createServer((request, response) => {
    const { status, body } = answer(new URL(request.url ?? '/', 'http://here.invalid').searchParams);
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

afterEach(async () => {
  await transport.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('our own webhook, asked as the platform would', () => {
  const question = webhookQuestion('meta', keys);
  const ask = () => askWebhook(transport, { webhookUrl: `${origin}/webhooks/meta`, question }, patience);

  it('is ours when the handshake comes back', async () => {
    const { answerChallenge } = createMetaWebhook(keys.verifyToken);
    answer = (query) => {
      const said = answerChallenge?.({ query: Object.fromEntries(query), accounts: [] });
      return said?.ok === true ? { status: 200, body: said.body } : { status: 403, body: '' };
    };
    expect(await ask()).toMatchObject({ severity: 'ok', subject: 'webhook' });
  });

  it('is not ours when another verify token is set there, or somebody else answers', async () => {
    answer = () => ({ status: 403, body: '{}' });
    expect(await ask()).toMatchObject({ severity: 'problem', text: expect.stringContaining('status 403') });
    answer = () => ({ status: 200, body: 'Welcome to nginx' });
    expect(await ask()).toMatchObject({ severity: 'problem' });
  });

  it('is out of reach where nobody listens', async () => {
    answer = () => ({ status: 200, body: '' });
    const gone = { webhookUrl: 'http://127.0.0.1:1/webhooks/meta', question };
    expect(await askWebhook(transport, gone, patience)).toMatchObject({
      severity: 'problem',
      text: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('is no address that a platform delivers to without https', async () => {
    const reached = { webhookUrl: `${origin}/webhooks/meta`, question };
    expect(await checkWebhook(transport, reached, patience)).toMatchObject({
      severity: 'problem',
      remedy: expect.stringContaining('PUBLIC_URL'),
    });
  });

  it('need only be there for Telegram, which asks nothing', async () => {
    answer = () => ({ status: 405, body: '' });
    const reached = {
      webhookUrl: `${origin}/webhooks/telegram/bot`,
      question: webhookQuestion('telegram', keys),
    };
    expect(await askWebhook(transport, reached, patience)).toMatchObject({ severity: 'ok' });
  });
});
