import { capabilities } from '../../core/channel.js';
import type { Channel } from '../channel.js';
import type { Transport } from '../transport.js';
import { createBotApi } from './bot-api.js';
import { checkBot } from './care/check-bot.js';
import { setUpBot } from './care/set-up-bot.js';
import { openBotFile } from './media.js';
import { fetchChatProfile } from './profile.js';
import { renderTelegram } from './render.js';
import { sendThroughBot } from './send.js';

export interface TelegramOptions {
  readonly transport: Transport;
  /** `TELEGRAM_API_URL`: `https://api.telegram.org`, or what stands in for it. */
  readonly baseUrl: string;
}

/** Private chats of a bot. An account's id is the bot's, its token the one that BotFather gave. */
export function createTelegramChannel({ transport, baseUrl }: TelegramOptions): Channel {
  const api = createBotApi(transport, baseUrl);
  return {
    name: 'telegram',
    capabilities: capabilities.telegram,
    send: (message, recipient, signal) =>
      sendThroughBot(api, renderTelegram(message, recipient.contactId), recipient, signal),
    // Shown for five seconds, or until the next message. How it was answered does not matter.
    async showTyping({ token, contactId }, signal) {
      const body = { chat_id: contactId, action: 'typing' };
      await api.call({ method: 'sendChatAction', body, token, signal });
    },
    fetchProfile: (recipient, signal) => fetchChatProfile(api, recipient, signal),
    // A query that is too old is refused; nobody looks at its key any more.
    async acknowledge({ id }, { token }, signal) {
      await api.call({ method: 'answerCallbackQuery', body: { callback_query_id: id }, token, signal });
    },
    care: {
      check: (account, expected, signal) => checkBot(api, account, expected, signal),
      subscribe: (account, expected, signal) => setUpBot(api, account, expected, signal),
    },
    openMedia: (wanted, signal) => openBotFile({ api, transport, baseUrl }, wanted, signal),
  };
}
