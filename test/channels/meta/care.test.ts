import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountFinding, Channel, ExpectedSetup } from '../../../src/channels/channel.js';
import { createInstagramChannel } from '../../../src/channels/instagram/channel.js';
import { createGraphClient, type GraphClient } from '../../../src/channels/meta/graph.js';
import { createMessengerChannel } from '../../../src/channels/messenger/channel.js';
import { createTransport, type Transport } from '../../../src/channels/transport.js';
import { type FakeMeta, startFakeMeta } from '../../platforms/fake-meta.js';

let meta: FakeMeta;
let transport: Transport;
let graph: GraphClient;

beforeAll(() => {
  transport = createTransport(Date.now, { answerTimeout: 2_000 });
  graph = createGraphClient(transport);
});
afterAll(() => transport.close());
beforeEach(async () => {
  meta = await startFakeMeta();
});
afterEach(async () => {
  expect(meta.violations).toEqual([]);
  await meta.close();
});

const page = '100200300400500';
const professional = '17841400000000001';
const token = 'EAAG-secret';
const patience = new AbortController().signal;
const now = Date.parse('2026-10-06T12:00:00Z');

const expected: ExpectedSetup = {
  webhookUrl: 'https://dm.example/webhooks/meta',
  webhookSecret: 'verify',
  templates: [],
  menu: [{ title: 'Opening hours', payload: 'flow:hours' }],
  iceBreakers: [{ title: 'What does it cost?', payload: 'flow:pricing' }],
  now,
};
const nothingExpected: ExpectedSetup = { ...expected, menu: [], iceBreakers: [] };

const openMessenger = () => createMessengerChannel({ graph, baseUrl: meta.url });
const openInstagram = () => createInstagramChannel({ graph, instagramUrl: meta.url, facebookUrl: meta.url });

/** Each way of being connected, as its platform is set up when everything is right. */
const ways = [
  {
    way: 'a page',
    open: openMessenger,
    account: { accountId: page, token },
    subscribed: page,
    prepare: () => meta.accounts.setSelf(token, { id: page, name: 'Studio Nord' }),
  },
  {
    way: 'an account by Instagram Login',
    open: openInstagram,
    account: { accountId: professional, token },
    subscribed: token,
    prepare: () =>
      meta.accounts.setSelf(token, { user_id: professional, username: 'studio', account_type: 'BUSINESS' }),
  },
  {
    way: 'an account by Facebook Login',
    open: openInstagram,
    account: { accountId: professional, token, page },
    subscribed: page,
    prepare: () =>
      meta.accounts.setSelf(token, {
        id: page,
        name: 'Studio Nord',
        instagram_business_account: { id: professional },
      }),
  },
] as const;

const about = (findings: readonly AccountFinding[], subject: string): AccountFinding | undefined =>
  findings.find((finding) => finding.subject === subject);

