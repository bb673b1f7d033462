// Bottender on Telegram, synchronous, so that it answers when its session is saved: https://bottender.js.org/docs

import { createServer as createHttpServer } from 'node:http';
import { createServer } from '@bottender/express';
import { TelegramBot } from 'bottender';
import { databaseFile, keyword, path, platformUrl, question, serve, token } from './environment.js';
import { SessionStore } from './session-store.js';

const sessions = new SessionStore(databaseFile);
const bot = new TelegramBot({
  accessToken: token,
  origin: platformUrl,
  sync: true,
  sessionStore: {
    init: async () => undefined,
    read: async (key) => sessions.read(key) ?? null,
    all: async () => [],
    write: async (key, session) => sessions.write(key, session),
    destroy: async (key) => sessions.delete(key),
  },
});
bot.setInitialState({ messages: 0, isAsked: false });

bot.onEvent(async function answer(context) {
  const { messages, isAsked } = context.state;
  if (isAsked) {
    context.setState({ messages: messages + 1, isAsked: false, project: context.event.text });
    return;
  }
  const isKeyword = context.event.text === keyword;
  context.setState({ messages: messages + 1, isAsked: isKeyword });
  if (isKeyword) await context.sendText(question);
});

serve(createHttpServer(createServer(bot, { path })));
