import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountAccess, Channel, OutboundMessage, Recipient } from '../../../src/channels/channel.js';
import { createTransport, type Transport } from '../../../src/channels/transport.js';
import { createXPlatform } from '../../../src/channels/x/platform.js';
import type { MessageBody } from '../../../src/core/message.js';
import { type FakeX, startFakeX, xProblem } from '../../platforms/fake-x.js';

let x: FakeX;
let transport: Transport;
let channel: Channel;
let recipient: Recipient;

beforeAll(() => {
  transport = createTransport(Date.now, { answerTimeout: 1_500 });
});
afterAll(() => transport.close());
beforeEach(async () => {
  x = await startFakeX();
  const { webhook, channels } = createXPlatform({ transport, baseUrl: x.url });
  expect(webhook.name).toBe('x');
  channel = channels[0]!;
  recipient = { accountId: '1001', token: x.grants.issue('1001').token, contactId: '501' };
});
afterEach(() => x.close());

const patience = new AbortController().signal;
const toMessage = (body: MessageBody): OutboundMessage => ({
  reference: 'msg_1',
  body,
  basis: { kind: 'reply_window' },
  linkBase: 'https://dm.example/l/',
});
const send = (body: MessageBody = { text: 'Hello Ada' }) =>
  channel.send(toMessage(body), recipient, patience);

describe('sending on X', () => {
  it('posts to the user, and brings back the id of the event', async () => {
    const result = await send();
    expect(x.sends()).toMatchObject([{ accountId: '1001', contactId: '501', text: 'Hello Ada' }]);
    expect(result).toEqual({ kind: 'sent', platformMessageId: x.sends()[0]!.messageId });
    expect(x.violations).toEqual([]);
  });

  it('says the message’s link by its tracked address, once', async () => {
    const link = { label: 'Get the guide', code: 'c0de', target: 'https://example.com/guide' };
    await send({ text: 'Here it is', link });
    await send({ text: '', link });
    expect(x.sends().map(({ text }) => text)).toEqual([
      'Here it is\nGet the guide: https://dm.example/l/c0de',
      'Get the guide: https://dm.example/l/c0de',
    ]);
  });

  it('leaves room for the link', () => {
    const { linkText, text } = channel.capabilities;
    expect([channel.name, text.size, linkText.size]).toEqual(['x', 10_000, 9_000]);
  });

  it('rests when the budget of fifteen is used up', async () => {
    for (let sent = 1; sent < 15; sent++) expect(await send()).not.toHaveProperty('rest');
    const last = await send();
    expect(last.kind === 'sent' && last.rest).toBeGreaterThan(14 * 60_000);
    const over = await send();
    expect(over).toMatchObject({ kind: 'failed', class: 'throttle', scope: 'account' });
    expect(over.kind === 'failed' && over.retryAfter).toBeGreaterThan(14 * 60_000);
    expect(x.delivered()).toHaveLength(15);
  });

  it('waits no longer than a day, and no shorter than not at all', async () => {
    const wait = async (reset: string | undefined) => {
      x.failNext(xProblem(429, {}, reset === undefined ? {} : { 'x-rate-limit-reset': reset }));
      const result = await send();
      return result.kind === 'failed' ? result.retryAfter : 'sent';
    };
    expect(await wait('9999999999')).toBe(86_400_000);
    expect(await wait('1000000000')).toBe(0);
    expect(await wait('soon')).toBeNull();
    expect(await wait(undefined)).toBeNull();
  });

  it('is not let in when the token has ended', async () => {
    x.grants.end(recipient.token);
    expect(await send()).toMatchObject({ kind: 'failed', class: 'auth', scope: 'account' });
  });

  it('finds out of reach who takes no messages', async () => {
    x.closed.add('501');
    expect(await send()).toMatchObject({ class: 'unreachable', scope: 'contact' });
  });

  it.each([
    [403, { errors: [{ code: 93, message: 'This application is not allowed' }] }, 'auth', 'account'],
    [403, { errors: [{ code: 476, message: 'x' }] }, 'auth', 'account'],
    [403, { errors: [{ code: 226, message: 'This looks automated' }] }, 'policy', 'account'],
    [403, { errors: [{ code: 150, message: 'x' }] }, 'unreachable', 'contact'],
    [403, { errors: [{ code: 349, message: 'x' }] }, 'unreachable', 'contact'],
    [403, { code: 349, detail: 'x' }, 'unreachable', 'contact'],
    [403, { title: 'Client Forbidden', detail: 'x' }, 'auth', 'account'],
    [403, { type: 'https://api.x.com/2/problems/client-forbidden' }, 'auth', 'account'],
    [403, { detail: 'The token lacks the scope dm.write' }, 'auth', 'account'],
    [403, { type: 'https://api.x.com/2/problems/oauth1-permissions' }, 'auth', 'account'],
    [403, { title: 'Unsupported Authentication' }, 'auth', 'account'],
    [403, { title: 'Forbidden', detail: 'Recipient accepts no messages' }, 'unreachable', 'contact'],
    [403, {}, 'unreachable', 'contact'],
    [404, { title: 'Not Found Error' }, 'unreachable', 'contact'],
    [400, { title: 'Invalid Request' }, 'invalid', 'contact'],
    [302, {}, 'invalid', 'contact'],
    [500, {}, 'unknown', 'contact'],
    [503, { title: 'Service Unavailable' }, 'unknown', 'contact'],
    [408, {}, 'unknown', 'contact'],
  ] as const)('finds in %i %o the class %s', async (status, problem, errorClass, scope) => {
    x.failNext(xProblem(status, problem));
    expect(await send()).toMatchObject({ kind: 'failed', class: errorClass, scope, retryAfter: null });
  });

  it.each([
    ['silence', { kind: 'silence', delivered: true }],
    ['a reset after the body was read', { kind: 'reset', after: 'body', delivered: true }],
    ['an answer that is no JSON', { kind: 'answer', status: 201, body: '<html>', delivered: true }],
    ['an answer that names no event', { kind: 'answer', status: 201, body: '{"data":{}}', delivered: true }],
  ] as const)('says that it does not know after %s', async (_case, fault) => {
    x.failNext(fault);
    expect(await send()).toMatchObject({ kind: 'failed', class: 'unknown', retryAfter: null });
  });

  it('says that nothing was sent where nobody listens', async () => {
    await x.close();
    expect(await send()).toMatchObject({ kind: 'failed', class: 'retry' });
    x = await startFakeX();
  });

  it('lets no token, id or text into what it explains, but X’s reference for it', async () => {
    const problem = { title: 'Hello Ada', detail: `501 ${recipient.token}` };
    x.failNext(xProblem(403, problem, { 'x-transaction-id': 'af3c' }));
    const explained = JSON.stringify(await send());
    expect(explained).toContain('"trace":"af3c"');
    expect(explained).not.toMatch(/at-|Hello|Ada|501|1001/);
  });

  it('keeps an id from being a path', async () => {
    await channel.send(toMessage({ text: 'x' }), { ...recipient, contactId: '../users/1' }, patience);
    expect(x.sends()[0]!.contactId).toBe('../users/1');
  });

  it('shows no typing, and asks nothing for it', async () => {
    await channel.showTyping(recipient, patience);
    expect(x.requests).toEqual([]);
  });
});