describe.each(ways)('$way', ({ way, open, account, subscribed, prepare }) => {
  const care = (): NonNullable<Channel['care']> => open().care!;
  const check = (setup = expected) => care().check(account, setup, patience);
  const subscribe = (setup = expected) => care().subscribe(account, setup, patience);
  beforeEach(prepare);

  it('is found right after it was set up, but for what only the app can see', async () => {
    expect((await subscribe()).map(({ severity }) => severity)).not.toContain('problem');
    const findings = await check();
    expect(findings.filter(({ severity }) => severity !== 'ok').map(({ subject }) => subject)).toEqual([
      'app webhook',
    ]);
    expect(about(findings, 'app webhook')!.remedy).toContain(expected.webhookUrl);
  });

  it('is set up once: the second time nothing is changed', async () => {
    await subscribe();
    const changes = () => meta.requests.filter(({ method }) => method === 'POST').length;
    const before = changes();
    const findings = await subscribe();
    expect(changes()).toBe(before);
    expect(findings.every(({ severity }) => severity === 'ok')).toBe(true);
  });

  it('that nobody subscribed delivers nothing, and is told how to', async () => {
    const finding = about(await check(), 'subscription')!;
    expect(finding.severity).toBe('problem');
    expect(finding.remedy).toBe('heyword account subscribe');
  });

  it('keeps what else it delivers', async () => {
    meta.accounts.subscribe(subscribed, ['mentions']);
    await subscribe();
    expect(meta.accounts.subscribedFields(subscribed)).toEqual(
      expect.arrayContaining(['mentions', 'messages']),
    );
  });

  it('whose token has expired is a problem, and nothing else is asked', async () => {
    meta.failWhile(() => true, { kind: 'error', code: 190, subcode: 463 });
    const findings = await check();
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: 'problem', subject: 'token' });
    expect(findings[0]!.remedy).toContain('app dashboard');
    expect(meta.requests).toHaveLength(1);
  });

  it('whose token is another’s is a problem', async () => {
    meta.accounts.setSelf(token, { id: '4711', user_id: '4711', username: 'x', account_type: 'BUSINESS' });
    expect(await check()).toEqual([expect.objectContaining({ severity: 'problem', subject: 'token' })]);
  });

  it('of which Meta says nothing at present may be asked again', async () => {
    meta.failWhile(() => true, { kind: 'answer', status: 503, body: '<html>', delivered: false });
    expect(await check()).toMatchObject([
      { severity: 'warning', subject: 'token', remedy: 'Ask again in a few minutes.' },
      ...['permissions', 'subscription', 'app webhook', 'menu'].map((subject) => ({ subject })),
    ]);
    expect((await subscribe()).map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });

  it('whose messages may not be read lacks a permission', async () => {
    meta.failWhile(({ edge }) => edge === 'conversations', { kind: 'error', code: 10 });
    const finding = about(await check(), 'permissions')!;
    expect(finding.severity).toBe('problem');
    expect(finding.remedy).toMatch(way === 'a page' ? /pages_messaging/ : /manage_messages/);
  });

  it('whose permissions are told lacks those that are not granted', async () => {
    meta.accounts.grant(token, ['pages_manage_metadata', 'instagram_basic']);
    const { severity, text } = about(await check(), 'permissions')!;
    expect(severity).toBe('problem');
    expect(text).toMatch(/^Not granted: /);
    expect(text).not.toMatch(/pages_manage_metadata|instagram_basic,/);
  });

  it('that may not be subscribed says why', async () => {
    meta.failWhile(({ edge, method }) => edge === 'subscribed_apps' && method === 'POST', {
      kind: 'error',
      code: 200,
    });
    expect(about(await subscribe(), 'subscription')).toMatchObject({ severity: 'problem' });
  });

  it('whose menu is another is warned of, and gets the one that is declared', async () => {
    await subscribe();
    const other = { ...expected, menu: [{ title: 'Prices', payload: 'flow:prices' }] };
    expect(about(await check(other), 'menu')).toMatchObject({ severity: 'warning' });
    await subscribe(other);
    expect(about(await check(other), 'menu')).toMatchObject({ severity: 'ok' });
    expect(about(await check(other), 'ice breakers')).toMatchObject({ severity: 'ok' });
  });

  it('keeps a menu that nobody declared, and is warned of it', async () => {
    await subscribe();
    const before = meta.accounts.chatProfile(token);
    await subscribe(nothingExpected);
    expect(meta.accounts.chatProfile(token)).toEqual(before);
    expect(about(await check(nothingExpected), 'menu')).toMatchObject({ severity: 'warning' });
  });

  it('has nothing said of a menu that nobody wants and that is not there', async () => {
    expect(about(await check(nothingExpected), 'menu')).toBeUndefined();
    expect(about(await check(nothingExpected), 'ice breakers')).toBeUndefined();
  });

  it('gets titles that fit, and as many as are taken', async () => {
    const many = Array.from({ length: 25 }, (_, at) => ({
      title: `${at} ${'x'.repeat(100)}`,
      payload: `p${at}`,
    }));
    const findings = await subscribe({ ...expected, menu: many, iceBreakers: many });
    expect(findings.map(({ severity }) => severity)).not.toContain('problem');
    expect(about(await check({ ...expected, menu: many, iceBreakers: many }), 'menu')!.severity).toBe('ok');
  });

  it('lets no token into what is said', async () => {
    const said = JSON.stringify([await check(), await subscribe()]);
    meta.failWhile(() => true, { kind: 'error', code: 100 });
    expect(said + JSON.stringify([await check(), await subscribe()])).not.toContain(token);
  });
});

