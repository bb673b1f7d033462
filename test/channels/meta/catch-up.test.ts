import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ParsedUpdate } from '../../../src/channels/channel.js';
import { createInstagramChannel } from '../../../src/channels/instagram/channel.js';
import { parseDelivery } from '../../../src/channels/meta/envelope.js';
import { createGraphClient, type GraphClient } from '../../../src/channels/meta/graph.js';
import { createMessengerChannel } from '../../../src/channels/messenger/channel.js';
import { createPacer, type Pacer } from '../../../src/channels/pacer.js';
import { createTransport, type Transport } from '../../../src/channels/transport.js';
import type { KeptMessage } from '../../platforms/fake-threads.js';
import { type FakeMeta, startFakeMeta } from '../../platforms/fake-meta.js';
import { delivery, thread } from '../../platforms/meta-payloads.js';

let meta: FakeMeta;
let transport: Transport;
let graph: GraphClient;
/** What was slept, ms, and the clock that the sleeping moved. */
let slept: number[];
let pacer: Pacer;

beforeAll(() => {
  transport = createTransport(Date.now, { answerTimeout: 2_000 });
  graph = createGraphClient(transport);
});
afterAll(() => transport.close());
beforeEach(async () => {
  meta = await startFakeMeta();
  meta.accounts.setAccount(page, 'messenger');
  slept = [];
  let clock = now;
  pacer = createPacer({
    every: 500,
    now: () => clock,
    sleep: async (ms) => {
      slept.push(ms);
      clock += ms;
    },
  });
});
afterEach(() => meta.close());

