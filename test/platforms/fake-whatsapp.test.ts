import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifySignature } from '../../src/channels/meta/signature.js';
import { type FakeWhatsApp, startFakeWhatsApp } from './fake-whatsapp.js';
import { messagesOf, personOnWhatsApp } from './whatsapp-payloads.js';
import { specOf } from './whatsapp-spec.js';

let whatsapp: FakeWhatsApp;
beforeEach(async () => {
  whatsapp = await startFakeWhatsApp();
});
afterEach(() => whatsapp.close());

const ada = '4915100000001';
const base = { messaging_product: 'whatsapp', recipient_type: 'individual', to: `+${ada}` };
const text = (body: string) => ({ ...base, type: 'text', text: { body }, biz_opaque_callback_data: 'ref' });
const reminder = (...parameters: readonly string[]) => ({
  ...base,
  type: 'template',
  template: {
    name: 'reminder',
    language: { code: 'en_US', policy: 'deterministic' },
    components: [{ type: 'body', parameters: parameters.map((gap) => ({ type: 'text', text: gap })) }],
  },
});

async function post(body: object): Promise<{ readonly status: number; readonly code: number | undefined }> {
  const answer = await fetch(`${whatsapp.url}/v26.0/770022/messages`, {
    method: 'POST',
    headers: { authorization: 'Bearer t' },
    body: JSON.stringify(body),
  });
  const json = (await answer.json()) as { readonly error?: { readonly code: number } };
  return { status: answer.status, code: json.error?.code };
}

const fine = { status: 200, code: undefined };
const refusedBy = (code: number, status = 400) => ({ status, code });

/** A description of our own making, in the manner of the official one. */
const described = {
  Message: { discriminator: { propertyName: 'type', mapping: { text: '#/components/schemas/Text' } } },
  Base: { type: 'object', required: ['to', 'type'], properties: { to: { type: 'string' } } },
  Words: { additionalProperties: false, properties: { body: { type: 'string', maxLength: 3 } } },
  Text: {
    allOf: [
      { $ref: '#/components/schemas/Base' },
      {
        type: 'object',
        additionalProperties: false,
        required: ['text'],
        properties: { text: { $ref: '#/components/schemas/Words' } },
      },
    ],
  },
};

