import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { botError, type FakeTelegram, startFakeTelegram } from './fake-telegram.js';
import { chatWith, type Part } from './telegram-payloads.js';

let telegram: FakeTelegram;
beforeEach(async () => {
  telegram = await startFakeTelegram();
});
afterEach(() => telegram.close());

async function call(method: string, body: Part, token = '4000:AAE') {
  const answer = await fetch(`${telegram.url}/bot${token}/${method}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Part };
}

const say = (chat: number, text: string) => call('sendMessage', { chat_id: chat, text });

describe('the fake Telegram', () => {
  it('wakes who waits for messages', async () => {
    const waiting = telegram.waitForSends(2, { to: '501' });
    await say(501, 'one');
    await say(502, 'not counted');
    await say(501, 'two');
    expect((await waiting).map(({ text }) => text)).toEqual(['one', 'two']);
    await expect(telegram.waitForSends(9, { within: 20 })).rejects.toThrow(
      'these came: ["one","not counted"',
    );
  });

  it('keeps faults for messages', async () => {
    telegram.failNext(botError(500, 'Internal'));
    expect((await call('getMe', {})).status).toBe(200);
    expect((await say(501, 'one')).status).toBe(500);
    expect(telegram.delivered()).toEqual([]);
  });

  it.each([
    ['no text', 'sendMessage', { chat_id: 501, text: '' }],
    ['too much text', 'sendMessage', { chat_id: 501, text: 'x'.repeat(4097) }],
    ['a field that it does not know', 'sendMessage', { chat_id: 501, text: 'x', tag: 1 }],
    [
      'a caption that is too long',
      'sendPhoto',
      { chat_id: 501, photo: 'https://e.com', caption: 'x'.repeat(1025) },
    ],
    [
      'a payload of 65 bytes',
      'sendMessage',
      {
        chat_id: 501,
        text: 'x',
        reply_markup: { inline_keyboard: [[{ text: 'k', callback_data: 'ü'.repeat(33) }]] },
      },
    ],
    ['a webhook without TLS', 'setWebhook', { url: 'http://e.com' }],
    ['an improper secret', 'setWebhook', { url: 'https://e.com', secret_token: 'a b' }],
  ])('refuses %s, and remembers it', async (_what, method, body) => {
    expect(await call(method, body)).toMatchObject({ status: 400, body: { ok: false, error_code: 400 } });
    expect(telegram.violations).toHaveLength(1);
    expect(telegram.delivered()).toEqual([]);
  });

  it('holds each call against a description of the Bot API where it has one', async () => {
    const spec = {
      types: {},
      methods: { sendMessage: { fields: [{ name: 'chat_id', types: ['Integer'], required: true }] } },
    };
    await telegram.close();
    telegram = await startFakeTelegram({ spec });
    await say(501, 'one');
    expect(telegram.violations).toEqual(['sendMessage: sendMessage.text is unknown']);
  });

  it('knows no bot by a token that is none, and none that is revoked', async () => {
    expect((await call('getMe', {}, 'abc')).status).toBe(404);
    telegram.revoke('4000');
    expect((await call('getMe', {})).status).toBe(401);
  });

  it('slows down who writes too fast into one chat', async () => {
    await telegram.close();
    telegram = await startFakeTelegram({ chatPace: { burst: 2, every: 60_000 } });
    await say(501, 'one');
    await say(501, 'two');
    const { status, body } = await say(501, 'three');
    expect([status, body]).toMatchObject([429, { parameters: { retry_after: expect.any(Number) } }]);
    expect((await say(502, 'other')).status).toBe(200);
    expect(telegram.delivered().map(({ text }) => text)).toEqual(['one', 'two', 'other']);
  });
});

describe('deliveries of the fake Telegram', () => {
  const ada = chatWith(501);
  let server: Server;
  let answers: number[];
  let taken: { readonly text: string; readonly secret: unknown }[];

  beforeEach(async () => {
    answers = [];
    taken = [];
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        const secret = request.headers['x-telegram-bot-api-secret-token'];
        const { message } = JSON.parse(text) as { readonly message?: { readonly text: string } };
        taken.push({ text: message?.text ?? '', secret });
        response.writeHead(answers.shift() ?? 200).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    telegram.connect({ url: `http://127.0.0.1:${port}/webhooks/telegram/studio_bot`, secret: 's3cret' });
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('carry the secret, and come again until they are taken, the chat’s later ones behind them', async () => {
    answers = [503, 500];
    await Promise.all([telegram.deliver(ada.says('one')), telegram.deliver(ada.says('two'))]);
    expect(taken.map(({ text }) => text)).toEqual(['one', 'one', 'one', 'two']);
    expect(taken[0]!.secret).toBe('s3cret');
    expect(telegram.deliveryTries.map(({ status }) => status)).toEqual([503, 500, 200, 200]);
  });

  it('repeat themselves where they are told to', async () => {
    await telegram.deliver(ada.says('one'), 3);
    expect(taken.map(({ text }) => text)).toEqual(['one', 'one', 'one']);
  });

  it('leave a press open until it is answered', async () => {
    await telegram.deliver(ada.presses('start:guide', { id: '99' }));
    expect(telegram.unanswered()).toEqual(['99']);
    expect((await call('answerCallbackQuery', { callback_query_id: '98' })).status).toBe(400);
    await call('answerCallbackQuery', { callback_query_id: '99' });
    expect(telegram.unanswered()).toEqual([]);
  });
});
