import request from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { apiToken, createHouse, type House } from '../support/house.js';
import { contactNamed } from '../support/people.js';

const png = Buffer.from('89504e470d0a1a0a', 'hex');
const asked = '/api/v1/conversations/conversation-of-ana/uploads';

let house: House;
beforeEach(() => {
  house = createHouse();
});

function post(path: string, type: string, body: Buffer) {
  return request(house.app)
    .post(path)
    .set('Authorization', `Bearer ${apiToken}`)
    .set('Content-Type', type)
    .send(body);
}

describe('a file that is to be sent along', () => {
  it('is kept, and given out to whoever has its address, as what it is and nothing more', async () => {
    house.store.contacts.push(contactNamed('ana', { channel: 'instagram' }));
    const answer = await post(`${asked}?name=lamp.png`, 'image/png', png).expect(200);
    expect(answer.body).toEqual({
      id: expect.any(String) as unknown,
      kind: 'image',
      name: 'lamp.png',
      bytes: png.length,
    });

    const token = house.store.uploads[0]?.token ?? '';
    const file = await request(house.app).get(`/media/${token}/lamp.png`).expect(200);
    expect(file.body).toEqual(png);
    expect(file.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    await request(house.app).get('/media/another-token-of-this-length/lamp.png').expect(404);
  });

  it('is refused where it could act in a browser, is too long, or is nothing', async () => {
    house.store.contacts.push(contactNamed('ana', { channel: 'instagram' }));
    const page = await post(`${asked}?name=a.html`, 'text/html', Buffer.from('<script>')).expect(415);
    expect(page.body).toMatchObject({ error: { code: 'unknown_type' } });
    expect((page.body as { error: { allowed: string[] } }).error.allowed).toContain('image/png');
    await post(`${asked}?name=a.png`, 'image/png', Buffer.alloc(8_000_001)).expect(413);
    await post(`${asked}?name=a.png`, 'image/png', Buffer.alloc(0)).expect(400);
    expect(house.store.uploads).toEqual([]);
  });

  it('needs a name, and a conversation that is there', async () => {
    await post(`${asked}?name=a.png`, 'image/png', png).expect(404);
    await post(asked, 'image/png', png).expect(400);
  });
});
