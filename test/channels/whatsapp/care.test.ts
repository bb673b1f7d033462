import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountAccess, AccountCare, ExpectedSetup } from '../../../src/channels/channel.js';
import { createGraphClient } from '../../../src/channels/meta/graph.js';
import { createTransport, type Transport } from '../../../src/channels/transport.js';
import { createWhatsAppChannel } from '../../../src/channels/whatsapp/channel.js';
import { type FakeWhatsApp, startFakeWhatsApp } from '../../platforms/fake-whatsapp.js';

let whatsapp: FakeWhatsApp;
let transport: Transport;
let care: AccountCare;

const good = {
  verified_name: 'Studio Nord',
  display_phone_number: '+49 30 111222',
  quality_rating: 'GREEN',
  throughput: { level: 'STANDARD' },
  status: 'CONNECTED',
  name_status: 'APPROVED',
};

beforeEach(async () => {
  whatsapp = await startFakeWhatsApp();
  whatsapp.setNumber('770022', good);
  transport = createTransport(Date.now, { answerTimeout: 2_000 });
  const graph = createGraphClient(transport);
  care = createWhatsAppChannel({ graph, transport, baseUrl: whatsapp.url }).care!;
});
afterEach(async () => {
  expect(whatsapp.violations).toEqual([]);
  await whatsapp.close();
  await transport.close();
});

const account: AccountAccess = { accountId: '770022', business: '880011', token: 'system-user-token' };
const reminder = { name: 'reminder', language: 'en_US', category: 'utility', body: 'Hi {{1}}' } as const;
const expected: ExpectedSetup = {
  webhookUrl: 'https://dm.example/webhooks/meta',
  webhookSecret: 'verify',
  templates: [],
  menu: [],
  iceBreakers: [],
  now: Date.parse('2026-10-06T12:00:00Z'),
};

async function check(change: Partial<ExpectedSetup> = {}, of = account) {
  return care.check(of, { ...expected, ...change }, new AbortController().signal);
}

/** The finding on a subject. */
async function found(subject: string, change: Partial<ExpectedSetup> = {}) {
  return (await check(change)).find((finding) => finding.subject.startsWith(subject));
}

describe('the check of a number', () => {
  it('finds everything in order, and names what only the dashboard shows', async () => {
    await care.subscribe(account, expected, new AbortController().signal);
    whatsapp.addTemplate(reminder);
    const findings = await check({ templates: [reminder] });
    expect(findings.map(({ subject, severity }) => [subject, severity])).toEqual([
      ['number', 'ok'],
      ['quality', 'ok'],
      ['subscription', 'ok'],
      ['app webhook', 'warning'],
      ['template reminder (en_US)', 'ok'],
    ]);
    expect(findings[0]!.text).toBe(
      'The token speaks for Studio Nord (+49 30 111222). Its throughput is STANDARD.',
    );
    expect(whatsapp.requests.every(({ token }) => token === 'system-user-token')).toBe(true);
    expect(whatsapp.requests.some(({ path }) => path.includes('system-user-token'))).toBe(false);
  });

  it('ends where the token is not let in', async () => {
    whatsapp.requireToken('another');
    const findings = await check();
    expect(findings).toMatchObject([{ severity: 'problem', subject: 'token' }]);
    expect(findings[0]!.remedy).toContain('system user');
  });

  it('ends where there is no such number', async () => {
    const findings = await check({}, { ...account, accountId: '4930111222' });
    expect(findings).toMatchObject([{ severity: 'problem', subject: 'number' }]);
    expect(findings[0]!.remedy).toContain('Phone number ID');
  });

  it('says so where the platform has trouble', async () => {
    whatsapp.failWhile(() => true, { kind: 'error', status: 500, code: 131000 });
    const remedy = 'Ask again in a few minutes.';
    expect((await check()).slice(0, 2)).toMatchObject([
      { severity: 'warning', subject: 'number', remedy },
      { severity: 'warning', subject: 'subscription', remedy },
    ]);
  });

  it.each([
    ['registration', { status: 'UNVERIFIED' }, 'problem'],
    ['display name', { name_status: 'DECLINED' }, 'warning'],
    ['quality', { quality_rating: 'YELLOW' }, 'warning'],
    ['quality', { quality_rating: 'RED' }, 'warning'],
  ])('finds that the %s is %j', async (subject, change, severity) => {
    whatsapp.setNumber('770022', { ...good, ...change });
    expect(await found(subject)).toMatchObject({ severity, remedy: expect.any(String) as string });
  });

  it('has nothing to say where WhatsApp says nothing', async () => {
    whatsapp.setNumber('770022', {});
    expect((await check())[0]).toEqual({
      severity: 'ok',
      subject: 'number',
      text: 'The token speaks for without a name (without a number).',
    });
    expect(await found('quality')).toBeUndefined();
  });

  it('asks for the business account where it is not named', async () => {
    const { business: _business, ...lone } = account;
    expect((await check({}, lone)).at(-1)).toMatchObject({
      severity: 'warning',
      subject: 'business account',
    });
  });
});

