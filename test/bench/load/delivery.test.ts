import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deliver } from './delivery.js';
import { lineAt } from './dialogue.js';

const course = { first: 0, pause: 8 };
const lines = Array.from({ length: 12 }, (_, place) => lineAt(place, course));
const origin = 'http://127.0.0.1:1';

describe('a delivery', () => {
  it('of Meta is signed, and holds the messages by account', () => {
    const { body, headers } = deliver(lines, { origin, format: 'meta', accounts: ['a', 'b'] }, 'secret');
    const signature = createHmac('sha256', 'secret').update(body).digest('hex');
    expect(headers['x-hub-signature-256']).toBe(`sha256=${signature}`);
    const { entry } = JSON.parse(body);
    expect(entry.map(({ id, messaging }: never) => [id, (messaging as unknown[]).length])).toEqual([
      ['a', 8],
      ['b', 4],
    ]);
  });

  it('keeps a contact at one account', () => {
    const target = { origin, format: 'telegram', accounts: ['a', 'b', 'c'] } as const;
    const [asked, answer] = [lineAt(4, course), lineAt(14, course)];
    expect(answer.contact).toBe(asked.contact);
    expect(deliver([answer], target, 's').path).toBe(deliver([asked], target, 's').path);
  });

  it('of Telegram shows the secret, and holds one update', () => {
    const target = { origin, format: 'telegram', accounts: ['a'] } as const;
    expect(deliver([lines[0]!], target, 's').headers['x-telegram-bot-api-secret-token']).toBe('s');
    expect(() => deliver(lines, target, 's')).toThrow('one update');
  });
});
