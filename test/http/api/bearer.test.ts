import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { apiToken, createHouse } from '../support/house.js';

const path = '/api/v1/flows';

describe('the machine API’s door', () => {
  it('lets the bearer of the token in', async () => {
    const { app } = createHouse();
    await request(app).get(path).set('Authorization', `Bearer ${apiToken}`).expect(200);
    await request(app).get(path).set('Authorization', `bearer  ${apiToken} `).expect(200);
  });

  it.each([
    ['no header', undefined],
    ['an empty token', 'Bearer '],
    ['a wrong token', 'Bearer guess'],
    ['a part of the token', `Bearer ${apiToken.slice(0, -1)}`],
    ['the token and more', `Bearer ${apiToken}x`],
    ['two tokens', `Bearer ${apiToken} ${apiToken}`],
    ['another scheme', `Basic ${apiToken}`],
    ['the bare token', apiToken],
  ])('answers 401 to %s, and says what is allowed', async (_what, header) => {
    const asked = request(createHouse().app).get(path);
    const answer = await (header === undefined ? asked : asked.set('Authorization', header));
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="heyword"');
    expect(answer.body).toMatchObject({
      error: { code: 'unauthorized', allowed: ['Authorization: Bearer <API_TOKEN>'] },
    });
  });

  it('answers 401 to every program where no token is set', async () => {
    const { app } = createHouse({ apiToken: null });
    await request(app).get(path).set('Authorization', 'Bearer ').expect(401);
    await request(app).get(path).set('Authorization', 'Bearer null').expect(401);
  });

  it('does not tell strangers which addresses there are', async () => {
    await request(createHouse().app).get('/api/v1/nowhere').expect(401);
  });

  it('answers 429 to many wrong tokens, and still lets the right one in', async () => {
    const { app } = createHouse();
    const guess = (number: number): request.Test =>
      request(app)
        .get(path)
        .set('Authorization', `Bearer guess-${number}`)
        .set('X-Forwarded-For', `192.0.2.${number}`);
    const statuses: number[] = [];
    for (let number = 0; number < 32; number++) statuses.push((await guess(number)).status);
    expect(statuses).toEqual([...Array.from({ length: 30 }, () => 401), 429, 429]);
    await request(app).get(path).set('Authorization', `Bearer ${apiToken}`).expect(200);
  });

  it('does not count the right token as a failure', async () => {
    const { app } = createHouse();
    for (let call = 0; call < 40; call++) {
      await request(app).get(path).set('Authorization', `Bearer ${apiToken}`).expect(200);
    }
    await request(app).get(path).expect(401);
  });
});
