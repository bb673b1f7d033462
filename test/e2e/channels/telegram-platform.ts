import { startFakeTelegram } from '../../platforms/fake-telegram.js';
import type { TelegramSend } from '../../platforms/telegram-send.js';
import { chatWith } from '../../platforms/telegram-payloads.js';
import type { FakePlatform, SeenMessage } from './wire.js';

const bot = { name: 'studio_bot', id: '4000000001' };
const token = `${bot.id}:canary-telegram-token-7c1e`;
const secret = 'canary-telegram-secret-52ab';

let people = 0;

/** A bot on Telegram: its presses must all be answered. */
export async function startTelegramPlatform(): Promise<FakePlatform> {
  const telegram = await startFakeTelegram();
  return {
    env: { TELEGRAM_API_URL: telegram.url, TELEGRAM_TOKEN: token, TELEGRAM_SECRET: secret },
    accounts: [{ channel: 'telegram', ...bot, token: '$TELEGRAM_TOKEN', secret: '$TELEGRAM_SECRET' }],
    connect: (serverAddress) => {
      telegram.connect({ url: `${serverAddress}/webhooks/telegram/${bot.name}`, secret });
    },
    person: (firstName) => {
      people += 1;
      const id = 700_000_000 + people;
      const chat = chatWith(id, { first_name: firstName });
      telegram.setProfile(String(id), { id, type: 'private', first_name: firstName });
      return {
        reference: `${bot.name}/${String(id)}`,
        says: (text) => telegram.deliver(chat.says(text)),
        taps: ({ title, payload }) =>
          telegram.deliver(
            chat.presses(payload ?? '', { keyboard: [[{ text: title, callback_data: payload }]] }),
          ),
        received: () => telegram.delivered(String(id)).map(show),
        waitForSends: async (count) => {
          await telegram.waitForSends(count, { to: String(id) });
        },
      };
    },
    violations: () => [
      ...telegram.violations,
      ...telegram.unanswered().map((query) => `${query} was not answered`),
    ],
    texts: () => telegram.sends().map(({ text }) => text),
    close: () => telegram.close(),
  };
}

function show({ text, keys }: TelegramSend): SeenMessage {
  const all = keys.flat();
  return {
    text,
    choices: all.flatMap(({ text: title, data }) => (data === undefined ? [] : [{ title, payload: data }])),
    link: all.find(({ url }) => url !== undefined)?.url ?? null,
  };
}
