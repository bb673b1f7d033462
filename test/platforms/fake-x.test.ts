import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerCrc } from '../../src/channels/x/challenge.js';
import { verifyXSignature } from '../../src/channels/x/signature.js';
import { type FakeX, startFakeX, xProblem } from './fake-x.js';
import { dmsBetween } from './x-payloads.js';

let x: FakeX;
let token: string;
beforeEach(async () => {
  x = await startFakeX();
  ({ token } = x.grants.issue('1001'));
});
afterEach(() => x.close());

const post = (to: string, text: string, by = token) =>
  fetch(`${x.url}/2/dm_conversations/with/${to}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${by}` },
    body: JSON.stringify({ text }),
  });

describe('the fake X', () => {
  it('wakes who waits for messages, and tells who waited in vain what came', async () => {
    const waiting = x.waitForSends(1, { to: '501' });
    await post('502', 'not counted');
    await post('501', 'one');
    expect((await waiting).map(({ text }) => text)).toEqual(['one']);
    await expect(x.waitForSends(9, { within: 20 })).rejects.toThrow('these came: ["not counted","one"]');
  });

  it('refuses what X does not take, and remembers it', async () => {
    expect((await post('501', 'x'.repeat(10_001))).status).toBe(400);
    expect((await post('501', '')).status).toBe(400);
    expect(x.violations).toHaveLength(2);
    expect(x.delivered()).toEqual([]);
  });

  it('fails as it is told, and lets nobody in without a token', async () => {
    x.failNext(xProblem(503));
    expect((await post('501', 'one')).status).toBe(503);
    expect((await post('501', 'two', 'stolen')).status).toBe(401);
  });

  it('counts what each user has sent', async () => {
    for (let sent = 0; sent < 15; sent++) expect((await post('501', 'x')).status).toBe(201);
    const over = await post('501', 'x');
    expect([over.status, over.headers.get('x-rate-limit-remaining')]).toEqual([429, '0']);
    expect((await post('501', 'x', x.grants.issue('1002').token)).status).toBe(201);
  });
});

describe('what the fake X brings', () => {
  let server: Server;
  let verified: boolean[];

  beforeEach(async () => {
    verified = [];
    const account = {
      workspace: 'main',
      channel: 'x',
      name: 'a',
      id: '1001',
      secrets: ['consumer'],
    } as const;
    server = createServer((request, response) => {
      const query = Object.fromEntries(new URL(request.url ?? '', 'http://me.invalid').searchParams);
      const answer = answerCrc({ query, accounts: [account] });
      if (request.method === 'GET') response.end(answer.ok ? answer.body : 'no');
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        if (request.method !== 'POST') return;
        const signature = request.headers['x-twitter-webhooks-signature'];
        verified.push(verifyXSignature(Buffer.from(body), String(signature), ['consumer']));
        response.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const connect = (secret: string) =>
    x.connect({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/x`, secret });

  it('is asked whether it knows the secret', async () => {
    connect('consumer');
    expect([await x.challenge(), await x.challenge('{}')]).toEqual([true, false]);
    connect('another');
    expect(await x.challenge()).toBe(false);
  });

  it('is signed, and may come twice', async () => {
    connect('consumer');
    expect(await x.deliver(dmsBetween('1001', '501').says('guide'), 2)).toEqual([200, 200]);
    expect(verified).toEqual([true, true]);
  });
});
