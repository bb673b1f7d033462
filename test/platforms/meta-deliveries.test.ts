import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifySignature } from '../../src/channels/meta/signature.js';
import { createDeliveries, inBatches } from './meta-deliveries.js';
import { thread } from './meta-payloads.js';

interface Received {
  readonly body: Buffer;
  readonly signature: string | undefined;
}

let server: Server;
let address: string;
let received: Received[];
/** What is answered, one after the other, and then 200. */
let statuses: number[];

beforeEach(async () => {
  [received, statuses] = [[], []];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const signature = request.headers['x-hub-signature-256'] as string | undefined;
      received.push({ body: Buffer.concat(chunks), signature });
      response.writeHead(statuses.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/meta`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const ada = thread({ object: 'page', id: '1001' }, '901');
const payloads = (count: number) =>
  inBatches(
    ada.account,
    Array.from({ length: count }, (_, at) => ada.says(`word ${at}`)),
    { perEntry: 1, perDelivery: 1 },
  );
const texts = () =>
  received.map(({ body }) => {
    const { entry } = JSON.parse(body.toString());
    return entry[0].messaging[0].message.text as string;
  });

describe('deliveries', () => {
  it('are signed, and come in the order that they are given in', async () => {
    const deliver = createDeliveries({ address, secret: 'app-secret' });
    expect(await deliver(payloads(3))).toEqual({ accepted: 3, givenUp: 0, tries: 3 });
    expect(texts()).toEqual(['word 0', 'word 1', 'word 2']);
    for (const { body, signature } of received)
      expect(verifySignature(body, signature, ['app-secret'])).toBe(true);
  });

  it('come again, byte for byte, until they are answered 200', async () => {
    statuses = [503, 500];
    const deliver = createDeliveries({ address, secret: 's' });
    expect(await deliver(payloads(1))).toEqual({ accepted: 1, givenUp: 0, tries: 3 });
    expect(new Set(received.map(({ body }) => body.toString())).size).toBe(1);
  });

  it('are given up after so many tries, also where nobody listens', async () => {
    statuses = [503, 503, 503];
    const deliver = createDeliveries({ address, secret: 's' });
    expect(await deliver(payloads(1), { mostTries: 3 })).toEqual({ accepted: 0, givenUp: 1, tries: 3 });
    const nowhere = createDeliveries({ address: 'http://127.0.0.1:1/webhooks/meta', secret: 's' });
    expect(await nowhere(payloads(1), { mostTries: 2 })).toEqual({ accepted: 0, givenUp: 1, tries: 2 });
  });

  it('can be repeated, shuffled and several at a time', async () => {
    const chances = [0.9, 0.1, 0.5, 0.3, 0.7, 0.2];
    const deliver = createDeliveries({ address, secret: 's', chance: () => chances.shift() ?? 0 });
    expect(await deliver(payloads(3), { times: 2, isShuffled: true })).toMatchObject({ accepted: 6 });
    expect(texts()).toEqual(['word 1', 'word 2', 'word 0', 'word 2', 'word 1', 'word 0']);
    received = [];
    expect(await deliver(payloads(20), { together: 5 })).toMatchObject({ accepted: 20, tries: 20 });
    expect(new Set(texts()).size).toBe(20);
  });

  it('hold several entries of several items', () => {
    const items = Array.from({ length: 7 }, (_, at) => ada.says(`word ${at}`));
    const batches = inBatches(ada.account, items) as readonly { entry: { messaging: unknown[] }[] }[];
    expect(batches.map(({ entry }) => entry.map(({ messaging }) => messaging.length))).toEqual([
      [2, 2],
      [2, 1],
    ]);
  });
});
