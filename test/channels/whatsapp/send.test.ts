import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, SendResult } from '../../../src/channels/channel.js';
import { createGraphClient } from '../../../src/channels/meta/graph.js';
import { createTransport, type Transport } from '../../../src/channels/transport.js';
import { createWhatsAppChannel } from '../../../src/channels/whatsapp/channel.js';
import type { MessageBody } from '../../../src/core/message.js';
import { type FakeWhatsApp, startFakeWhatsApp } from '../../platforms/fake-whatsapp.js';

let whatsapp: FakeWhatsApp;
let transport: Transport;
let channel: Channel;

beforeEach(async () => {
  whatsapp = await startFakeWhatsApp();
  transport = createTransport(Date.now, { answerTimeout: 300 });
  channel = createWhatsAppChannel({
    graph: createGraphClient(transport),
    transport,
    baseUrl: whatsapp.url,
  });
});
afterEach(async () => {
  await whatsapp.close();
  await transport.close();
});

const ada = '4915100000001';
const access = { accountId: '770022', business: '880011', token: 'system-user-token' };
const signal = new AbortController().signal;

function send(body: MessageBody, contactId = ada): Promise<SendResult> {
  const message = { reference: 'evt_1.m0', body, basis: { kind: 'reply_window' } as const };
  return channel.send({ ...message, linkBase: 'https://hey.example/l/' }, { ...access, contactId }, signal);
}

describe('a send on WhatsApp', () => {
  it('goes to the number’s messages with the token in a header, and brings the message’s id', async () => {
    const result = await send({ text: 'Hi' });
    const [sent] = whatsapp.sends();
    expect(result).toEqual({ kind: 'sent', platformMessageId: sent!.messageId, contactIds: [ada] });
    expect(sent).toMatchObject({
      accountId: '770022',
      contactId: ada,
      token: 'system-user-token',
      text: 'Hi',
      reference: 'evt_1.m0',
    });
    expect(whatsapp.requests[0]).toMatchObject({ method: 'POST', path: '/v26.0/770022/messages' });
    expect(whatsapp.violations).toEqual([]);
  });

  it('reaches who is known by a business-scoped id alone', async () => {
    expect(await send({ text: 'Hi' }, 'DE.8Kq2mX91')).toMatchObject({ contactIds: ['DE.8Kq2mX91'] });
    expect(whatsapp.sends()[0]!.body).toMatchObject({ recipient: 'DE.8Kq2mX91' });
  });

  it.each(['held_for_quality_assessment', 'paused'] as const)('that is “%s” is sent', async (status) => {
    whatsapp.holdMessages(status);
    expect(await send({ text: 'Hi' })).toMatchObject({ kind: 'sent' });
  });

  it('is of the form that WhatsApp takes, whatever is said', async () => {
    whatsapp.addTemplate({ name: 'reminder', language: 'en_US', body: 'Hi {{1}}, see you on {{2}}' });
    const media = (kind: 'image' | 'video' | 'audio' | 'file') => ({
      kind,
      url: 'https://x.example/a',
      alt: '',
    });
    const choices = (most: number) =>
      Array.from({ length: most }, (_, at) => ({
        title: `The choice with the number ${at}`,
        payload: `f#${at}`,
      }));
    const link = { label: 'A label that is far too long', code: 'k', target: 'https://x.example' };
    const bodies: readonly MessageBody[] = [
      { text: 'x'.repeat(4096) },
      { text: 'x'.repeat(1024), link },
      { text: 'Which?', quickReplies: choices(3) },
      { text: 'Which?', quickReplies: choices(10), listLabel: 'All of the choices there are' },
      { text: '', media: media('image') },
      { text: 'Look', media: media('video') },
      { text: '', media: media('audio') },
      { text: 'Read', media: media('file') },
      { text: '', media: media('image'), quickReplies: choices(2) },
      { text: '', template: { name: 'reminder', language: 'en_US', parameters: ['A\nB', ''] } },
    ];
    for (const body of bodies) expect(await send(body)).toMatchObject({ kind: 'sent' });
    expect(whatsapp.violations).toEqual([]);
  });

  it('rests when the budget of calls is nearly used up', async () => {
    const usage = JSON.stringify({ '880011': [{ type: 'whatsapp', call_count: 95 }] });
    const body = JSON.stringify({ messages: [{ id: 'wamid.1' }] });
    const headers = { 'x-business-use-case-usage': usage };
    whatsapp.failNext({ kind: 'answer', status: 200, body, delivered: true, headers });
    expect(await send({ text: 'Hi' })).toEqual({ kind: 'sent', platformMessageId: 'wamid.1', rest: 30_000 });
  });
});

describe('silence', () => {
  it('before a byte was sent is another try', async () => {
    await whatsapp.close();
    expect(await send({ text: 'Hi' })).toMatchObject({ kind: 'failed', class: 'retry' });
  });

  it.each([
    ['a time-out', { kind: 'silence', delivered: true }],
    ['a reset', { kind: 'reset', after: 'body', delivered: true }],
    ['a fault without an error', { kind: 'answer', status: 502, body: '<html>', delivered: false }],
    ['an answer without an id', { kind: 'answer', status: 200, body: '{"messages":[]}', delivered: true }],
  ] as const)('is unknown: %s', async (_what, fault) => {
    whatsapp.failNext(fault);
    expect(await send({ text: 'Hi' })).toMatchObject({ kind: 'failed', class: 'unknown' });
  });
});

describe('the sign that we are typing', () => {
  const shown = (lastMessageId?: string) =>
    channel.showTyping(
      { ...access, contactId: ada, ...(lastMessageId === undefined ? {} : { lastMessageId }) },
      signal,
    );

  it('marks the contact’s last message as read', async () => {
    await shown('wamid.T1VS');
    expect(whatsapp.signs).toEqual([{ messageId: 'wamid.T1VS', isTyping: true }]);
    expect(whatsapp.violations).toEqual([]);
  });

  it('is nothing where that message is not known', async () => {
    await shown();
    expect(whatsapp.requests).toEqual([]);
  });
});

describe('a name', () => {
  it('cannot be asked for', async () => {
    expect(await channel.fetchProfile({ ...access, contactId: ada }, signal)).toEqual({
      firstName: null,
      name: null,
    });
    expect(whatsapp.requests).toEqual([]);
  });
});