const now = Date.parse('2026-10-06T12:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const page = '100200300400500';
const professional = '17841400000000001';
const patience = new AbortController().signal;

const account = { accountId: page, token: 'page-token' };
const gap = { account, since: now - 2 * hour, now };

const openMessenger = () => createMessengerChannel({ graph, baseUrl: meta.url, pacer });
const openInstagram = () =>
  createInstagramChannel({ graph, instagramUrl: meta.url, facebookUrl: meta.url, pacer });

async function gathered(batches: AsyncIterable<readonly ParsedUpdate[]>): Promise<readonly ParsedUpdate[]> {
  const all: ParsedUpdate[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}

const catchUp = (more: Partial<typeof gap> = {}) =>
  gathered(openMessenger().catchUp!({ ...gap, ...more }, patience));

const says = (contactId: string, id: string, minutesAgo: number, more: Partial<KeptMessage> = {}) =>
  meta.threads.keep(page, contactId, {
    id,
    by: 'contact',
    text: `words of ${id}`,
    at: now - minutesAgo * minute,
    ...more,
  });

describe('what was said while nobody listened', () => {
  it('comes with the keys of its webhooks, oldest first, whoever said it', async () => {
    says('901', 'm_3', 10);
    says('902', 'm_1', 50);
    says('901', 'm_2', 30, { by: 'us' });
    expect(await catchUp()).toEqual([
      {
        channel: 'messenger',
        accountId: page,
        contactId: '902',
        key: 'message:m_1',
        content: {
          kind: 'messageReceived',
          occurredAt: now - 50 * minute,
          platformMessageId: 'm_1',
          text: 'words of m_1',
          quickReply: null,
          storyReply: null,
          replyTo: null,
          referral: null,
          attachments: [],
        },
      },
      expect.objectContaining({
        contactId: '901',
        key: 'echo:m_2',
        content: expect.objectContaining({
          kind: 'messageEchoed',
          text: 'words of m_2',
          metadata: null,
          ownMessageId: null,
        }) as unknown,
      }),
      expect.objectContaining({ contactId: '901', key: 'message:m_3' }),
    ]);
  });

  it('is asked for as the documents say', async () => {
    await catchUp();
    const { method, accountId, edge, query, token } = meta.requests[0]!;
    expect([method, accountId, edge, token]).toEqual(['GET', page, 'conversations', 'page-token']);
    expect(query.get('platform')).toBe('messenger');
    expect(query.get('fields')).toMatch(
      /^updated_time,messages\.limit\(20\)\{id,created_time,from,to,message,/,
    );
  });

  it('is known by the key of a button that was delivered already', async () => {
    const pressed = thread({ object: 'page', id: page }, '901').presses('Start', 'GET_STARTED', {
      mid: 'm_1',
    });
    const { updates } = parseDelivery(delivery({ object: 'page', id: page }, pressed), now);
    says('901', 'm_1', 10, { text: 'Start' });
    expect((await catchUp()).map(({ key }) => key)).toEqual(updates.map(({ key }) => key));
  });

  it('leaves out what was said before', async () => {
    says('901', 'm_old', 130);
    says('901', 'm_new', 110);
    expect((await catchUp()).map(({ key }) => key)).toEqual(['message:m_new']);
  });

  it('goes back a day, no further', async () => {
    says('901', 'm_old', 25 * 60);
    says('901', 'm_new', 23 * 60);
    expect((await catchUp({ since: 0 })).map(({ key }) => key)).toEqual(['message:m_new']);
  });

  it('comes from all pages that changed, at two calls a second', async () => {
    for (let each = 0; each < 60; each++) says(String(1000 + each), `m_${each}`, 60 - each / 2);
    expect(await catchUp()).toHaveLength(60);
    expect(meta.requests.map(({ query }) => query.get('after'))).toEqual([null, '25', '50']);
    expect(slept).toEqual([500, 500]);
  });

  it('stops at the page on which nothing changed', async () => {
    for (let each = 0; each < 100; each++) says(String(1000 + each), `m_${each}`, each < 25 ? 10 : 300);
    expect(await catchUp()).toHaveLength(25);
    expect(meta.requests).toHaveLength(2);
  });

  it.each<[string, object, object]>([
    [
      'a picture',
      {
        attachments: {
          data: [{ mime_type: 'image/jpeg', image_data: { url: 'https://scontent.example/1' } }],
        },
      },
      { attachments: [{ type: 'image', url: 'https://scontent.example/1' }] },
    ],
    [
      'a film',
      {
        attachments: {
          data: [{ mime_type: 'video/mp4', video_data: { url: 'https://scontent.example/2' } }],
        },
      },
      { attachments: [{ type: 'video', url: 'https://scontent.example/2' }] },
    ],
    [
      'a voice message',
      { attachments: { data: [{ mime_type: 'audio/mp4', file_url: 'https://scontent.example/3' }] } },
      { attachments: [{ type: 'audio', url: 'https://scontent.example/3' }] },
    ],
    [
      'a document',
      { attachments: { data: [{ mime_type: 'application/pdf', file_url: 'https://scontent.example/4' }] } },
      { attachments: [{ type: 'file', url: 'https://scontent.example/4' }] },
    ],
    [
      'a shared post',
      { shares: { data: [{ link: 'https://www.instagram.com/p/1' }] } },
      { attachments: [{ type: 'share', url: 'https://www.instagram.com/p/1' }] },
    ],
    [
      'a sticker',
      { sticker: 'https://scontent.example/5' },
      { attachments: [{ type: 'sticker', url: 'https://scontent.example/5' }] },
    ],
    [
      'a story that names us',
      { story: { mention: { id: 's_1', link: 'https://lookaside.fbsbx.com/6' } } },
      { storyMention: true, attachments: [{ type: 'story_mention', url: 'https://lookaside.fbsbx.com/6' }] },
    ],
    ['an answer to our story', { story: { reply_to: { id: 's_2' } } }, { storyReply: { id: 's_2' } }],
    [
      'what apps are not shown',
      { is_unsupported: true },
      { attachments: [{ type: 'unsupported', url: null }] },
    ],
  ])('tells of %s as its webhook does', async (_case, extra, expected) => {
    says('901', 'm_1', 10, { text: '', extra: extra as Record<string, unknown> });
    expect((await catchUp())[0]!.content).toMatchObject({ kind: 'messageReceived', ...expected });
  });

  it('is skipped where nobody can tell who wrote to whom', async () => {
    meta.threads.keep(page, '901', { id: 'm_1', by: 'contact', at: now - minute, extra: { from: null } });
    meta.threads.keep(page, '902', { id: 'm_2', by: 'us', at: now - minute, extra: { to: { data: [] } } });
    meta.threads.keep(page, '903', { id: 'm_3', by: 'contact', at: now - minute, extra: { to: 'x' } });
    meta.threads.keep(page, '904', { id: 'm_4', by: 'contact', at: now - minute, extra: { id: null } });
    expect(await catchUp()).toEqual([]);
  });

  it.each([
    ['a list', '[]'],
    ['no list of conversations', '{"data":{"id":"t_1"}}'],
    ['conversations of nothing', '{"data":[null,7,{"messages":[]},{"messages":{"data":[null,7]}}]}'],
  ])('may be %s: then there is nothing', async (_case, body) => {
    meta.failWhile(() => true, { kind: 'answer', status: 200, body, delivered: false });
    const result = catchUp();
    await (body === '[]' ? expect(result).rejects.toThrow() : expect(result).resolves.toEqual([]));
  });
});

describe('Instagram', () => {
  const sayOn = (node: string) =>
    meta.threads.keep(node, '901', { id: 'm_1', by: 'contact', text: 'guide', at: now - minute });

  it.each([
    ['Instagram Login', professional, { accountId: professional, token: 't' }],
    ['Facebook Login', page, { accountId: professional, token: 't', page }],
  ])('by %s is asked for at the node that has its conversations', async (_way, node, account) => {
    meta.accounts.setAccount(node, 'instagram', professional);
    sayOn(node);
    const updates = await gathered(openInstagram().catchUp!({ ...gap, account }, patience));
    expect(updates).toMatchObject([
      { channel: 'instagram', accountId: professional, contactId: '901', key: 'message:m_1' },
    ]);
    expect(meta.requests[0]).toMatchObject({ accountId: node });
    expect(meta.requests[0]!.query.get('platform')).toBe('instagram');
  });
});

describe('a platform in trouble', () => {
  it('is asked three times', async () => {
    says('901', 'm_1', 10);
    let left = 2;
    meta.failWhile(() => left-- > 0, { kind: 'error', status: 500, code: 2 });
    expect(await catchUp()).toHaveLength(1);
    expect(slept).toEqual([500, 500]);
  });

  it('is believed after that, and what could be read was handed over', async () => {
    for (let each = 0; each < 30; each++) says(String(1000 + each), `m_${each}`, 10);
    const seen: ParsedUpdate[] = [];
    let asked = 0;
    meta.failWhile(() => (asked += 1) > 1, { kind: 'error', code: 80006 });
    const reading = (async () => {
      for await (const batch of openMessenger().catchUp!(gap, patience)) seen.push(...batch);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'catch_up_interrupted', retryable: true });
    expect(seen).toHaveLength(25);
    expect(asked).toBe(4);
  });

  it('that refuses our token is asked once', async () => {
    meta.failWhile(() => true, { kind: 'error', code: 190 });
    await expect(catchUp()).rejects.toMatchObject({ retryable: false });
    expect(meta.requests).toHaveLength(1);
    await expect(catchUp()).rejects.not.toThrow(/page-token|100200300400500/);
  });

  it('is left alone by who may wait no longer', async () => {
    const reading = gathered(openMessenger().catchUp!(gap, AbortSignal.abort()));
    await expect(reading).rejects.toMatchObject({ code: 'catch_up_interrupted' });
    expect(meta.requests).toEqual([]);
  });
});
