import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../src/store/store.js';
import {
  apiToken,
  appSecret,
  createHouse,
  deliveryOf,
  type House,
  sign,
  verifyToken,
} from './support/house.js';
import { contactNamed } from './support/people.js';

const canary = 'CANARY-51ab';

function deliver({ app }: House, body: string, signature = sign(body)): request.Test {
  return request(app).post('/webhooks/meta').set('X-Hub-Signature-256', signature).type('json').send(body);
}

/** Every way in which words or secrets of somebody reach the server, good and bad. */
const visits: Readonly<Record<string, (house: House) => Promise<unknown>>> = {
  'a message': (house) => deliver(house, deliveryOf(canary)),
  'a message that nobody signed': (house) => deliver(house, deliveryOf(canary), `sha256=${canary}`),
  'a body that is not JSON': (house) => deliver(house, `${canary} is not JSON`),
  'an unknown object': (house) => deliver(house, JSON.stringify({ object: 'threads', text: canary })),
  'an event that is skipped': (house) =>
    deliver(
      house,
      JSON.stringify({ object: 'page', entry: [{ id: '1', messaging: [{ [canary]: canary }] }] }),
    ),
  'a message of a stranger’s account': (house) => {
    house.engine.report = { ...house.engine.report, strangers: 1 };
    return deliver(house, deliveryOf(canary));
  },
  'a message that cannot be saved': (house) => {
    house.engine.commit = () =>
      Promise.reject(new StoreUnavailable('The disk is full.', { cause: new Error(canary) }));
    return deliver(house, deliveryOf(canary));
  },
  'a message at which the engine fails': (house) => {
    house.engine.commit = () => Promise.reject(Object.assign(new Error(canary), { payload: canary }));
    return deliver(house, deliveryOf(canary));
  },
  'a handshake': ({ app }) =>
    request(app).get('/webhooks/meta').query({ 'hub.mode': 'subscribe', 'hub.verify_token': canary }),
  'a follower of the simulator': ({ app }) =>
    request(app).post('/webhooks/simulator').send({ contact: canary, id: '1', text: canary }),
  'a bearer token': ({ app }) => request(app).get('/api/v1/flows').set('Authorization', `Bearer ${canary}`),
  'an answer of a person that fails': ({ app, engine }) => {
    engine.reply = () => Promise.reject(new Error(canary));
    return request(app)
      .post('/api/v1/conversations/c1/reply')
      .set('Authorization', `Bearer ${apiToken}`)
      .send({ person: canary, text: canary, request_id: canary });
  },
  'a story whose change cannot be told': async ({ app, store, engine }) => {
    store.contacts.push(contactNamed(canary));
    await request(app).get(`/simulator/contacts/${canary}`);
    engine.changeStory(`conversation-of-${canary}`);
  },
  'a link and an address': async ({ app }) => {
    await request(app).get(`/l/${canary}`);
    await request(app).get(`/${canary}?token=${canary}`);
  },
};

describe('the log', () => {
  it.each(Object.keys(visits))(
    'keeps silent about what was said, by whom, and about secrets: %s',
    async (name) => {
      const house = createHouse();
      await visits[name]!(house);
      expect(house.logged()).not.toContain(canary);
      for (const secret of [appSecret, apiToken, verifyToken]) expect(house.logged()).not.toContain(secret);
    },
  );

  it('still says that a request has failed, and where', async () => {
    const house = createHouse();
    await visits['a message at which the engine fails']!(house);
    expect(house.logged()).toContain('"msg":"request failed"');
    expect(house.logged()).toContain('canaries.test.ts');
  });
});