describe('a page', () => {
  beforeEach(() => meta.accounts.setSelf(token, { id: page, name: 'Studio Nord' }));
  const account = { accountId: page, token };

  it('delivers the fields that the object has for us', async () => {
    await openMessenger().care!.subscribe(account, expected, patience);
    expect(meta.accounts.subscribedFields(page)).toEqual([
      'messages',
      'messaging_postbacks',
      'message_echoes',
      'message_deliveries',
      'message_reads',
      'message_reactions',
      'message_edits',
      'messaging_referrals',
      'messaging_optins',
      'messaging_handovers',
      'standby',
      'messaging_policy_enforcement',
      'feed',
    ]);
  });

  it('without one of them works, and is warned', async () => {
    meta.accounts.subscribe(page, ['messages', 'messaging_postbacks']);
    const finding = about(await openMessenger().care!.check(account, expected, patience), 'subscription')!;
    expect(finding).toMatchObject({ severity: 'warning', remedy: 'heyword account subscribe' });
    expect(finding.text).toContain('feed');
  });

  it('gets a menu together with the button it needs, and keeps a button it has', async () => {
    await openMessenger().care!.subscribe(account, expected, patience);
    expect(meta.accounts.chatProfile(token)).toEqual({
      get_started: { payload: 'get_started' },
      persistent_menu: [
        {
          locale: 'default',
          call_to_actions: [{ type: 'postback', title: 'Opening hours', payload: 'flow:hours' }],
        },
      ],
      ice_breakers: [
        { locale: 'default', call_to_actions: [{ question: 'What does it cost?', payload: 'flow:pricing' }] },
      ],
    });
    meta.accounts.setChatProfile(token, { get_started: { payload: 'hello' } });
    await openMessenger().care!.subscribe(account, expected, patience);
    expect(meta.accounts.chatProfile(token)['get_started']).toEqual({ payload: 'hello' });
  });

  it('has no token to renew', () => {
    expect(openMessenger().care!.renewToken).toBeUndefined();
  });
});

describe('an Instagram account', () => {
  const account = { accountId: professional, token };

  it('by Instagram Login may be told inside a list', async () => {
    meta.accounts.setSelf(token, {
      data: [{ user_id: professional, username: 'studio', account_type: 'MEDIA_CREATOR' }],
    });
    const findings = await openInstagram().care!.check(account, expected, patience);
    expect(about(findings, 'token')).toMatchObject({ severity: 'ok' });
    expect(about(findings, 'token')!.text).toContain('@studio');
  });

  it('by Instagram Login delivers the fields that the object has for us', async () => {
    meta.accounts.setSelf(token, { user_id: professional, username: 'studio', account_type: 'BUSINESS' });
    await openInstagram().care!.subscribe(account, nothingExpected, patience);
    expect(meta.accounts.subscribedFields(token)).toEqual([
      'messages',
      'messaging_postbacks',
      'message_reactions',
      'messaging_referral',
      'messaging_seen',
      'messaging_handover',
      'standby',
      'comments',
      'live_comments',
    ]);
  });

  it('that is a personal one has no messages', async () => {
    meta.accounts.setSelf(token, { user_id: professional, username: 'ada', account_type: 'PERSONAL' });
    expect(await openInstagram().care!.check(account, expected, patience)).toMatchObject([
      { severity: 'problem', remedy: expect.stringContaining('professional') as string },
    ]);
  });

  it('by Facebook Login is the one behind its page', async () => {
    for (const linked of [undefined, { id: '17841499999999999' }]) {
      meta.accounts.setSelf(token, { id: page, name: 'Studio', instagram_business_account: linked });
      const findings = await openInstagram().care!.check({ ...account, page }, expected, patience);
      expect(about(findings, 'instagram account')).toMatchObject({ severity: 'problem' });
    }
  });

  it('tells its ice breakers also in the form that has no name', async () => {
    meta.accounts.setSelf(token, { user_id: professional, username: 'studio', account_type: 'BUSINESS' });
    const question = { question: 'What does it cost?', payload: 'flow:pricing' };
    const body = JSON.stringify({ data: [{ locale: 'default', call_to_actions: [question] }] });
    meta.failWhile(({ edge }) => edge === 'messenger_profile', {
      kind: 'answer',
      status: 200,
      body,
      delivered: false,
    });
    const findings = await openInstagram().care!.check(account, { ...expected, menu: [] }, patience);
    expect(about(findings, 'ice breakers')).toMatchObject({ severity: 'ok' });
  });
});
