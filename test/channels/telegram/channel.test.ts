import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, OutboundMessage, Recipient } from '../../../src/channels/channel.js';
import { createTelegramPlatform } from '../../../src/channels/telegram/platform.js';
import { createTransport, type Transport } from '../../../src/channels/transport.js';
import { botError, type FakeTelegram, startFakeTelegram } from '../../platforms/fake-telegram.js';

let telegram: FakeTelegram;
let transport: Transport;
let channel: Channel;

beforeAll(() => {
  transport = createTransport(Date.now, { answerTimeout: 1_500 });
});
afterAll(() => transport.close());
beforeEach(async () => {
  telegram = await startFakeTelegram();
  channel = open(telegram.url);
});
afterEach(() => telegram.close());

function open(baseUrl: string): Channel {
  const { webhook, channels } = createTelegramPlatform({ transport, baseUrl });
  expect(webhook.name).toBe('telegram');
  return channels[0]!;
}

const token = '4000:AAE-very_secret';
const recipient: Recipient = { accountId: '4000', token, contactId: '501' };
const message: OutboundMessage = {
  reference: 'msg_1',
  body: { text: 'Hello Ada', quickReplies: [{ title: 'Yes', payload: 'guide#ok#yes' }] },
  basis: { kind: 'reply_window' },
  linkBase: 'https://dm.example/l/',
};
const patience = new AbortController().signal;
const send = (to: Partial<Recipient> = {}) => channel.send(message, { ...recipient, ...to }, patience);

describe('sending on Telegram', () => {
  it('posts to the chat in the bot’s name, and brings back the id of the message', async () => {
    const result = await send();
    expect(telegram.sends()).toMatchObject([
      {
        accountId: '4000',
        contactId: '501',
        text: 'Hello Ada',
        keys: [[{ text: 'Yes', data: 'guide#ok#yes' }]],
      },
    ]);
    expect(result).toEqual({ kind: 'sent', platformMessageId: '1' });
    expect(telegram.violations).toEqual([]);
  });

  it('is named, and limited, as its channel is', () => {
    expect(channel).toMatchObject({ name: 'telegram', capabilities: { text: { size: 4096 } } });
  });

  it.each([
    ['blocked', 403],
    ['deactivated', 403],
    ['unknown', 400],
  ] as const)('finds the contact out of reach where the chat is %s', async (because, code) => {
    telegram.closeChat('501', because);
    expect(await send()).toMatchObject({
      kind: 'failed',
      class: 'unreachable',
      scope: 'contact',
      retryAfter: null,
    });
    expect(JSON.stringify(await send())).toContain(`code ${code}`);
    telegram.openChat('501');
    expect(await send()).toMatchObject({ kind: 'sent' });
  });

  it.each([
    [403, "Forbidden: bot can't initiate conversation with a user", 'unreachable', 'contact'],
    [403, 'Forbidden: something new', 'unreachable', 'contact'],
    [400, 'Bad Request: PEER_ID_INVALID', 'unreachable', 'contact'],
    [400, 'Bad Request: failed to get HTTP URL content', 'invalid', 'contact'],
    [400, "Bad Request: can't parse entities", 'invalid', 'contact'],
    [400, 'Bad Request: message is not modified', 'invalid', 'contact'],
    [401, 'Unauthorized', 'auth', 'account'],
    [404, 'Not Found', 'auth', 'account'],
    [409, 'Conflict: terminated by other getUpdates request', 'auth', 'account'],
    [413, 'Request Entity Too Large', 'invalid', 'contact'],
    [429, 'Too Many Requests', 'throttle', 'account'],
    [500, 'Internal Server Error', 'retry', 'contact'],
    [502, 'Bad Gateway', 'retry', 'contact'],
  ] as const)('finds in %i %s the class %s', async (code, description, errorClass, scope) => {
    telegram.failNext(botError(code, description));
    expect(await send()).toMatchObject({ kind: 'failed', class: errorClass, scope });
  });

  it('waits for the whole bot as long as Telegram asks', async () => {
    telegram.failNext(botError(429, 'Too Many Requests: retry after 7', { retry_after: 7 }));
    expect(await send()).toMatchObject({ class: 'throttle', scope: 'account', retryAfter: 7_000 });
  });

  it('goes by the code of the error, whatever the status', async () => {
    const body = JSON.stringify({ ok: false, error_code: 403, description: 'Forbidden' });
    telegram.failNext({ kind: 'answer', status: 200, body, delivered: false });
    expect(await send()).toMatchObject({ class: 'unreachable' });
  });

  it('sends once more where the chat goes on under another id, and tells it', async () => {
    telegram.failNext(botError(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -100777 }));
    expect(await send()).toEqual({ kind: 'sent', platformMessageId: '2', contactIds: ['-100777', '501'] });
    expect(telegram.delivered().map(({ contactId }) => contactId)).toEqual(['-100777']);
  });

  it('does not follow a chat that moves without end', async () => {
    telegram.failNext(botError(400, 'Bad Request', { migrate_to_chat_id: -100777 }), 9);
    expect(await send()).toMatchObject({ class: 'invalid' });
    expect(telegram.sends()).toHaveLength(2);
  });

  it.each([
    ['silence', { kind: 'silence', delivered: true }],
    ['a reset before the body was read', { kind: 'reset', after: 'head' }],
    ['a reset after the body was read', { kind: 'reset', after: 'body', delivered: true }],
    ['an answer that is no JSON', { kind: 'answer', status: 200, body: '<html>', delivered: true }],
    [
      'an answer that names no message',
      { kind: 'answer', status: 200, body: '{"ok":true}', delivered: true },
    ],
  ] as const)('says that it does not know after %s', async (_case, fault) => {
    telegram.failNext(fault);
    expect(await send()).toMatchObject({ kind: 'failed', class: 'unknown', retryAfter: null });
  });

  it('says that nothing was sent where nobody listens', async () => {
    await telegram.close();
    expect(await send()).toMatchObject({ kind: 'failed', class: 'retry' });
    telegram = await startFakeTelegram();
  });

  it('tries again what a gateway answered in HTML', async () => {
    telegram.failNext({ kind: 'answer', status: 502, body: '<html>', delivered: false });
    expect(await send()).toMatchObject({ kind: 'failed', class: 'retry' });
  });
});

