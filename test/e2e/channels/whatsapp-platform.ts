import { startFakeWhatsApp, type FakeWhatsApp } from '../../platforms/fake-whatsapp.js';
import type { WhatsAppSend } from '../../platforms/fake-whatsapp-send.js';
import { messagesOf, personOnWhatsApp, type Json } from '../../platforms/whatsapp-payloads.js';
import { secrets } from '../driver/secrets.js';
import type { FakeTemplate } from '../../platforms/fake-whatsapp-rules.js';
import type { FakePlatform, SeenMessage, Wire } from './wire.js';

const number = { business: '102290129340398', id: '106540352242922', phone: '4930123456' };
const name = 'studio_wa';

let people = 0;

export interface WhatsAppWire extends Wire {
  /** @param at When they wrote it, epoch ms; now unless it is said. */
  says(text: string, at?: number): Promise<void>;
}

export interface WhatsAppPlatform extends FakePlatform<WhatsAppWire> {
  /** From now on it may be sent outside of the reply window. */
  approve(template: FakeTemplate): void;
}

/** A number on WhatsApp. */
export async function startWhatsAppPlatform(): Promise<WhatsAppPlatform> {
  const whatsapp = await startFakeWhatsApp();
  return {
    env: { META_GRAPH_URL: whatsapp.url, WHATSAPP_TOKEN: 'canary-whatsapp-token-31fd' },
    accounts: [
      {
        channel: 'whatsapp',
        name,
        id: number.id,
        business: number.business,
        token: '$WHATSAPP_TOKEN',
        secret: '$META_APP_SECRET',
      },
    ],
    connect: (serverAddress) => {
      const url = `${serverAddress}/webhooks/meta`;
      whatsapp.webhooks.connect({ url, secret: secrets.META_APP_SECRET, number });
    },
    person: (firstName) => {
      people += 1;
      return wireTo(whatsapp, `4915100${String(people).padStart(6, '0')}`, firstName);
    },
    approve: (template) => whatsapp.addTemplate(template),
    violations: () => whatsapp.violations,
    texts: () => whatsapp.sends().map(({ text }) => text),
    close: () => whatsapp.close(),
  };
}

function wireTo(whatsapp: FakeWhatsApp, phone: string, firstName: string): WhatsAppWire {
  const own = personOnWhatsApp({ phone, name: firstName });
  const does = async (message: Json, at = Date.now()): Promise<void> => {
    whatsapp.contactWrote(phone, at);
    await whatsapp.webhooks.deliver([messagesOf([own], message)]);
  };
  return {
    reference: `${name}/${phone}`,
    says: (text, at = Date.now()) => does(own.says(text, { at }), at),
    taps: ({ title, payload }) => does(own.taps(title, payload ?? '')),
    received: () => whatsapp.delivered(phone).map(show),
    waitForSends: async (count) => {
      await whatsapp.waitForSends(count, { to: phone });
    },
  };
}

function show({ text, options, link }: WhatsAppSend): SeenMessage {
  return {
    text,
    choices: options.map(({ id, title }) => ({ title, payload: id })),
    link: link?.url ?? null,
  };
}
