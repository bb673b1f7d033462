import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  AccountAccess,
  AccountFinding,
  ExpectedSetup,
  OpenedMedia,
} from '../../../src/channels/channel.js';
import { createTelegramChannel } from '../../../src/channels/telegram/channel.js';
import { createTransport, type Transport } from '../../../src/channels/transport.js';
import { botError, type FakeTelegram, startFakeTelegram } from '../../platforms/fake-telegram.js';

let telegram: FakeTelegram;
let transport: Transport;

beforeAll(() => {
  transport = createTransport(Date.now, { answerTimeout: 1_500 });
});
afterAll(() => transport.close());
beforeEach(async () => {
  telegram = await startFakeTelegram();
});
afterEach(() => telegram.close());

const account: AccountAccess = { accountId: '4000', token: '4000:AAE-very_secret' };
const now = 1_790_000_000_000;
const expected: ExpectedSetup = {
  webhookUrl: 'https://dm.example/webhooks/telegram/studio_bot',
  webhookSecret: 's3cret',
  templates: [],
  menu: [],
  iceBreakers: [],
  now,
};
const patience = new AbortController().signal;

const care = () => createTelegramChannel({ transport, baseUrl: telegram.url }).care!;
const check = (of = account, setup = expected) => care().check(of, setup, patience);
const subscribe = (setup: Partial<ExpectedSetup> = {}) =>
  care().subscribe(account, { ...expected, ...setup }, patience);
const shown = (findings: readonly AccountFinding[]) =>
  findings.map(({ severity, text }) => `${severity}: ${text}`);

const knows = (info: object) =>
  telegram.settings.set('4000/getWebhookInfo', {
    url: expected.webhookUrl,
    has_custom_certificate: false,
    pending_update_count: 0,
    allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member', 'message_reaction'],
    ...info,
  });

describe('setting a bot up', () => {
  it('tells Telegram the address, the secret and what to deliver', async () => {
    expect(shown(await subscribe())).toEqual([`ok: Updates go to ${expected.webhookUrl} from now on.`]);
    expect(telegram.settings.get('4000/setWebhook')).toEqual({
      url: expected.webhookUrl,
      secret_token: 's3cret',
      allowed_updates: ['message', 'callback_query', 'edited_message', 'my_chat_member', 'message_reaction'],
    });
    expect(telegram.violations).toEqual([]);
    expect(await check()).toMatchObject([{ severity: 'ok' }, { severity: 'ok', subject: 'webhook' }]);
  });

  it('puts the menu into the menu of commands, each called as its flow', async () => {
    const findings = await subscribe({
      menu: [
        { title: 'Our prices', payload: 'start:prices' },
        { title: 'Prices again', payload: 'start:prices' },
        { title: 'Growth guide', payload: 'start:guide_2' },
      ],
    });
    expect(telegram.settings.get('4000/setMyCommands')).toEqual({
      commands: [
        { command: 'prices', description: 'Our prices' },
        { command: 'guide_2', description: 'Growth guide' },
      ],
    });
    expect(telegram.settings.get('4000/setChatMenuButton')).toEqual({ menu_button: { type: 'commands' } });
    expect(shown(findings)[1]).toBe('ok: The menu has: /prices, /guide_2.');
  });

  it('says what cannot be a command', async () => {
    const menu = [{ title: 'Long', payload: `start:${'x'.repeat(33)}` }];
    expect(await subscribe({ menu })).toMatchObject([
      { severity: 'ok' },
      { severity: 'warning', subject: 'menu', text: expect.stringContaining('“Long”') },
      { severity: 'ok', text: 'The menu has: nothing.' },
    ]);
  });

  it('leaves the commands alone where the workspace has no menu', async () => {
    await subscribe();
    expect(telegram.requests.map(({ call }) => call)).toEqual(['setWebhook']);
  });

  it.each([
    ['http', { webhookUrl: 'http://localhost:3000/webhooks/telegram/a' }, 'https only'],
    ['a secret with a space', { webhookSecret: 'a b' }, 'none that Telegram takes'],
    ['no secret', { webhookSecret: '' }, 'none that Telegram takes'],
  ])('asks nothing with %s', async (_what, setup, why) => {
    const findings = await subscribe(setup);
    expect(findings).toMatchObject([{ severity: 'problem', text: expect.stringContaining(why) }]);
    expect(telegram.requests).toEqual([]);
  });

  it('says what Telegram refuses', async () => {
    telegram.failWhile(() => true, botError(400, 'Bad Request: bad webhook: Failed to resolve host'));
    expect(shown(await subscribe())).toEqual([
      'problem: Telegram refused setWebhook (code 400): bad request: bad webhook: failed to resolve host.',
    ]);
  });
});

