import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, OutboundMessage, Recipient } from '../../../src/channels/channel.js';
import { createInstagramChannel } from '../../../src/channels/instagram/channel.js';
import { createMessengerChannel } from '../../../src/channels/messenger/channel.js';
import { createGraphClient, type GraphClient } from '../../../src/channels/meta/graph.js';
import { createTransport, type Transport } from '../../../src/channels/transport.js';
import { type FakeMeta, startFakeMeta } from '../../platforms/fake-meta.js';

let meta: FakeMeta;
let transport: Transport;
let graph: GraphClient;

beforeAll(() => {
  transport = createTransport(Date.now, { answerTimeout: 300 });
  graph = createGraphClient(transport);
});
afterAll(() => transport.close());
beforeEach(async () => {
  meta = await startFakeMeta();
});
afterEach(() => meta.close());

const recipient: Recipient = { accountId: '1001', token: 'EAAG-secret', contactId: '901' };
const message: OutboundMessage = {
  reference: 'msg_1',
  body: { text: 'Hello Ada' },
  basis: { kind: 'reply_window' },
  linkBase: 'https://dm.example/l/',
};
const patience = new AbortController().signal;

const channels: readonly (readonly [string, () => Channel])[] = [
  ['instagram', () => createInstagramChannel({ graph, instagramUrl: meta.url, facebookUrl: meta.url })],
  ['messenger', () => createMessengerChannel({ graph, baseUrl: meta.url })],
];

describe.each(channels)('sending on %s', (name, open) => {
  const send = () => open().send(message, recipient, patience);

  it('posts to the account, and brings back the id of the message', async () => {
    const result = await send();
    expect(meta.sends()).toMatchObject([
      { accountId: '1001', contactId: '901', token: 'EAAG-secret', text: 'Hello Ada', metadata: 'msg_1' },
    ]);
    expect(meta.requests[0]!.path).toBe('/v26.0/1001/messages');
    expect(result).toEqual({ kind: 'sent', platformMessageId: meta.sends()[0]!.messageId });
  });

  it('is named, and limited, as its channel is', () => {
    expect(open()).toMatchObject({ name, capabilities: { quickReplies: { most: 13 } } });
  });

  it('brings back what an error means', async () => {
    meta.failNext({ kind: 'error', status: 400, code: 10, subcode: 2018278 });
    expect(await send()).toMatchObject({ kind: 'failed', class: 'window', trace: 'FakeTraceOfMeta' });
  });

  it('brings back how long to wait', async () => {
    meta.failNext({ kind: 'error', status: 429, code: 613, headers: { 'retry-after': '2' } });
    expect(await send()).toMatchObject({ class: 'throttle', scope: 'account', retryAfter: 2_000 });
  });

  it.each([
    ['silence', { kind: 'silence', delivered: true }],
    ['a reset after the body was read', { kind: 'reset', after: 'body', delivered: true }],
    ['an answer that is no JSON', { kind: 'answer', status: 200, body: '<html>', delivered: true }],
    [
      'an answer that names no message',
      { kind: 'answer', status: 200, body: '{"recipient_id":"901"}', delivered: true },
    ],
    ['a bad gateway', { kind: 'answer', status: 502, body: '<html>', delivered: true }],
    [
      'the one error after which messages were seen to arrive',
      { kind: 'error', status: 500, code: 1, subcode: 1357046 },
    ],
  ] as const)('says that it does not know after %s', async (_case, fault) => {
    meta.failNext(fault);
    expect(await send()).toMatchObject({ kind: 'failed', class: 'unknown', retryAfter: null });
  });

  it('says that nothing was sent where nobody listens', async () => {
    const channel = open();
    await meta.close();
    expect(await channel.send(message, recipient, patience)).toMatchObject({
      kind: 'failed',
      class: 'retry',
    });
    meta = await startFakeMeta();
  });

  it('opens what was sent along at Meta’s own stores alone', async () => {
    const wanted = { account: recipient, url: `${meta.url}/picture`, mediaId: null };
    expect(await open().openMedia!(wanted, patience)).toEqual({ ok: false, reason: 'foreign_host' });
    expect(meta.requests).toEqual([]);
  });

  it('lets no token and no text into what it explains', async () => {
    meta.failNext({ kind: 'error', code: 190 });
    const explained = JSON.stringify(await send());
    expect(explained).toContain('auth');
    expect(explained).not.toMatch(/EAAG|Hello|Ada|901|1001/);
  });
});

