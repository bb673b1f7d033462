import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { routeTable } from '../../../src/http/api/route-table.js';
import { createApiClient } from '../support/api-client.js';
import { apiToken } from '../support/house.js';

describe('the machine API', () => {
  it('lists the flows that run', async () => {
    const { get, engine } = createApiClient();
    const flow = {
      workspace: 'studio',
      brand: 'Studio Nord',
      name: 'guide',
      title: 'The growth guide',
      version: 'v1',
      keywords: ['guide'],
      refs: [],
    };
    engine.flows = [
      { ...flow, comments: [], buttons: [], secret: 'not for the outside' } as (typeof engine.flows)[number],
    ];
    await get('/flows').expect(200, { items: [flow] });
  });

  it('answers an unknown address in JSON', async () => {
    const { body } = await createApiClient().get('/nowhere').expect(404);
    expect(body.error.code).toBe('not_found');
  });

  it('says which methods an address takes', async () => {
    const { app } = createApiClient();
    const answer = await request(app)
      .delete('/api/v1/handoffs/handoff-1')
      .set('Authorization', `Bearer ${apiToken}`);
    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe('GET');
    expect(answer.body.error).toMatchObject({ code: 'method_not_allowed', allowed: ['GET'] });
  });

  it('keeps its answers out of caches', async () => {
    const { headers } = await createApiClient().get('/flows');
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });

  it('takes JSON only, of at most 64 kB', async () => {
    const { post, app, engine } = createApiClient();
    await post('/conversations/c1/take', { person: 'x'.repeat(70_000) }).expect(413);
    const asked = request(app)
      .post('/api/v1/conversations/c1/take')
      .set('Authorization', `Bearer ${apiToken}`);
    const { body } = await asked.type('text/plain').send('{"person":"Kim"}').expect(415);
    expect(body.error.allowed).toEqual(['application/json']);
    expect(engine.deeds).toEqual([]);
  });

  it('takes no keys that every object has by birth', async () => {
    const { app, engine } = createApiClient();
    const asked = request(app)
      .post('/api/v1/conversations/c1/take')
      .set('Authorization', `Bearer ${apiToken}`);
    await asked.type('json').send('{"person":"Kim","__proto__":{"admin":true}}').expect(400);
    expect(engine.deeds).toEqual([]);
  });

  const guarded = routeTable.filter(({ access }) => access.who !== 'anybody');
  it.each(guarded.map(({ method, path }) => [method, path] as const))(
    'lets nobody in without the token: %s %s',
    async (method, path) => {
      const { app, engine, store } = createApiClient();
      await request(app)
        [method](`/api/v1${path.replace(/:\w+/, 'x')}`)
        .send({})
        .expect(401);
      expect(engine.deeds).toEqual([]);
      expect(store.questions).toEqual([]);
    },
  );
});