describe('the subscription of a business account', () => {
  it('is missing until it is made', async () => {
    expect(await found('subscription')).toMatchObject({
      severity: 'problem',
      remedy: 'heyword account subscribe',
    });
    const signal = new AbortController().signal;
    expect(await care.subscribe(account, expected, signal)).toMatchObject([
      { severity: 'ok', subject: 'subscription' },
    ]);
    expect(whatsapp.requests.at(-1)).toMatchObject({ method: 'POST', path: '/v26.0/880011/subscribed_apps' });
    expect(await found('subscription')).toMatchObject({
      severity: 'ok',
      text: expect.stringContaining('Heyword') as string,
    });
  });

  it('that leads elsewhere is told', async () => {
    const data = [
      {
        whatsapp_business_api_data: { id: '1', name: 'Ours' },
        override_callback_uri: 'https://old.example/x',
      },
    ];
    const body = JSON.stringify({ data });
    whatsapp.failWhile(({ edge }) => edge === 'subscribed_apps', {
      kind: 'answer',
      status: 200,
      body,
      delivered: false,
    });
    expect(await found('subscription')).toMatchObject({
      severity: 'warning',
      text: expect.stringContaining('https://old.example/x') as string,
    });
  });

  it('cannot be made with a token that may not', async () => {
    whatsapp.failWhile(() => true, { kind: 'error', status: 403, code: 200 });
    expect(await care.subscribe(account, expected, new AbortController().signal)).toMatchObject([
      { severity: 'problem', subject: 'subscription' },
    ]);
  });

  it('needs the business account to be named', async () => {
    const { business: _business, ...lone } = account;
    expect(await care.subscribe(lone, expected, new AbortController().signal)).toMatchObject([
      { subject: 'business account' },
    ]);
  });
});

describe('a declared template', () => {
  const templateFound = () => found('template', { templates: [reminder] });

  it('is missing, with the text to create it by', async () => {
    expect(await templateFound()).toMatchObject({
      severity: 'problem',
      text: 'WhatsApp has no template of this name.',
      remedy: 'Create it in WhatsApp Manager as utility, with the text: Hi {{1}}',
    });
  });

  it('is there in other languages only', async () => {
    whatsapp.addTemplate({ ...reminder, language: 'de' });
    expect(await templateFound()).toMatchObject({
      severity: 'problem',
      text: 'WhatsApp has it in other languages only: de.',
    });
  });

  it.each(['PENDING', 'REJECTED', 'PAUSED', 'DISABLED'])('is %s', async (status) => {
    whatsapp.addTemplate({ ...reminder, status });
    expect(await templateFound()).toMatchObject({
      severity: 'problem',
      text: `It is ${status}, and cannot be sent.`,
    });
  });

  it('has another number of gaps', async () => {
    whatsapp.addTemplate({ ...reminder, body: 'Hi {{1}}, see you on {{2}}' });
    expect(await templateFound()).toMatchObject({
      severity: 'problem',
      text: 'It has 2 gaps where the workspace fills one gap: WhatsApp would refuse it.',
      remedy: expect.stringContaining('Hi {{1}}, see you on {{2}}') as string,
    });
  });

  it('reads otherwise', async () => {
    whatsapp.addTemplate({ ...reminder, body: 'Dear {{1}}' });
    expect(await templateFound()).toMatchObject({
      severity: 'warning',
      remedy: 'WhatsApp has: Dear {{1}}',
    });
  });

  it('reads the same however it is spaced', async () => {
    whatsapp.addTemplate({ ...reminder, body: 'Hi  {{1}}\n' });
    expect(await templateFound()).toMatchObject({ severity: 'ok' });
  });

  it('is of another category', async () => {
    whatsapp.addTemplate({ ...reminder, category: 'MARKETING' });
    expect(await templateFound()).toMatchObject({
      severity: 'warning',
      text: 'WhatsApp counts it as marketing, the workspace as utility.',
    });
  });

  it.each([
    ['a picture above it', { type: 'HEADER', format: 'IMAGE' }],
    ['a gap in its header', { type: 'HEADER', format: 'TEXT', text: 'For {{1}}' }],
    [
      'a gap in the address of a button',
      { type: 'BUTTONS', buttons: [{ type: 'URL', url: 'https://x.example/{{1}}' }] },
    ],
  ])('needs more than we fill: %s', async (_what, component) => {
    whatsapp.addTemplate({ ...reminder, components: [component] });
    expect(await templateFound()).toMatchObject({
      severity: 'problem',
      text: expect.stringContaining('header or a button') as string,
    });
  });

  it('is found behind a hundred others', async () => {
    for (let at = 0; at < 130; at++) whatsapp.addTemplate({ ...reminder, name: `other_${at}` });
    whatsapp.addTemplate(reminder);
    expect(await templateFound()).toMatchObject({ severity: 'ok' });
  });

  it('cannot be looked at where the platform does not say', async () => {
    whatsapp.failWhile(({ edge }) => edge === 'message_templates', { kind: 'error', code: 80007 });
    expect(await templateFound()).toMatchObject({ severity: 'warning', subject: 'templates' });
  });

  it('is not asked about where none is declared', async () => {
    await check();
    expect(whatsapp.requests.some(({ edge }) => edge === 'message_templates')).toBe(false);
  });
});
