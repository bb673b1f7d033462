import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountAccess, ExpectedSetup } from '../../../src/channels/channel.js';
import { createTransport, type Transport } from '../../../src/channels/transport.js';
import { createXChannel } from '../../../src/channels/x/channel.js';
import { type FakeX, startFakeX, xProblem } from '../../platforms/fake-x.js';

let x: FakeX;
let transport: Transport;
let account: AccountAccess;

beforeAll(() => {
  transport = createTransport(Date.now, { answerTimeout: 1_500 });
});
afterAll(() => transport.close());
beforeEach(async () => {
  x = await startFakeX();
  const client = { id: 'client' };
  account = { accountId: '1001', token: x.grants.issue('1001').token, client };
});
afterEach(() => x.close());

const expected: ExpectedSetup = {
  webhookUrl: 'https://dm.example/webhooks/x',
  webhookSecret: '',
  templates: [],
  menu: [],
  iceBreakers: [],
  now: 1_790_000_000_000,
};
const patience = new AbortController().signal;
const care = () => createXChannel({ transport, baseUrl: x.url }).care!;
const check = () => care().check(account, expected, patience);

describe('checking an account of X', () => {
  it('finds whose token it is, and says what X does not tell', async () => {
    expect(await check()).toMatchObject([
      { severity: 'ok', subject: 'token', text: 'The token is that of @user_1001.' },
      { severity: 'ok', subject: 'scopes', text: expect.stringContaining('dm.write') },
    ]);
  });

  it('finds a token of another user', async () => {
    account = { ...account, accountId: '1002' };
    expect(await check()).toMatchObject([{ severity: 'problem', subject: 'token' }, {}]);
  });

  it('finds a token that has ended', async () => {
    x.grants.end(account.token);
    expect(await check()).toMatchObject([
      { severity: 'problem', remedy: expect.stringContaining('renews') },
      {},
    ]);
  });

  it.each([
    ['is refused', xProblem(403)],
    ['is not answered', { kind: 'silence', delivered: false }],
    ['is answered in HTML', { kind: 'answer', status: 200, body: '<html>', delivered: false }],
  ] as const)('finds that its question %s', async (_what, fault) => {
    x.failWhile(() => true, fault);
    expect(await check()).toMatchObject([{ severity: 'problem', subject: 'token' }, {}]);
  });

  it('warns of a token that cannot be renewed', async () => {
    const { accountId, token } = account;
    account = { accountId, token };
    expect(await check()).toMatchObject([
      {},
      { severity: 'warning', remedy: expect.stringContaining('client_id') },
      {},
    ]);
  });
});

describe('setting an account of X up', () => {
  it('names the calls that only the app’s own token may make', async () => {
    const findings = await care().subscribe(account, expected, patience);
    expect(findings.slice(2).map(({ severity, remedy }) => [severity, remedy])).toEqual([
      ['warning', 'Call: POST /2/webhooks {"url":"https://dm.example/webhooks/x"}'],
      ...['dm.received', 'dm.sent', 'dm.read', 'chat.received', 'oauth.revoke'].map((event) => [
        'warning',
        `Call: POST /2/activity/subscriptions {"event_type":"${event}","filter":{"user_id":"1001"},"webhook_id":"<id that /2/webhooks answered>"}`,
      ]),
    ]);
  });

  it.each(['http://dm.example/webhooks/x', 'https://dm.example:8443/webhooks/x'])(
    'says that X does not deliver to %s',
    async (webhookUrl) => {
      const findings = await care().subscribe(account, { ...expected, webhookUrl }, patience);
      expect(findings.at(-1)).toMatchObject({ severity: 'problem', subject: 'webhook' });
    },
  );
});