describe('a contact’s name on X', () => {
  it('is one, whose first word is the first name', async () => {
    x.names.set('501', ' Ada  Lovelace ');
    expect(await channel.fetchProfile(recipient, patience)).toEqual({
      firstName: 'Ada',
      name: 'Ada  Lovelace',
    });
  });

  it.each([
    ['it is blank', undefined],
    ['X refuses', xProblem(403)],
    ['X breaks off', { kind: 'reset', after: 'body', delivered: false }],
  ] as const)('is unknown where %s', async (_case, fault) => {
    x.names.set('501', ' ');
    if (fault !== undefined) x.failWhile(() => true, fault);
    expect(await channel.fetchProfile(recipient, patience)).toEqual({ firstName: null, name: null });
  });
});

describe('the account’s token', () => {
  const now = 1_790_000_000_000;
  const client = { id: 'client', secret: 'client secret' };
  const renew = (refreshToken: string | null, of: Partial<AccountAccess> = { client }) =>
    channel.care!.renewToken!({ account: { ...recipient, ...of }, refreshToken, now }, patience);

  it('is renewed by the refresh token, which is a new one each time', async () => {
    const { refreshToken } = x.grants.issue('1001');
    const first = await renew(refreshToken);
    expect(first).toMatchObject({ ok: true, expiresAt: now + 7_200_000 });
    if (!first.ok) return;
    recipient = { ...recipient, token: first.token };
    expect(await send()).toMatchObject({ kind: 'sent' });
    expect(first.refreshToken).not.toBe(refreshToken);
    expect(await renew(first.refreshToken)).toMatchObject({ ok: true });
    expect(await renew(refreshToken)).toMatchObject({ ok: false, isFinal: true });
  });

  it('is asked for as the client, with its secret where it has one', async () => {
    const { refreshToken } = x.grants.issue('1001');
    await renew(refreshToken);
    await renew(refreshToken, { client: { id: 'public' } });
    expect(x.requests.map(({ authorization }) => authorization)).toEqual([
      `Basic ${Buffer.from('client:client%20secret').toString('base64')}`,
      null,
    ]);
    expect(x.requests.map(({ text }) => new URLSearchParams(text).get('client_id'))).toEqual([
      'client',
      'public',
    ]);
  });

  it.each([
    ['no client', 'rt', {}],
    ['no refresh token', null, { client }],
  ])('cannot be renewed with %s', async (_what, refreshToken, of) => {
    expect(await renew(refreshToken, of)).toMatchObject({ ok: false, isFinal: true });
    expect(x.requests).toEqual([]);
  });

  it.each([
    ['X is silent', { kind: 'silence', delivered: false }],
    ['X fails', xProblem(503)],
    ['X asks to wait', xProblem(429)],
    ['the answer is not readable', { kind: 'answer', status: 200, body: '<html>', delivered: false }],
  ] as const)('may be renewed later where %s', async (_what, fault) => {
    const { refreshToken } = x.grants.issue('1001');
    x.failWhile(() => true, fault);
    const renewal = await renew(refreshToken);
    expect(renewal).toMatchObject({ ok: false, isFinal: false });
    expect(JSON.stringify(renewal)).not.toMatch(/rt-|secret/);
  });
});
