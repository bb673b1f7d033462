import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createInstagramChannel } from '../../../src/channels/instagram/channel.js';
import { createGraphClient, type GraphClient } from '../../../src/channels/meta/graph.js';
import { createTransport, type Transport } from '../../../src/channels/transport.js';
import { type FakeMeta, startFakeMeta } from '../../platforms/fake-meta.js';

let meta: FakeMeta;
let transport: Transport;
let graph: GraphClient;

beforeAll(() => {
  transport = createTransport(Date.now, { answerTimeout: 2_000 });
  graph = createGraphClient(transport);
});
afterAll(() => transport.close());
beforeEach(async () => {
  meta = await startFakeMeta();
});
afterEach(() => meta.close());

const page = '100200300400500';
const professional = '17841400000000001';
const token = 'EAAG-secret';
const patience = new AbortController().signal;
const now = Date.parse('2026-10-06T12:00:00Z');

const openInstagram = () => createInstagramChannel({ graph, instagramUrl: meta.url, facebookUrl: meta.url });

describe('a token of Instagram', () => {
  const renew = (page?: string) =>
    openInstagram().care!.renewToken!(
      {
        account: { accountId: professional, token, ...(page === undefined ? {} : { page }) },
        refreshToken: null,
        now,
      },
      patience,
    );

  it('is renewed for sixty days', async () => {
    meta.accounts.renewTo(token, 'IGAA-new', 5_184_000);
    expect(await renew()).toEqual({
      ok: true,
      token: 'IGAA-new',
      refreshToken: null,
      expiresAt: now + 5_184_000_000,
    });
    expect(meta.requests[0]!.path).toBe(
      '/refresh_access_token?grant_type=ig_refresh_token&access_token=EAAG-secret',
    );
  });

  it('that has expired cannot be', async () => {
    const renewal = await renew();
    expect(renewal).toMatchObject({ ok: false, isFinal: true });
    expect(JSON.stringify(renewal)).not.toContain(token);
  });

  it.each([
    ['is too young', { kind: 'error', code: 100 }],
    ['is not answered for', { kind: 'answer', status: 502, body: '<html>', delivered: false }],
    ['comes back empty', { kind: 'answer', status: 200, body: '{"access_token":""}', delivered: false }],
    ['is cut off', { kind: 'reset', after: 'body', delivered: false }],
  ] as const)('that %s may be renewed another time', async (_case, fault) => {
    meta.failWhile(() => true, fault);
    expect(await renew()).toMatchObject({ ok: false, isFinal: false });
  });

  it('by Facebook Login is a page’s, and stays', async () => {
    expect(await renew(page)).toEqual({ ok: true, token, refreshToken: null, expiresAt: null });
    expect(meta.requests).toEqual([]);
  });
});
