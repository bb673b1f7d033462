import request from 'supertest';
import { describe, expect, it } from 'vitest';
import type { DeletionRequest } from '../../../src/store/reads.js';
import { createHouse } from '../support/house.js';
import { noon } from '../support/people.js';

const code = 'c0de'.repeat(8);
const open: DeletionRequest = {
  code,
  workspace: 'studio',
  userId: '218471',
  requestedAt: noon,
  contacts: 0,
  doneAt: null,
};

function see(deletion: DeletionRequest | null, language = '', brand = 'Studio <Nord> & Söhne') {
  const { app, engine, store } = createHouse();
  if (deletion !== null) store.deletions.set(deletion.code, deletion);
  const flow = {
    name: 'guide',
    title: 'Guide',
    version: 'v1',
    keywords: [],
    refs: [],
    comments: [],
    buttons: [],
  };
  engine.flows = [{ workspace: 'studio', brand, ...flow }];
  return request(app).get('/deletion').query({ code }).set('Accept-Language', language);
}

describe('GET /deletion', () => {
  it('says that a wish was received and is not done, and whom to ask', async () => {
    const { text } = await see(open).expect(200);
    expect(text).toContain('<html lang="en">');
    expect(text).toMatch(/We received your request on \d+ \w+ \d{4} at \d\d:\d\d UTC\./);
    expect(text).toContain('It is not done yet.');
    expect(text).toContain('Write to Studio &lt;Nord&gt; &amp; Söhne where');
    expect(text).toContain(`Code: ${code}`);
    expect(text).not.toContain('218471');
  });

  it('says when it was done, what was deleted, and what stays', async () => {
    const { text } = await see({ ...open, userId: null, contacts: 2, doneAt: noon + 60_000 }).expect(200);
    expect(text).toMatch(/It was done on .* UTC\./);
    expect(text).toContain('Your 2 chats with us are deleted.');
    expect(text).toContain('every message');
    expect(text).toContain('What stays');
    expect(text).not.toContain('not done yet');
  });

  it('says where nothing was found', async () => {
    const { text } = await see({ ...open, userId: null, doneAt: noon }).expect(200);
    expect(text).toContain('We have found nothing of yours.');
    expect(text).not.toContain('is deleted');
  });

  it('speaks German to whoever prefers it', async () => {
    const answer = await see({ ...open, userId: null, contacts: 1, doneAt: noon }, 'de-AT,de;q=0.9,en;q=0.5');
    expect(answer.headers).toMatchObject({ 'content-language': 'de', vary: 'Accept-Language' });
    expect(answer.text).toContain('<html lang="de">');
    expect(answer.text).toContain('Dein Chat mit uns ist gelöscht.');
    expect((await see(open, 'fr')).headers['content-language']).toBe('en');
  });

  it('names nobody where it may be meant for several', async () => {
    const { text } = await see({ ...open, workspace: null });
    expect(text).toContain('Write to the business where');
  });

  it('answers 404, in words, to a code that there is not', async () => {
    const { app } = createHouse();
    for (const query of ['', `code=${code}`, 'code=%3Cscript%3E', `code=${code}&code=${code}`]) {
      const { text } = await request(app).get(`/deletion?${query}`).expect(404);
      expect(text).toContain('We know of no such request.');
      expect(text).not.toContain('script');
    }
  });

  it('runs nothing, is kept by nobody and framed by nobody', async () => {
    const { headers, text } = await see(open);
    expect(text).not.toMatch(/<script|javascript:|\son\w+=/);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('is only looked at', async () => {
    const answer = await request(createHouse().app).post('/deletion').expect(405);
    expect(answer.headers['allow']).toBe('GET');
  });
});
