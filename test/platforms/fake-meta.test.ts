import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifySignature } from '../../src/channels/meta/signature.js';
import { type FakeMeta, startFakeMeta } from './fake-meta.js';
import { delivery, signed, thread } from './meta-payloads.js';

let meta: FakeMeta;
beforeEach(async () => {
  meta = await startFakeMeta();
});
afterEach(() => meta.close());

const post = (to: string, text: string) =>
  fetch(`${meta.url}/v26.0/1001/messages`, {
    method: 'POST',
    headers: { authorization: 'Bearer t' },
    body: JSON.stringify({ recipient: { id: to }, message: { text } }),
  });

describe('the fake platform', () => {
  it('wakes who waits for messages, whenever they come', async () => {
    const waiting = meta.waitForSends(2, { to: '901' });
    await post('901', 'one');
    await post('902', 'not counted');
    await post('901', 'two');
    expect((await waiting).map(({ text }) => text)).toEqual(['one', 'two']);
    expect(await meta.waitForSends(3)).toHaveLength(3);
  });

  it('tells who waited in vain what came', async () => {
    await post('901', 'one');
    await expect(meta.waitForSends(2, { within: 20 })).rejects.toThrow('these came: ["one"]');
  });

  it('takes a typing sign for no message, and keeps faults for those', async () => {
    meta.failNext({ kind: 'error', status: 500, code: 2 });
    const sign = { recipient: { id: '901' }, sender_action: 'typing_on' };
    const answer = await fetch(`${meta.url}/v26.0/1001/messages`, {
      method: 'POST',
      body: JSON.stringify(sign),
    });
    expect([answer.status, await answer.json()]).toEqual([200, { recipient_id: '901' }]);
    expect(meta.sends()).toEqual([]);
    expect((await post('901', 'one')).status).toBe(500);
  });

  it('fails so many sends, and then no more', async () => {
    meta.failNext({ kind: 'error', status: 500, code: 2 }, 2);
    expect((await post('901', 'one')).status).toBe(500);
    expect((await post('901', 'two')).status).toBe(500);
    expect((await post('901', 'three')).status).toBe(200);
    expect(meta.delivered().map(({ text }) => text)).toEqual(['three']);
  });

  it('fails what matches, until it is told to stop', async () => {
    const heal = meta.failWhile(({ contactId }) => contactId === '901', { kind: 'error', code: 551 });
    expect((await post('902', 'one')).status).toBe(200);
    expect((await post('901', 'two')).status).toBe(400);
    heal();
    expect((await post('901', 'three')).status).toBe(200);
  });
});

describe('a signed body', () => {
  it('is pure ASCII, as on the wire, and verifies', () => {
    const ada = thread({ object: 'page', id: '1001' }, '901');
    const { body, headers } = signed(delivery(ada.account, ada.says('Grüße 🎉')), 'secret');
    expect(body).toContain(String.raw`Gr\u00fc\u00dfe \ud83c\udf89`);
    expect(verifySignature(Buffer.from(body), headers['x-hub-signature-256'], ['secret'])).toBe(true);
  });
});
