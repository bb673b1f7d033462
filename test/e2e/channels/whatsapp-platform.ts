import { startFakeWhatsApp, type FakeWhatsApp } from '../../platforms/fake-whatsapp.js';
import type { WhatsAppSend } from '../../platforms/fake-whatsapp-send.js';
import { messagesOf, personOnWhatsApp, type Json } from '../../platforms/whatsapp-payloads.js';
import { secrets } from '../driver/secrets.js';
import type { FakePlatform, SeenMessage, Wire } from './wire.js';

const number = { business: '102290129340398', id: '106540352242922', phone: '4930123456' };
const name = 'studio_wa';

let people = 0;

/** A number on WhatsApp. */
export async function startWhatsAppPlatform(): Promise<FakePlatform> {
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
    violations: () => whatsapp.violations,
    texts: () => whatsapp.sends().map(({ text }) => text),
    close: () => whatsapp.close(),
  };
}

function wireTo(whatsapp: FakeWhatsApp, phone: string, firstName: string): Wire {
  const own = personOnWhatsApp({ phone, name: firstName });
  const does = async (message: Json): Promise<void> => {
    whatsapp.contactWrote(phone);
    await whatsapp.webhooks.deliver([messagesOf([own], message)]);
  };
  return {
    reference: `${name}/${phone}`,
    says: (text) => does(own.says(text)),
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