describe('the fake WhatsApp', () => {
  it('holds each message against a description of the Cloud API where it has one', async () => {
    await whatsapp.close();
    whatsapp = await startFakeWhatsApp({ spec: specOf({ components: { schemas: described } }) });
    expect(await post(text('one'))).toEqual(fine);
    const { to: _, ...toNobody } = text('one');
    expect(await post({ ...toNobody, recipient: 'US.1349aB' })).toEqual(fine);
    expect(await post(text('three'))).toEqual(refusedBy(100));
    expect(whatsapp.violations).toEqual([expect.stringContaining('at text.body')]);
    expect(await post({ ...base, type: 'image', image: { link: 'https://a.example/b.png' } })).toEqual(
      refusedBy(100),
    );
  });

  it.each([
    ['a number without its plus', { ...text('x'), to: ada }],
    ['a text that is too long', text('x'.repeat(4097))],
    ['nobody', { ...text('x'), to: undefined }],
    ['two people', { ...text('x'), recipient: 'DE.8Kq2mX91' }],
    ['a key that it does not know', { ...text('x'), emotion: 'joy' }],
    ['a gap with two lines', reminder('a\nb')],
  ])('takes no message with %s, and writes it down', async (_what, body) => {
    expect(await post(body)).toEqual(refusedBy(100));
    expect(whatsapp.violations).toHaveLength(1);
    expect(whatsapp.sends()).toEqual([]);
  });

  it('holds to the window as soon as it knows when the contact wrote', async () => {
    expect(await post(text('one'))).toEqual(fine);
    whatsapp.contactWrote(ada, Date.now() - 25 * 3_600_000);
    expect(await post(text('two'))).toEqual(refusedBy(131047));
    whatsapp.contactWrote(ada);
    expect(await post(text('three'))).toEqual(fine);
    expect(whatsapp.delivered().map((send) => send.text)).toEqual(['one', 'three']);
  });

  it('takes a template only as it was approved', async () => {
    whatsapp.contactWrote(ada, 0);
    expect(await post(reminder('Ada'))).toEqual(refusedBy(132001, 404));
    whatsapp.addTemplate({ name: 'reminder', language: 'en_US', body: 'Hi {{1}}' });
    expect(await post(reminder('Ada'))).toEqual(fine);
    expect(await post(reminder('Ada', 'Tuesday'))).toEqual(refusedBy(132000));
  });

  it.each([
    ['PAUSED', 132015, 400],
    ['DISABLED', 132016, 400],
    ['REJECTED', 132001, 404],
  ])('takes no template that is %s', async (status, code, http) => {
    whatsapp.addTemplate({ name: 'reminder', language: 'en_US', body: 'Hi {{1}}', status });
    expect(await post(reminder('Ada'))).toEqual(refusedBy(code, http));
  });

  it('slows down who writes to one contact too often, and to nobody else', async () => {
    whatsapp.limitPair(2, 60_000);
    expect([await post(text('one')), await post(text('two'))]).toEqual([fine, fine]);
    expect(await post(text('three'))).toEqual(refusedBy(131056));
    expect(await post({ ...text('four'), to: '+4915100000002' })).toEqual(fine);
  });

  it('lets nobody in with another token, and reaches not everybody', async () => {
    whatsapp.cannotReach(ada);
    expect(await post(text('one'))).toEqual(refusedBy(131026));
    whatsapp.requireToken('another');
    expect(await post(text('two'))).toEqual(refusedBy(190, 401));
  });

  it('fails as it is told, delivered or not', async () => {
    whatsapp.failNext({ kind: 'error', status: 500, code: 131000 });
    expect(await post(text('one'))).toEqual(refusedBy(131000, 500));
    whatsapp.failNext({ kind: 'reset', after: 'body', delivered: true });
    await expect(post(text('two'))).rejects.toThrow('fetch failed');
    expect(whatsapp.delivered().map((send) => send.text)).toEqual(['two']);
  });
});

describe('webhooks of the fake WhatsApp', () => {
  const bodies: string[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const isSigned = verifySignature(body, request.headers['x-hub-signature-256'] as string, ['secret']);
      bodies.push(body.toString());
      response.statusCode = isSigned ? (answers.shift() ?? 200) : 401;
      response.end();
    });
  });

  beforeEach(async () => {
    bodies.length = 0;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/meta`;
    whatsapp.webhooks.connect({
      url,
      secret: 'secret',
      number: { business: '880011', id: '770022', phone: '4930111222' },
    });
  });
  afterEach(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });

  it('are signed, and come again until they are taken', async () => {
    await post(text('one'));
    answers.push(503, 500);
    await whatsapp.report(whatsapp.sends()[0]!.messageId, 'delivered');
    expect(whatsapp.webhooks.answers).toEqual([503, 500, 200]);
    expect(new Set(bodies).size).toBe(1);
    expect(JSON.parse(bodies[0]!)).toMatchObject({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '880011',
          changes: [
            {
              field: 'messages',
              value: {
                metadata: { phone_number_id: '770022' },
                statuses: [{ status: 'delivered', recipient_id: ada, biz_opaque_callback_data: 'ref' }],
              },
            },
          ],
        },
      ],
    });
  });

  it('come together, twice, or the last first', async () => {
    const person = personOnWhatsApp({ phone: ada });
    const changes = ['one', 'two'].map((said) => messagesOf([person], person.says(said, { id: said })));
    const heard = () => bodies.splice(0).map((body) => body.match(/"id":"(one|two)"/g)!.join());
    await whatsapp.webhooks.deliver(changes, { isBatched: true });
    expect(heard()).toEqual(['"id":"one","id":"two"']);
    await whatsapp.webhooks.deliver(changes, { isReversed: true, times: 2 });
    expect(heard()).toEqual(['"id":"two"', '"id":"two"', '"id":"one"', '"id":"one"']);
  });
});
