import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../src/store/store.js';
import { createHouse } from './support/house.js';
import { noon } from './support/people.js';

describe('GET /l/:code', () => {
  it('records the click and leads to the link’s own address', async () => {
    const { app, store } = createHouse();
    store.links.set('a1-B_2', 'https://example.com/guide?utm_medium=dm');
    const answer = await request(app).get('/l/a1-B_2?to=https://evil.example');
    expect(answer.status).toBe(302);
    expect(answer.headers).toMatchObject({
      location: 'https://example.com/guide?utm_medium=dm',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    expect(store.clicks).toEqual([{ code: 'a1-B_2', at: noon }]);
  });

  it('writes an address that is not ASCII as the header can carry it', async () => {
    const { app, store } = createHouse();
    store.links.set('code', 'https://example.com/führer');
    await request(app).get('/l/code').expect(302).expect('Location', 'https://example.com/f%C3%BChrer');
  });

  it.each(['/l/unknown', '/l/..%2Fetc', `/l/${'x'.repeat(101)}`, '/l/a%0d%0ab', '/l/%E0%A4%A'])(
    'answers %s in plain words',
    async (path) => {
      const { app, store } = createHouse();
      const answer = await request(app).get(path).set('Accept', 'text/html,*/*;q=0.8');
      expect(answer.status).toBe(path.endsWith('%A') ? 400 : 404);
      expect(answer.type).toBe('text/plain');
      expect(store.clicks).toEqual([]);
    },
  );

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', ''])(
    'leads nowhere but to the web: %s',
    async (target) => {
      const { app, store } = createHouse();
      store.links.set('code', target);
      const answer = await request(app).get('/l/code').expect(404);
      expect(answer.headers['location']).toBeUndefined();
    },
  );

  it('answers 503 in plain words when the click cannot be recorded', async () => {
    const { app, store } = createHouse();
    store.check = () => {
      throw new StoreUnavailable('The disk is full.');
    };
    const answer = await request(app).get('/l/code').set('Accept', 'text/html');
    expect(answer.status).toBe(503);
    expect(answer.type).toBe('text/plain');
    expect(answer.text).toBe('Nothing can be saved at the moment. Please try again.\n');
  });
});
