import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createInstagramChannel } from '../../../src/channels/instagram/channel.js';
import { createGraphClient, type GraphClient } from '../../../src/channels/meta/graph.js';
import { createMessengerChannel } from '../../../src/channels/messenger/channel.js';
import { createTransport, type Transport } from '../../../src/channels/transport.js';
import { type FakeMeta, startFakeMeta } from '../../platforms/fake-meta.js';

let meta: FakeMeta;
let transport: Transport;
let graph: GraphClient;

beforeAll(() => {
  transport = createTransport(Date.now, { answerTimeout: 1_000 });
  graph = createGraphClient(transport);
});
afterAll(() => transport.close());
beforeEach(async () => {
  meta = await startFakeMeta();
});
afterEach(async () => {
  expect(meta.violations).toEqual([]);
  await meta.close();
});

const thread = { accountId: '17841400000000001', token: 't', contactId: '901' };
const patience = new AbortController().signal;
const channels = [
  ['messenger', () => createMessengerChannel({ graph, baseUrl: meta.url }), '263902037430900'],
  [
    'instagram',
    () => createInstagramChannel({ graph, instagramUrl: meta.url, facebookUrl: meta.url }),
    '1217981644879628',
  ],
] as const;

describe.each(channels)('a thread on %s', (_name, open, inbox) => {
  const recipient = { id: '901' };

  it.each([
    ['take', 'take_thread_control', { recipient }],
    ['passToInbox', 'pass_thread_control', { recipient, target_app_id: inbox }],
    ['release', 'release_thread_control', { recipient }],
  ] as const)('is asked for by %s', async (act, edge, body) => {
    expect(await open().threadControl![act](thread, patience)).toEqual({ ok: true });
    expect(meta.requests[0]).toMatchObject({
      method: 'POST',
      accountId: thread.accountId,
      edge,
      body,
      token: 't',
    });
  });

  it('that Meta keeps from us is explained', async () => {
    meta.failWhile(() => true, { kind: 'error', code: 10 });
    const result = await open().threadControl!.take(thread, patience);
    expect(result).toEqual({ ok: false, explanation: expect.stringContaining('permission') as string });
    expect(await open().threadControl!.take(thread, AbortSignal.abort())).toMatchObject({ ok: false });
  });
});
