import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SigningAccount } from '../../../src/channels/webhook.js';
import { verifyXSignature } from '../../../src/channels/x/signature.js';
import { xWebhook } from '../../../src/channels/x/webhook.js';
import { dmsBetween, signedByX } from '../../platforms/x-payloads.js';

const now = 1_790_000_000_000;
const studio: SigningAccount = {
  workspace: 'main',
  channel: 'x',
  name: 'studio_x',
  id: '1001',
  secrets: ['consumer', 'old-consumer'],
};
const shop: SigningAccount = { ...studio, name: 'shop_x', id: '1002', secrets: ['shop-consumer'] };
const bot: SigningAccount = { ...studio, channel: 'telegram', name: 'bot', id: '7', secrets: ['bot-secret'] };
const accounts = [bot, studio, shop];

const ask = (query: Readonly<Record<string, unknown>>, all: readonly SigningAccount[] = accounts) =>
  xWebhook.answerChallenge!({ query, accounts: all });
const answerBy = (secret: string, token: string) => ({
  ok: true,
  type: 'json',
  body: JSON.stringify({
    response_token: `sha256=${createHmac('sha256', secret).update(token).digest('base64')}`,
  }),
});

const token = 'MDk3ZTFlN2MtNDFj+/=_-abc';

describe('X’s question whether the address is ours', () => {
  it('is answered by the first account’s present secret, as JSON', () => {
    expect(ask({ crc_token: token })).toEqual(answerBy('consumer', token));
  });

  it.each(['shop_x', '1002'])('is answered for the account that the address names: %s', (account) => {
    expect(ask({ crc_token: token, account })).toEqual(answerBy('shop-consumer', token));
  });

  it('takes a plus sign that was not escaped for one', () => {
    expect(ask({ crc_token: 'abcdefgh ijklmnop' })).toEqual(answerBy('consumer', 'abcdefgh+ijklmnop'));
  });

  it.each([
    ['no token', {}],
    ['two tokens', { crc_token: [token, token] }],
    ['a short token', { crc_token: 'x'.repeat(15) }],
    ['a long token', { crc_token: 'x'.repeat(129) }],
    ['a brace', { crc_token: '{"data":{}}aaaaaa' }],
    ['a line', { crc_token: `${token}\n` }],
    ['an account that nobody has', { crc_token: token, account: 'nobody' }],
    ['an account of another channel', { crc_token: token, account: 'bot' }],
    ['two accounts', { crc_token: token, account: ['studio_x', 'shop_x'] }],
  ])('is not answered with %s', (_what, query) => {
    expect(ask(query)).toEqual({ ok: false });
  });

  it('is not answered where no account of X has a secret', () => {
    expect(ask({ crc_token: token }, [bot, { ...studio, secrets: [''] }])).toEqual({ ok: false });
  });

  it('never signs what could be a delivery', () => {
    const json = fc.oneof(
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.object({ maxDepth: 1 }).map((value) => JSON.stringify({ data: value })),
      fc.string({ maxLength: 140 }),
    );
    fc.assert(
      fc.property(json, (text) => {
        const answer = ask({ crc_token: text });
        if (!answer.ok) return;
        const { response_token } = JSON.parse(answer.body) as { readonly response_token: string };
        const opened = xWebhook.open({
          body: Buffer.from(text),
          header: () => response_token,
          account: null,
          accounts,
          receivedAt: now,
        });
        expect(opened.ok && opened.delivery.updates.length > 0).toBe(false);
        expect(text).not.toContain('{');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a delivery of X', () => {
  const ada = dmsBetween('1001', '501');
  const open = (body: string, signature: string | undefined, all = accounts) =>
    xWebhook.open({
      body: Buffer.from(body),
      header: (name) => (name.toLowerCase() === 'x-twitter-webhooks-signature' ? signature : undefined),
      account: null,
      accounts: all,
      receivedAt: now,
    });
  const openSigned = (payload: unknown, secret: string) => {
    const { body, headers } = signedByX(payload, secret);
    return open(body, headers['x-twitter-webhooks-signature']);
  };

  it('comes to one address for all accounts', () => {
    expect(xWebhook).toMatchObject({ name: 'x', isPerAccount: false, bodyLimit: 1_048_576 });
  });

  it.each(['consumer', 'old-consumer', 'shop-consumer'])(
    'may be signed with any of the secrets: %s',
    (secret) => {
      expect(openSigned(ada.says('guide'), secret)).toMatchObject({
        ok: true,
        delivery: { updates: [{ channel: 'x', accountId: '1001', contactId: '501' }] },
      });
    },
  );

  it('is refused with a secret of another channel', () => {
    expect(openSigned(ada.says('guide'), 'bot-secret')).toEqual({ ok: false, reason: 'bad_signature' });
  });

  it('is refused where a byte of it has changed', () => {
    const { body, headers } = signedByX(ada.says('guide'), 'consumer');
    expect(open(`${body} `, headers['x-twitter-webhooks-signature']).ok).toBe(false);
  });

  it.each([
    ['before', (signature: string) => `x${signature}`],
    ['behind', (signature: string) => `${signature}x`],
  ])('is refused with something %s its signature', (_where, add) => {
    const { body, headers } = signedByX(ada.says('guide'), 'consumer');
    const signature = headers['x-twitter-webhooks-signature'] ?? '';
    expect(open(body, signature).ok).toBe(true);
    expect(open(body, add(signature))).toEqual({ ok: false, reason: 'bad_signature' });
  });

  it.each([undefined, '', 'sha256=', 'sha256=abc', `sha1=${'A'.repeat(43)}=`, `sha256=${'A'.repeat(64)}`])(
    'is refused with the signature %s',
    (signature) => {
      expect(open('{}', signature)).toEqual({ ok: false, reason: 'bad_signature' });
    },
  );

  it('is not looked at where no account has a secret', () => {
    expect(open('{}', 'sha256=', [bot, { ...studio, secrets: [] }])).toEqual({
      ok: false,
      reason: 'no_secret',
    });
  });

  it('is malformed where it is signed and no JSON', () => {
    expect(openSigned('{"data":', 'consumer')).toEqual({ ok: false, reason: 'malformed' });
  });

  it('is not proved by an empty secret', () => {
    const { headers } = signedByX('{}', '');
    expect(verifyXSignature(Buffer.from('{}'), headers['x-twitter-webhooks-signature'], [''])).toBe(false);
  });
});