describe('checking a bot', () => {
  it('finds everything in order', async () => {
    knows({ ip_address: '203.0.113.7' });
    expect(shown(await check())).toEqual([
      'ok: The token is that of @studio_bot.',
      `ok: Updates go to ${expected.webhookUrl}, which is 203.0.113.7.`,
    ]);
  });

  it('finds a token that is another bot’s', async () => {
    knows({});
    const [identity] = await check({ ...account, accountId: '5000' });
    expect(identity).toMatchObject({ severity: 'problem', subject: 'token' });
  });

  it('finds a token that counts no more', async () => {
    telegram.revoke('4000');
    expect(await check()).toMatchObject([{ severity: 'problem', subject: 'token' }]);
  });

  it('finds that there is no webhook', async () => {
    expect(shown(await check())[1]).toBe('problem: The bot has no webhook: no update is delivered.');
  });

  it('finds a webhook elsewhere, of which it shows the host alone', async () => {
    knows({ url: 'https://other.example/hook?key=hidden' });
    const [, webhook] = shown(await check());
    expect(webhook).toBe(`problem: Updates go to other.example, and not to ${expected.webhookUrl}.`);
  });

  it.each([
    [['message', 'callback_query'], 'edited_message, my_chat_member, message_reaction'],
    [[], 'message_reaction'],
  ])('finds that of %j some kinds are missing', async (allowed_updates, missing) => {
    knows({ allowed_updates });
    expect(shown(await check())[2]).toBe(`warning: Telegram does not deliver: ${missing}.`);
  });

  it.each([
    [3, 'ok'],
    [100, 'warning'],
  ])('finds that %i updates wait', async (pending_update_count, severity) => {
    knows({ pending_update_count });
    expect(shown(await check())[2]).toBe(
      `${severity}: ${pending_update_count} updates wait to be delivered.`,
    );
  });

  it('finds what went wrong last, and when', async () => {
    const last_error_message = 'Wrong response from the webhook: 401 Unauthorized';
    knows({ last_error_date: now / 1000 - 3600, last_error_message });
    expect(await check()).toMatchObject([
      {},
      {},
      {
        severity: 'warning',
        text: `The last delivery that failed (2026-09-21T13:13:20.000Z): ${last_error_message}.`,
        remedy: expect.stringContaining('secret differs'),
      },
    ]);
  });

  it('does not mind what went wrong two days ago', async () => {
    knows({ last_error_date: now / 1000 - 2 * 86_400, last_error_message: 'Connection refused' });
    expect(await check()).toHaveLength(2);
  });

  it('says where Telegram is silent, without the token', async () => {
    telegram.failWhile(() => true, { kind: 'silence', delivered: false });
    const findings = await check();
    expect(shown(findings)).toEqual(['problem: Telegram gave no answer to getMe (ANSWER_TIMEOUT).']);
  });

  it('shows no token, even where Telegram does', async () => {
    telegram.failWhile(() => true, botError(400, `nothing at /bot${account.token}/getMe`));
    expect(JSON.stringify(await check())).not.toMatch(/very_secret/i);
  });
});

describe('a file', () => {
  const mebibyte = 1024 * 1024;
  const open = (mediaId: string | null) =>
    createTelegramChannel({ transport, baseUrl: telegram.url }).openMedia!(
      { account, mediaId, url: null },
      patience,
    );

  async function read(opened: OpenedMedia): Promise<string> {
    if (!opened.ok) return opened.reason;
    const chunks: Uint8Array[] = [];
    for await (const chunk of opened.content) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  }

  it('is opened by its id', async () => {
    telegram.files.set('photos/file_1.jpg', { content: Buffer.from('a picture') });
    const opened = await open('photos/file_1.jpg');
    expect(opened).toMatchObject({ ok: true, mimeType: 'application/octet-stream', size: 9 });
    expect(await read(opened)).toBe('a picture');
  });

  it('of more than 20 MB is not given out', async () => {
    telegram.files.set('a', { content: Buffer.from('x'), size: 20 * mebibyte + 1 });
    expect(await open('a')).toEqual({ ok: false, reason: 'too_large' });
  });

  it('that turns out longer is not read to its end', async () => {
    telegram.files.set('a', { content: Buffer.alloc(21 * mebibyte), size: 5 });
    expect(await open('a')).toEqual({ ok: false, reason: 'too_large' });
  });

  it('that is gone by then is expired', async () => {
    telegram.failWhile(({ edge }) => edge === 'getFile', {
      kind: 'answer',
      status: 200,
      body: JSON.stringify({ ok: true, result: { file_path: 'photos/gone.jpg' } }),
      delivered: false,
    });
    expect(await open('x')).toEqual({ ok: false, reason: 'expired' });
  });

  it.each(['../../etc/passwd', '/var/lib/x', 'https://evil.example/x', '@evil/x', ''])(
    'is fetched from nowhere else: %j',
    async (file_path) => {
      const body = JSON.stringify({ ok: true, result: { file_path } });
      telegram.failWhile(() => true, { kind: 'answer', status: 200, body, delivered: false });
      expect(await open('x')).toEqual({ ok: false, reason: 'foreign_host' });
    },
  );

  it('has no address of its own', async () => {
    expect(await open(null)).toEqual({ ok: false, reason: 'foreign_host' });
    expect(await open('unknown')).toEqual({ ok: false, reason: 'unavailable' });
  });
});
