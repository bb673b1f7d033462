import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../../src/store/store.js';
import { createHouse } from '../support/house.js';
import { noon } from '../support/people.js';

const path = '/webhooks/simulator';
const saying = { contact: 'Ana', id: 'saying-1', text: 'guide' };

describe('POST /webhooks/simulator', () => {
  it('hands what the follower said to the engine and answers ok', async () => {
    const { app, engine } = createHouse();
    const answer = await request(app).post(path).send(saying);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ ok: true });
    expect(engine.received).toMatchObject([
      [
        {
          channel: 'simulator',
          contactId: 'Ana',
          content: { kind: 'messageReceived', text: 'guide', occurredAt: noon },
        },
      ],
    ]);
  });

  it('answers 503 when the store cannot commit', async () => {
    const { app, engine } = createHouse();
    engine.commit = () => Promise.reject(new StoreUnavailable('The disk is full.'));
    await request(app).post(path).send(saying).expect(503).expect('Retry-After', '5');
  });

  it('is not there while the simulator is off', async () => {
    const { app, engine } = createHouse({ simulator: null });
    await request(app).post(path).send(saying).expect(404);
    expect(engine.received).toEqual([]);
  });

  it('takes pages of this server, and programs', async () => {
    const { app } = createHouse();
    await request(app).post(path).set('Sec-Fetch-Site', 'same-origin').send(saying).expect(200);
    await request(app).post(path).send(saying).expect(200);
  });

  it.each(['cross-site', 'same-site', 'none'])('refuses a page that is %s', async (site) => {
    const { app, engine } = createHouse();
    await request(app).post(path).set('Sec-Fetch-Site', site).send(saying).expect(403);
    expect(engine.received).toEqual([]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'refuses what a foreign page could send unasked: "%s"',
    async (type) => {
      const { app, engine } = createHouse();
      const answer = await request(app).post(path).set('Content-Type', type).send(JSON.stringify(saying));
      expect(answer.status).toBe(415);
      expect(answer.body.error.allowed).toEqual(['application/json']);
      expect(engine.received).toEqual([]);
    },
  );

  it.each([
    ['half a body', '{"contact":', 'not JSON'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'not JSON'],
    ['nobody', '{"id":"1","text":"guide"}', 'contact'],
    ['nothing said', '{"contact":"Ana","id":"1"}', 'exactly one of'],
  ])('answers 400 to %s, and says what is wrong', async (_what, body, words) => {
    const { app } = createHouse();
    const answer = await request(app)
      .post(path)
      .set('Content-Type', 'application/json')
      .serialize((raw) => raw as unknown as string)
      .send(body as string);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(words);
  });

  it('answers 413 to a body that no text needs', async () => {
    const { app } = createHouse();
    await request(app)
      .post(path)
      .send({ ...saying, text: 'x'.repeat(300_000) })
      .expect(413);
  });
});
