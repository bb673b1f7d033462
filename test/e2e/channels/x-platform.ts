import { startFakeX, type XSend } from '../../platforms/fake-x.js';
import { dmsBetween } from '../../platforms/x-payloads.js';
import type { FakePlatform, SeenMessage, Wire } from './wire.js';

const consumerSecret = 'canary-x-consumer-secret-90ba';

/** X lets an account send fifteen messages in fifteen minutes: so each person has an account to themselves. */
const accounts = ['1', '2', '3', '4'].map((number) => ({ name: `studio_x${number}`, id: `5500${number}` }));

let people = 0;

/** Accounts on X, where there are words and nothing else. */
export async function startXPlatform(): Promise<FakePlatform> {
  const x = await startFakeX();
  const granted = accounts.map(({ id }) => x.grants.issue(id));
  return {
    env: {
      X_API_URL: x.url,
      X_SECRET: consumerSecret,
      X_CLIENT_ID: 'canary-x-client-id-1f',
      X_CLIENT_SECRET: 'canary-x-client-secret-2e',
      ...Object.fromEntries(
        granted.flatMap(({ token, refreshToken }, place) => [
          [`X_TOKEN_${String(place)}`, token],
          [`X_REFRESH_${String(place)}`, refreshToken],
        ]),
      ),
    },
    accounts: accounts.map((account, place) => ({
      channel: 'x',
      ...account,
      token: `$X_TOKEN_${String(place)}`,
      secret: '$X_SECRET',
      client_id: '$X_CLIENT_ID',
      client_secret: '$X_CLIENT_SECRET',
      refresh_token: `$X_REFRESH_${String(place)}`,
    })),
    connect: (serverAddress) => {
      x.connect({ url: `${serverAddress}/webhooks/x`, secret: consumerSecret });
    },
    person: () => {
      const account = accounts[people % accounts.length]!;
      people += 1;
      const contactId = String(660_000_000 + people);
      const chat = dmsBetween(account.id, contactId);
      const says = async (text: string): Promise<void> => {
        const statuses = await x.deliver(chat.says(text));
        if (statuses.some((status) => status !== 200)) throw new Error(`answered ${statuses.join(', ')}`);
      };
      return {
        reference: `${account.name}/${contactId}`,
        says,
        taps: () => Promise.reject(new Error('There is nothing to press on X.')),
        received: () => x.delivered(contactId).map(show),
        waitForSends: async (count) => {
          await x.waitForSends(count, { to: contactId });
        },
      } satisfies Wire;
    },
    violations: () => x.violations,
    texts: () => x.sends().map(({ text }) => text),
    close: () => x.close(),
  };
}

/** A choice stands in a line of its own, behind its number. */
function show({ text }: XSend): SeenMessage {
  const titles = [...text.matchAll(/^\d+\. (.+)$/gmu)].map(([, title = '']) => title);
  return {
    text,
    choices: titles.map((title) => ({ title, payload: null })),
    link: /https:\S+/u.exec(text)?.[0] ?? null,
  };
}
