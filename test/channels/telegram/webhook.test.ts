import { describe, expect, it } from 'vitest';
import { telegramWebhook } from '../../../src/channels/telegram/webhook.js';
import type { SigningAccount } from '../../../src/channels/webhook.js';
import { ada, now } from './parsing.js';

const studio: SigningAccount = {
  workspace: 'main',
  channel: 'telegram',
  name: 'studio_bot',
  id: '4000',
  secrets: ['new-secret', 'old-secret'],
};
const shop: SigningAccount = { ...studio, name: 'shop_bot', id: '5000', secrets: ['shop-secret'] };
const page: SigningAccount = { ...studio, channel: 'messenger', name: 'page', id: '6000', secrets: ['page'] };
const accounts = [studio, shop, page];

const open = (
  account: string | null,
  secret: string | undefined,
  { body = JSON.stringify(ada.says('guide')), all = accounts } = {},
) =>
  telegramWebhook.open({
    body: Buffer.from(body),
    header: (name) => (name.toLowerCase() === 'x-telegram-bot-api-secret-token' ? secret : undefined),
    account,
    accounts: all,
    receivedAt: now,
  });

describe('the address of Telegram’s webhook', () => {
  it('is each account’s own, and takes a megabyte', () => {
    expect(telegramWebhook).toMatchObject({ name: 'telegram', isPerAccount: true, bodyLimit: 1_048_576 });
    expect(telegramWebhook.answerChallenge).toBeUndefined();
  });

  it.each(['studio_bot', '4000'])('ends with the account’s name or its id: %s', (address) => {
    expect(open(address, 'new-secret')).toMatchObject({
      ok: true,
      delivery: { updates: [{ channel: 'telegram', accountId: '4000', contactId: '501' }] },
    });
  });

  it('belongs to the account whose secret fits, where two workspaces call theirs the same', () => {
    const other = { ...shop, workspace: 'second', name: 'studio_bot' };
    expect(open('studio_bot', 'shop-secret', { all: [studio, other] })).toMatchObject({
      delivery: { updates: [{ accountId: '5000' }] },
    });
  });
});

describe('the secret token', () => {
  it('may be the present one or one that is being replaced', () => {
    expect(open('studio_bot', 'new-secret').ok).toBe(true);
    expect(open('studio_bot', 'old-secret').ok).toBe(true);
  });

  it.each([
    ['another account’s', 'shop-secret'],
    ['a part of it', 'new-secre'],
    ['more than it', 'new-secret1'],
    ['in other letters', 'NEW-SECRET'],
    ['empty', ''],
    ['missing', undefined],
  ])('is refused where it is %s', (_what, secret) => {
    expect(open('studio_bot', secret)).toEqual({ ok: false, reason: 'bad_signature' });
  });

  it.each([
    ['nobody has the address', 'nobody', accounts],
    ['no account is named', null, accounts],
    ['the account is of another channel', 'page', accounts],
    ['the account has no secret', 'studio_bot', [{ ...studio, secrets: [] }]],
    ['the account’s secret is empty', 'studio_bot', [{ ...studio, secrets: [''] }]],
  ])('is missing on our side where %s', (_what, account, all) => {
    expect(open(account, '', { all })).toEqual({ ok: false, reason: 'no_secret' });
  });
});

describe('what is proved to be Telegram’s', () => {
  it.each([
    ['no JSON', '{"update_id":', 'no JSON'],
    ['empty', '', 'no JSON'],
    ['nested without end', '['.repeat(1000), 'JSON that is nested too deep'],
    ['no object', '7', 'no update'],
    ['null', 'null', 'no update'],
    ['an update with nothing in it', '{"update_id":1}', 'an update in which nothing happened'],
  ])('is taken where it is %s, so that the chat behind it is not blocked', (_what, body, reason) => {
    expect(open('studio_bot', 'new-secret', { body })).toMatchObject({
      ok: true,
      delivery: { updates: [], skipped: [{ reason }] },
    });
  });
});
