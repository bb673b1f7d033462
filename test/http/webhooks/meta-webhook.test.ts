import { gzipSync } from 'node:zlib';
import { createMetaWebhook } from '../../../src/channels/meta/webhook.js';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { Overloaded } from '../../../src/engine/overloaded.js';
import { StoreUnavailable } from '../../../src/store/store.js';
import {
  createHouse,
  deliveryOf,
  type House,
  signedWith,
  olderSecret,
  sign,
  verifyToken,
} from '../support/house.js';
import { noon } from '../support/people.js';

const path = '/webhooks/meta';
const handshake = {
  'hub.mode': 'subscribe',
  'hub.challenge': '9007199254740993',
  'hub.verify_token': verifyToken,
};

function deliver({ app }: House, body: string | Buffer, signature = sign(body)): request.Test {
  return request(app)
    .post(path)
    .set('Content-Type', 'application/json')
    .set('X-Hub-Signature-256', signature)
    .serialize((raw) => raw as unknown as string)
    .send(body as string);
}

describe('the handshake', () => {
  it('answers the challenge as plain text, digit by digit', async () => {
    const answer = await request(createHouse().app).get(path).query(handshake);
    expect(answer.status).toBe(200);
    expect(answer.text).toBe('9007199254740993');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
  });

  it.each([
    ['a wrong token', { ...handshake, 'hub.verify_token': 'guess' }],
    ['another mode', { ...handshake, 'hub.mode': 'unsubscribe' }],
    ['no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': verifyToken }],
    ['nothing', {}],
  ])('answers 403 to %s', async (_what, query) => {
    await request(createHouse().app).get(path).query(query).expect(403);
  });

  it('answers 403 to a repeated parameter', async () => {
    const query = new URLSearchParams(handshake).toString();
    await request(createHouse().app).get(`${path}?${query}&hub.verify_token=${verifyToken}`).expect(403);
  });

  it('answers 403 to everybody where no verify token is set', async () => {
    const { app } = createHouse({ webhooks: [createMetaWebhook('')] });
    await request(app)
      .get(path)
      .query({ ...handshake, 'hub.verify_token': '' })
      .expect(403);
  });
});

describe('a delivery', () => {
  it('is handed to the engine, event by event, and answered 200', async () => {
    const house = createHouse();
    const answer = await deliver(house, deliveryOf('guide', 'stop'));
    expect(answer.status).toBe(200);
    expect(answer.text).toBe('');
    expect(house.engine.received).toHaveLength(1);
    expect(house.engine.received[0]).toMatchObject([
      {
        channel: 'instagram',
        accountId: '17841400000000001',
        contactId: 'follower-0',
        content: { text: 'guide' },
      },
      {
        contactId: 'follower-1',
        content: { kind: 'messageReceived', text: 'stop', occurredAt: noon - 1_000 },
      },
    ]);
  });

  it('is answered 2xx only after the engine has committed', async () => {
    const house = createHouse();
    const order: string[] = [];
    let commit = (): void => undefined;
    const committed = new Promise<void>((resolve) => {
      commit = resolve;
    });
    house.engine.commit = async () => {
      await committed;
      order.push('committed');
    };
    const answered = deliver(house, deliveryOf('guide')).then(() => order.push('answered'));
    await expect.poll(() => house.engine.received.length).toBe(1);
    commit();
    await answered;
    expect(order).toEqual(['committed', 'answered']);
  });

  it('is answered 503 with a time to try again when the store cannot commit', async () => {
    const house = createHouse();
    house.engine.commit = () => Promise.reject(new StoreUnavailable('The disk is full.'));
    const answer = await deliver(house, deliveryOf('guide'));
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.body).toMatchObject({ error: { code: 'store_unavailable' } });
  });

  it('is answered 503 when more arrives than can be decided, which the log tells once and the figures count', async () => {
    const house = createHouse();
    house.engine.commit = () => Promise.reject(new Overloaded());
    for (const word of ['guide', 'pricing', 'hello']) {
      const answer = await deliver(house, deliveryOf(word));
      expect(answer.status).toBe(503);
      expect(answer.headers['retry-after']).toBe('5');
      expect(answer.body).toMatchObject({ error: { code: 'overloaded' } });
    }
    expect(house.logged().split('\n').filter(Boolean)).toHaveLength(1);
    expect(house.logged()).toContain('more is delivered than can be decided');
    const { text } = await request(house.app).get('/metrics');
    expect(text).toContain('heyword_webhook_requests_total{source="meta",outcome="overloaded"} 3');
  });

  it('is answered 500, without a stack, when the engine fails otherwise', async () => {
    const house = createHouse();
    house.engine.commit = () => Promise.reject(new Error('a fault of ours'));
    const answer = await deliver(house, deliveryOf('guide'));
    expect(answer.status).toBe(500);
    expect(answer.text).toBe('{"error":{"code":"internal","message":"Something went wrong on our side."}}');
    expect(house.logged()).toContain('request failed');
  });

  it('may be signed with any of the secrets', async () => {
    const house = createHouse();
    const body = deliveryOf('guide');
    await deliver(house, body, sign(body, olderSecret)).expect(200);
    expect(house.engine.received).toHaveLength(1);
  });

  it('may come without a content type', async () => {
    const house = createHouse();
    const body = deliveryOf('guide');
    await deliver(house, body).unset('Content-Type').expect(200);
    expect(house.engine.received).toHaveLength(1);
  });

  it.each([
    [
      'of an object that nobody serves',
      { object: 'threads', entry: [{ id: '1', changes: [{ field: 'x' }] }] },
    ],
    [
      'of a field that nobody serves',
      { object: 'page', entry: [{ id: '1', changes: [{ field: 'leadgen' }] }] },
    ],
    ['with nothing in it', {}],
    ['that is no object', [[], null, 1]],
  ])('%s is answered 200 when it is signed', async (_what, json) => {
    const house = createHouse();
    await deliver(house, JSON.stringify(json)).expect(200);
    expect(house.engine.received).toEqual([]);
  });
});

