import type { RequestListener } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lookup } from '../../../src/core/lookup.js';
import type { Outside } from '../../../src/engine/outside.js';
import { createEgress } from '../../../src/integrations/egress/egress.js';
import { createLookups } from '../../../src/integrations/lookups/ask-lookups.js';
import { openLoopbackServer, type LoopbackServer } from '../loopback-server.js';

const minute = 60_000;

let server: LoopbackServer;
let answers: RequestListener[];
let lookups: Outside;
let now: number;
let counted: string[];
let environment: Readonly<Record<string, string>>;
let logged: unknown[];

const tells =
  (document: unknown, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(document));
  };

const hangsUp: RequestListener = (request) => void request.socket.destroy();

beforeEach(async () => {
  answers = [];
  environment = { SHOP_TOKEN: 'value of SHOP_TOKEN' };
  [now, counted, logged] = [Date.now(), [], []];
  server = await openLoopbackServer((request, response) => {
    (answers.shift() ?? tells({ order: { status: 'shipped' } }))(request, response);
  });
  const log = (facts: unknown, message: string) => void logged.push([facts, message]);
  lookups = createLookups({
    egress: createEgress({ allowed: [`127.0.0.1:${server.port}`] }),
    secret: (name) => environment[name],
    clock: { now: () => now },
    metrics: {
      lookupEnded: ({ workspace, lookup }, result) => void counted.push(`${workspace}/${lookup} ${result}`),
    },
    log: { debug: log, info: log, warn: log, error: log },
  });
});

afterEach(async () => {
  await server.close();
});

function orderStatus(change: Partial<Lookup> = {}): Lookup {
  return {
    name: 'order_status',
    url: `http://127.0.0.1:${server.port}/orders/{{input.order}}`,
    method: 'GET',
    headers: { authorization: 'Bearer $SHOP_TOKEN' },
    body: null,
    takes: ['order'],
    timeout: 4_000,
    cache: null,
    results: { status: ['order', 'status'] },
    notFound: [404],
    ...change,
  };
}

function ask(lookup: Lookup, order = '4711', workspace = 'main') {
  return lookups.lookUp({ workspace, lookup, inputs: { order }, requestId: 'r-1', deadline: now + 4_000 });
}

describe('a look-up', () => {
  it('asks with its secrets, and tells what was found', async () => {
    expect(await ask(orderStatus())).toEqual({ result: 'found', values: { status: 'shipped' } });
    expect(server.seen).toMatchObject([
      { method: 'GET', path: '/orders/4711', headers: { authorization: 'Bearer value of SHOP_TOKEN' } },
    ]);
    expect(counted).toEqual(['main/order_status found']);
    expect(logged).toEqual([]);
  });

  it('without its secret counts as failed, and asks nobody', async () => {
    environment = { SHOP_TOKEN: '' };
    expect(await ask(orderStatus())).toEqual({ result: 'failed', values: {} });
    expect(server.seen).toEqual([]);
    expect(logged).toEqual([
      [{ workspace: 'main', lookup: 'order_status', reason: 'missing_secret' }, 'a look-up was not made'],
    ]);
  });

  it('tells a repetition of what does something by its key', async () => {
    const lookup = orderStatus({ method: 'POST', body: { text: '{{input.order}}' } });
    await ask(lookup, 'say "hi"');
    expect(server.seen).toMatchObject([
      { method: 'POST', body: '{"text":"say \\"hi\\""}', headers: { 'idempotency-key': 'r-1' } },
    ]);
  });

  it.each<[string, RequestListener, string]>([
    ['not found', tells(null, 404), 'not_found'],
    ['down', tells(null, 503), 'failed'],
    ['something else', tells({ error: 'x' }), 'failed'],
  ])('may be %s', async (_, answer, result) => {
    answers = [answer];
    expect((await ask(orderStatus())).result).toBe(result);
    expect(server.seen).toHaveLength(1);
  });

  it('logs what went wrong without a word of what was asked or told', async () => {
    answers = [tells({ secret: 'their words' }, 500)];
    await ask(orderStatus(), 'my-own-order');
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).toContain('order_status');
    expect(JSON.stringify(logged)).not.toMatch(/my-own-order|their words|SHOP_TOKEN|127\.0\.0\.1/u);
  });

  it('is tried once more where the connection breaks', async () => {
    answers = [hangsUp];
    expect((await ask(orderStatus())).result).toBe('found');
    answers = [hangsUp, hangsUp];
    expect((await ask(orderStatus())).result).toBe('failed');
    expect(server.seen).toHaveLength(4);
  });

  it('is never tried again where it does something', async () => {
    answers = [hangsUp];
    expect((await ask(orderStatus({ method: 'POST' }))).result).toBe('failed');
    expect(server.seen).toHaveLength(1);
  });

  it('is not made when nobody waits for it any more', async () => {
    const question = { workspace: 'main', lookup: orderStatus(), inputs: { order: '1' }, requestId: 'r' };
    expect((await lookups.lookUp({ ...question, deadline: now })).result).toBe('failed');
    expect(server.seen).toEqual([]);
  });

  it.each(['..', '', '.'])('is not made with what would make it another question: "%s"', async (order) => {
    expect((await ask(orderStatus(), order)).result).toBe('failed');
    expect(server.seen).toEqual([]);
  });
});

describe('what was found lately', () => {
  it('is told again for as long as the look-up allows it', async () => {
    const lookup = orderStatus({ cache: 5 * minute });
    await ask(lookup);
    now += 5 * minute - 1;
    expect((await ask(lookup)).result).toBe('found');
    expect(server.seen).toHaveLength(1);

    now += 1;
    await ask(lookup);
    expect(server.seen).toHaveLength(2);
  });

  it('is another thing for another order, another workspace, and a look-up that was edited', async () => {
    const lookup = orderStatus({ cache: 5 * minute });
    await ask(lookup);
    await ask(lookup, '4712');
    await ask(lookup, '4711', 'other');
    await ask({ ...lookup });
    expect(server.seen).toHaveLength(4);
  });

  it('is that there is nothing, too, but never that nobody knows', async () => {
    const lookup = orderStatus({ cache: 5 * minute });
    answers = [tells(null, 500), tells(null, 404)];
    expect((await ask(lookup)).result).toBe('failed');
    expect((await ask(lookup)).result).toBe('not_found');
    expect((await ask(lookup)).result).toBe('not_found');
    expect(server.seen).toHaveLength(2);
  });
});
