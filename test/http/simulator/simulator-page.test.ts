import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { createHouse } from '../support/house.js';

const policy =
  "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data: https:;connect-src 'self';frame-ancestors 'none';media-src 'self' https:";

describe('the simulator’s page', () => {
  it.each(['/simulator', '/simulator/', '/simulator?contact=Ana'])('is served at %s', async (path) => {
    const answer = await request(createHouse().app).get(path).expect(200);
    expect(answer.type).toBe('text/html');
    expect(answer.text).toContain('Simulator page');
    expect(answer.headers['cache-control']).toBe('no-cache');
  });

  it('may load what is ours and show pictures of the web, and be framed by nobody', async () => {
    const { headers } = await request(createHouse().app).get('/simulator');
    expect(headers).toMatchObject({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it('is served with files that never change', async () => {
    const answer = await request(createHouse().app).get('/simulator/assets/page-abc123.css').expect(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    '/simulator/assets/missing.css',
    '/simulator/assets/..%2findex.html',
    '/simulator/assets/%2e%2e/index.html',
    '/simulator/assets/',
    '/simulator/assets/%00',
    '/simulator/index.html',
  ])('serves nothing else: %s', async (path) => {
    const answer = await request(createHouse().app).get(path);
    expect([400, 403, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('Simulator page');
    expect(answer.text).not.toContain('    at ');
  });

  it('says how to build it where it is missing', async () => {
    const { app } = createHouse({
      simulator: {
        workspace: 'studio',
        account: 'simulator',
        pageFolder: '/nowhere',
        parse: () => ({ ok: false, problems: [] }),
      },
    });
    const answer = await request(app).get('/simulator').set('Accept', 'text/html').expect(404);
    expect(answer.text).toContain('npm run build');
  });

  it('asks browsers to remember HTTPS where it is reached by it', async () => {
    const overHttps = await request(createHouse().app).get('/simulator');
    expect(overHttps.headers['strict-transport-security']).toBe('max-age=31536000');
    const overHttp = await request(createHouse({ publicUrl: 'http://127.0.0.1:3000' }).app).get('/simulator');
    expect(overHttp.headers).not.toHaveProperty('strict-transport-security');
  });
});