describe('a delivery with a bad signature', () => {
  const body = deliveryOf('guide');
  const right = sign(body);

  it.each([
    ['one that is missing', ''],
    ['a flipped bit', right.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
    ['a stranger’s secret', sign(body, 'a guess')],
    ['the older SHA-1 alone', `sha1=${right.slice(7, 47)}`],
    ['a wrong length', right.slice(0, -1)],
    ['capital letters', right.toUpperCase()],
    ['two joined ones', `${right}, ${right}`],
    ['one of another body', sign(`${body} `)],
  ])('is answered 401 and goes no further: %s', async (_what, signature) => {
    const house = createHouse();
    const answer = await deliver(house, body, signature);
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ error: { code: 'bad_signature' } });
    expect(house.engine.received).toEqual([]);
  });

  it('is answered 401 before it is parsed', async () => {
    const house = createHouse();
    await deliver(house, '{"not": "json"', sign('something else')).expect(401);
    await deliver(house, '{"not": "json"').expect(400);
  });

  it('is answered 401 where no secret is configured, and the log says why, once', async () => {
    const house = createHouse(signedWith());
    await deliver(house, body).expect(401);
    await deliver(house, body, sign(body, '')).expect(401);
    expect(house.logged().match(/no account has a secret/g)).toHaveLength(1);
  });
});

describe('a delivery that cannot be read', () => {
  it.each([
    ['half an object', '{'],
    ['nothing', ''],
    ['bytes', '\u0000\u0001'],
    ['a text that never ends', '{"entry": "'],
    ['40,000 lists in each other', `${'['.repeat(40_000)}${']'.repeat(40_000)}`],
    ['objects that nest too deep', `${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`],
  ])('is answered 400 when it is signed: %s', async (_what, body) => {
    const house = createHouse();
    const answer = await deliver(house, body);
    expect(answer.status).toBe(400);
    expect(answer.type).toBe('application/json');
    expect(house.engine.received).toEqual([]);
  });

  it('is answered 413 when it is larger than four megabytes, and 200 just below', async () => {
    const house = createHouse();
    const padded = (size: number): string => `{"object":"threads","entry":[]}`.padEnd(size, ' ');
    await deliver(house, padded(4 * 1024 * 1024)).expect(200);
    await deliver(house, padded(4 * 1024 * 1024 + 1)).expect(413);
  });

  it('is answered 415 when it is compressed, whatever it would unfold to', async () => {
    const house = createHouse();
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    await deliver(house, bomb).set('Content-Encoding', 'gzip').expect(415);
    expect(house.engine.received).toEqual([]);
  });
});

describe('the webhook’s address', () => {
  it('takes GET and POST, and says so', async () => {
    const answer = await request(createHouse().app).put(path);
    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe('GET, POST');
  });

  it.each(['/webhooks/telegram/studio', '/webhooks/x', '/webhooks', '/webhooks/meta/more'])(
    'is none of those that are not served yet: %s',
    async (other) => {
      await request(createHouse().app).post(other).expect(404);
      await request(createHouse().app).get(other).expect(404);
    },
  );

  it('does none of the work that pages need', async () => {
    const answer = await deliver(createHouse(), deliveryOf('guide'));
    expect(Object.keys(answer.headers).sort()).toEqual(['connection', 'content-length', 'date']);
  });

  it('hints at an account that no workspace has, once a minute', async () => {
    let now = noon;
    const house = createHouse({ now: () => now });
    house.engine.report = { ...house.engine.report, strangers: 1 };
    const hints = (): number => house.logged().match(/no workspace has/g)?.length ?? 0;
    await deliver(house, deliveryOf('guide'));
    await deliver(house, deliveryOf('guide'));
    expect(hints()).toBe(1);
    now += 60_000;
    await deliver(house, deliveryOf('guide'));
    expect(hints()).toBe(2);
  });
});