describe('the token', () => {
  const faults = [
    { kind: 'silence', delivered: true },
    { kind: 'reset', after: 'body', delivered: true },
    { kind: 'answer', status: 302, body: '', headers: { location: `/bot${token}` }, delivered: false },
    botError(401, `Unauthorized: /bot${token}/sendMessage for Ada 501`),
    botError(400, `Bad Request: Hello Ada ${token}`),
  ] as const;

  it('is in no result, whatever goes wrong, nor is anything of the chat', async () => {
    for (const fault of faults) {
      telegram.failNext(fault);
      expect(JSON.stringify(await send())).not.toMatch(/AAE|secret|Hello|Ada|501|4000/);
    }
    const nowhere = open('http://no-such-host.invalid');
    expect(JSON.stringify(await nowhere.send(message, recipient, patience))).not.toMatch(/AAE|secret/);
  });

  it.each(['4000:A/../../bot5000:B', '4000:A\r\nhost: evil', '4000:A?x=#', ''])(
    'is no way to another address: %j',
    async (bad) => {
      expect(await send({ token: bad })).toMatchObject({ kind: 'failed', class: 'auth' });
      expect(telegram.requests).toEqual([]);
    },
  );
});

describe('signs and names', () => {
  it('shows typing, which is no message', async () => {
    await channel.showTyping(recipient, patience);
    expect(telegram.requests).toMatchObject([
      { call: 'sendChatAction', body: { chat_id: '501', action: 'typing' } },
    ]);
    expect(telegram.sends()).toEqual([]);
  });

  it('answers a press, and does not mind that it is too old', async () => {
    await channel.acknowledge!({ kind: 'callback_query', id: '99' }, recipient, patience);
    expect(telegram.requests).toMatchObject([
      { call: 'answerCallbackQuery', body: { callback_query_id: '99' } },
    ]);
    telegram.failWhile(() => true, { kind: 'reset', after: 'head' });
    await channel.acknowledge!({ kind: 'callback_query', id: '99' }, recipient, patience);
  });

  it('asks the chat for the contact’s names', async () => {
    telegram.setProfile('501', { first_name: ' Ada ', last_name: 'Lovelace' });
    expect(await channel.fetchProfile(recipient, patience)).toEqual({
      firstName: 'Ada',
      name: 'Ada Lovelace',
    });
  });

  it('knows a contact with a first name only by that', async () => {
    telegram.setProfile('501', { first_name: 'Ada' });
    expect(await channel.fetchProfile(recipient, patience)).toEqual({ firstName: 'Ada', name: 'Ada' });
  });

  it.each([
    ['knows no such chat', undefined],
    ['breaks off', { kind: 'reset', after: 'body', delivered: false }],
    ['answers in HTML', { kind: 'answer', status: 200, body: '<html>', delivered: false }],
  ] as const)('knows nobody where Telegram %s', async (_case, fault) => {
    if (fault !== undefined) telegram.failWhile(() => true, fault);
    expect(await channel.fetchProfile(recipient, patience)).toEqual({ firstName: null, name: null });
  });
});
