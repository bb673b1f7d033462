// Telegraf with scenes: https://telegraf.js.org, https://github.com/telegraf/telegraf/tree/v4/docs/examples

import { Agent, createServer } from 'node:http';
import { Scenes, session, Telegraf } from 'telegraf';
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
const bot = new Telegraf(token, {
  // Its own agent keeps connections alive, but only to https.
  telegram: { apiRoot: platformUrl, agent: new Agent({ keepAlive: true }) },
});
bot.botInfo = me;

const asking = new Scenes.WizardScene(
  'ask',
  async (ctx) => {
    await ctx.reply(question);
    return ctx.wizard.next();
  },
  async (ctx) => {
    ctx.session.project = ctx.message.text;
    return ctx.scene.leave();
  },
);

bot.use(
  session({
    defaultSession: () => ({ messages: 0 }),
    store: {
      get: (key) => sessions.read(key),
      set: (key, value) => sessions.write(key, value),
      delete: (key) => sessions.delete(key),
    },
  }),
);
bot.use((ctx, next) => {
  ctx.session.messages += 1;
  return next();
});
bot.use(new Scenes.Stage([asking]).middleware());
bot.hears(keyword, (ctx) => ctx.scene.enter('ask'));

serve(createServer(bot.webhookCallback(path, { secretToken: secret })));
