// grammY with its conversations plugin: https://grammy.dev/plugins/conversations

import { createServer } from 'node:http';
import { conversations, createConversation } from '@grammyjs/conversations';
import { Bot, session, webhookCallback } from 'grammy';
import {
  databaseFile,
  keyword,
  me,
  path,
  platformUrl,
  question,
  secret,
  serve,
  token,
} from './environment.js';
import { SessionStore } from './session-store.js';

const sessions = new SessionStore(databaseFile);
const bot = new Bot(token, { botInfo: me, client: { apiRoot: platformUrl } });

bot.use(session({ initial: () => ({ messages: 0 }), storage: sessions }));
bot.use(
  conversations({ storage: { type: 'key', getStorageKey: (ctx) => `c${ctx.chatId}`, adapter: sessions } }),
);
bot.use(createConversation(ask, 'ask'));

async function ask(conversation, ctx) {
  await ctx.reply(question);
  const answer = await conversation.waitFor('message:text');
  await conversation.external((outside) => {
    outside.session.project = answer.msg.text;
  });
}

bot.on('message:text', async (ctx) => {
  ctx.session.messages += 1;
  if (ctx.msg.text === keyword) await ctx.conversation.enter('ask');
});

const webhook = webhookCallback(bot, 'http', { secretToken: secret });
serve(
  createServer((request, response) => {
    if (request.url === path) webhook(request, response).catch((error) => fail(error, response));
    else response.writeHead(404).end();
  }),
);

function fail(error, response) {
  console.error(error);
  response.writeHead(500).end();
}
