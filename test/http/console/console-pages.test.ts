import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { apiToken, createHouse } from '../support/house.js';

const policyOf = (images: string, media: string): string =>
  `default-src 'self';script-src 'self';style-src 'self';img-src 'self' data: ${images};connect-src 'self';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none';media-src 'self' ${media}`;

describe('the console’s pages', () => {
  it.each([
    '/inbox',
    '/inbox/',
    '/inbox/studio%2Fana',
    '/search?q=guide',
    '/sign-in',
    '/welcome/a-token',
    '/second-factor',
    '/settings',
    '/settings/people',
    '/simulator',
    '/simulator/',
    '/simulator?contact=Ana',
  ])('are served at %s', async (path) => {
    const answer = await request(createHouse().app).get(path).expect(200);
    expect(answer.type).toBe('text/html');
    expect(answer.text).toContain('Console page');
    expect(answer.headers['cache-control']).toBe('no-cache');
  });

  it('begin at the inbox', async () => {
    const answer = await request(createHouse().app).get('/').expect(302);
    expect(answer.headers['location']).toBe('/inbox');
  });

  it('may load what is ours and be framed by nobody', async () => {
    const { headers } = await request(createHouse().app).get('/inbox');
    expect(headers).toMatchObject({
      'content-security-policy': policyOf('blob:', 'data: blob:'),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'SAMEORIGIN',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('set-cookie');
  });

  it.each(['/inbox', '/simulator', '/console/assets/page-abc123.css'])(
    'tell nothing that is nobody’s business: %s',
    async (path) => {
      const answer = await request(createHouse().app).get(path).set('Authorization', `Bearer ${apiToken}`);
      expect(JSON.stringify(answer.headers) + answer.text).not.toContain(apiToken);
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      });
    },
  );

  it('show pictures of the web in the simulator alone', async () => {
    const { headers } = await request(createHouse().app).get('/simulator');
    expect(headers['content-security-policy']).toBe(policyOf('https:', 'https:'));
  });

  it('have no simulator where accounts are configured', async () => {
    const { app } = createHouse({ simulator: null });
    await request(app).get('/simulator').expect(404);
    await request(app).get('/inbox').expect(200);
  });

  it.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['identity', undefined],
  ])('come with files that never change, compressed for who accepts %s', async (accepted, encoding) => {
    const answer = await request(createHouse().app)
      .get('/console/assets/page-abc123.css')
      .set('Accept-Encoding', accepted)
      .buffer(false)
      .expect(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers['content-type']).toMatch(/^text\/css; charset=utf-8$/i);
    expect(answer.headers['vary']).toBe('Accept-Encoding');
  });

  it.each([
    '/console/assets/missing.css',
    '/console/assets/..%2findex.html',
    '/console/assets/%2e%2e/index.html',
    '/console/assets/',
    '/console/assets/%00',
    '/console/assets/%E0%A4%A',
    '/console/index.html',
    '/console',
    '/simulator/index.html',
    '/welcome',
    '/elsewhere',
  ])('are nowhere else: %s', async (path) => {
    const answer = await request(createHouse().app).get(path);
    expect([400, 403, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('Console page');
    expect(answer.text).not.toContain('    at ');
  });

  it.each(['/inbox', '/simulator'])('say how to build them where they are missing: %s', async (path) => {
    const { app } = createHouse({ pageFolder: '/nowhere' });
    const answer = await request(app).get(path).set('Accept', 'text/html').expect(404);
    expect(answer.text).toContain('npm run build');
  });

  it('ask browsers to remember HTTPS where they are reached by it', async () => {
    const overHttps = await request(createHouse().app).get('/inbox');
    expect(overHttps.headers['strict-transport-security']).toBe('max-age=31536000');
    const overHttp = await request(createHouse({ publicUrl: 'http://127.0.0.1:3000' }).app).get('/inbox');
    expect(overHttp.headers).not.toHaveProperty('strict-transport-security');
  });
});