describe('the version of the Graph API', () => {
  it('is a setting', async () => {
    const channel = createMessengerChannel({ graph, baseUrl: meta.url, version: 'v27.0' });
    await channel.send(message, recipient, patience);
    expect(meta.requests[0]!.version).toBe('v27.0');
  });
});

describe('a contact’s name', () => {
  const ask = (open: () => Channel) => open().fetchProfile(recipient, patience);
  const [[, openInstagram], [, openMessenger]] = channels as [(typeof channels)[0], (typeof channels)[0]];

  it('is one on Instagram, whose first word is the first name', async () => {
    meta.setProfile('901', { name: ' Ada  Lovelace King ' });
    expect(await ask(openInstagram)).toEqual({ firstName: 'Ada', name: 'Ada  Lovelace King' });
    expect(meta.requests[0]).toMatchObject({
      method: 'GET',
      path: '/v26.0/901?fields=name',
      token: 'EAAG-secret',
    });
  });

  it('is two on Messenger', async () => {
    meta.setProfile('901', { first_name: 'Ada', last_name: 'Lovelace' });
    expect(await ask(openMessenger)).toEqual({ firstName: 'Ada', name: 'Ada Lovelace' });
    expect(meta.requests[0]!.path).toBe('/v26.0/901?fields=first_name%2Clast_name');
  });

  it('may be a last name alone', async () => {
    meta.setProfile('901', { last_name: 'Lovelace' });
    expect(await ask(openMessenger)).toEqual({ firstName: null, name: 'Lovelace' });
  });

  describe.each(channels)('on %s is unknown', (_name, open) => {
    const nobody = { firstName: null, name: null };

    it('where the platform says nothing', async () => {
      expect(await ask(open)).toEqual(nobody);
    });

    it('where it is blank, or no text', async () => {
      meta.setProfile('901', { name: ' ', first_name: '\n', last_name: 7 as unknown as string });
      expect(await ask(open)).toEqual(nobody);
    });

    it.each([
      ['refuses', { kind: 'error', code: 100, subcode: 33 }],
      ['breaks off', { kind: 'reset', after: 'body', delivered: false }],
      ['answers in HTML', { kind: 'answer', status: 200, body: '<html>', delivered: false }],
      ['answers with a list', { kind: 'answer', status: 200, body: '["Ada"]', delivered: false }],
    ] as const)('where the platform %s', async (_case, fault) => {
      meta.setProfile('901', { name: 'Ada', first_name: 'Ada' });
      meta.failWhile(({ method }) => method === 'GET', fault);
      expect(await ask(open)).toEqual(nobody);
    });

    it.each(['comment:18000_17900', 'user_ref:ref-1'])(
      'where the contact has no id yet, without being asked for: %s',
      async (contactId) => {
        expect(await open().fetchProfile({ ...recipient, contactId }, patience)).toEqual(nobody);
        expect(meta.requests).toEqual([]);
      },
    );

    it('where nobody may wait any longer', async () => {
      expect(await open().fetchProfile(recipient, AbortSignal.abort())).toEqual(nobody);
    });
  });

  it('is waited for two seconds, no longer', async () => {
    meta.failWhile(({ method }) => method === 'GET', { kind: 'silence', delivered: false });
    const patient = createTransport(Date.now);
    const start = performance.now();
    const channel = createInstagramChannel({
      graph: createGraphClient(patient),
      instagramUrl: meta.url,
      facebookUrl: meta.url,
    });
    expect(await channel.fetchProfile(recipient, patience)).toEqual({ firstName: null, name: null });
    expect(performance.now() - start).toBeGreaterThan(1_900);
    expect(performance.now() - start).toBeLessThan(9_000);
    await patient.close();
  });
});
