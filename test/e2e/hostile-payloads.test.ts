import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chance } from '../faults/chance.js';
import { startFakeTelegram, type FakeTelegram } from '../platforms/fake-telegram.js';
import { type FakeX, startFakeX } from '../platforms/fake-x.js';
import { delivery, type SignedBody, signed, thread } from '../platforms/meta-payloads.js';
import { chatWith } from '../platforms/telegram-payloads.js';
import { dmsBetween, signedByX } from '../platforms/x-payloads.js';
import { deliveryTo, messagesOf, personOnWhatsApp } from '../platforms/whatsapp-payloads.js';
import { Stage } from './driver/stage.js';
import { secrets } from './driver/secrets.js';
import { type Cast, type SampledChannel, samples, type Sample } from './hostile/samples.js';
import { spoil } from './hostile/spoil.js';
import { connectAccounts } from './hostile/connect-accounts.js';

/** HOSTILE_PAYLOADS plays more, HOSTILE_SEED repeats. */
const payloads = Number(process.env['HOSTILE_PAYLOADS'] ?? 20_000);
const seed = Number(process.env['HOSTILE_SEED'] ?? Date.now() % 2 ** 32);
const atOnce = 24;

const consumerSecret = 'canary-x-consumer-secret-41e0';
const bot = { name: 'studio_bot', secret: 'canary-telegram-secret-88d0' };
const cast: Cast = {
  instagram: '17841400000000001',
  page: '100200300400500',
  number: { business: '102290129340398', id: '106540352242922', phone: '4930123456' },
  x: '55001',
};

/** Of each channel: who writes, and who has said STOP before it all began. */
const people = 40;
const stopped = 10;
const prefixes: Readonly<Record<SampledChannel, string>> = {
  instagram: '91000',
  messenger: '92000',
  whatsapp: '49151000',
  telegram: '94000',
  x: '95000',
};

const idOf = (channel: SampledChannel, number: number): string =>
  `${prefixes[channel]}${String(number).padStart(4, '0')}`;

let stage: Stage;
let telegram: FakeTelegram;
let x: FakeX;

beforeAll(async () => {
  telegram = await startFakeTelegram();
  x = await startFakeX();
  const env = {
    TELEGRAM_API_URL: telegram.url,
    TELEGRAM_TOKEN: '4000000001:canary-telegram-token-11aa',
    TELEGRAM_SECRET: bot.secret,
    WHATSAPP_TOKEN: 'canary-whatsapp-token-77c2',
    X_API_URL: x.url,
    X_TOKEN: x.grants.issue(cast.x).token,
    X_SECRET: consumerSecret,
    X_CLIENT_ID: 'canary-x-client-id-1f',
    X_CLIENT_SECRET: 'canary-x-client-secret-2e',
    X_REFRESH_TOKEN: 'canary-x-refresh-token-6a',
    LOG_LEVEL: 'warn',
  };
  stage = await Stage.set({ prepare: (flows) => connectAccounts(flows, cast), env });
  await stage.start();
});
afterAll(async () => {
  await stage.close();
  await telegram.close();
  await x.close();
});

/** How each platform proves what it delivers. */
const envelopes: Readonly<
  Record<Sample['to'], (payload: unknown) => SignedBody & { readonly path: string }>
> = {
  meta: (payload) => ({ path: '/webhooks/meta', ...signed(payload, secrets.META_APP_SECRET) }),
  telegram: (payload) => ({
    path: `/webhooks/telegram/${bot.name}`,
    body: JSON.stringify(payload),
    headers: { 'x-telegram-bot-api-secret-token': bot.secret },
  }),
  x: (payload) => ({ path: '/webhooks/x', ...signedByX(payload, consumerSecret) }),
};

/** The status with which a payload is answered, signed as its platform signs. */
async function post({ to, payload }: Sample): Promise<number> {
  const { path, body, headers } = envelopes[to](payload);
  const answer = await fetch(`${stage.server.address}${path}`, { method: 'POST', body, headers });
  await answer.arrayBuffer();
  return answer.status;
}

/** Calls `work` for each number up to `count`, some at once. */
async function each(count: number, work: (number: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function saysStop(channel: SampledChannel, id: string): Sample {
  switch (channel) {
    case 'instagram':
      return fromMeta({ object: 'instagram', id: cast.instagram }, id);
    case 'messenger':
      return fromMeta({ object: 'page', id: cast.page }, id);
    case 'whatsapp': {
      const own = personOnWhatsApp({ phone: id });
      return { to: 'meta', payload: deliveryTo(cast.number, messagesOf([own], own.says('STOP'))) };
    }
    case 'telegram':
      return { to: 'telegram', payload: chatWith(Number(id)).says('STOP') };
    case 'x':
      return { to: 'x', payload: dmsBetween(cast.x, id).says('STOP') };
  }
}

function fromMeta(account: Parameters<typeof thread>[0], id: string): Sample {
  return { to: 'meta', payload: delivery(account, thread(account, id).says('STOP')) };
}

const channels = Object.keys(samples) as readonly SampledChannel[];

/** By everything that a platform has been asked to send to them; WhatsApp is written to by number. */
function sentTo(channel: SampledChannel, id: string): number {
  if (channel === 'telegram') return telegram.sends(id).length;
  if (channel === 'x') return x.sends(id).length;
  if (channel !== 'whatsapp') return stage.meta.sends(id).length;
  return stage.meta.sends().filter(({ body }) => (body as { readonly to?: string }).to === `+${id}`).length;
}

describe(`${payloads} payloads that are almost right, signed (seed ${seed})`, () => {
  it('are all taken, break nothing, and move nobody to write to whom they must not', async () => {
    const chance = new Chance(seed);
    for (const channel of channels) {
      for (let number = 0; number < stopped; number++) {
        expect(await post(saysStop(channel, idOf(channel, number)))).toBe(200);
      }
    }
    const statuses = new Map<number, number>();
    const refused: string[] = [];
    await each(payloads, async () => {
      const channel = chance.among(channels as [SampledChannel, ...SampledChannel[]]);
      const id = idOf(channel, Math.floor(chance.upTo(people)));
      const sample = chance.among(samples[channel])(id, cast, chance);
      const spoiled = { ...sample, payload: spoil(sample.payload, chance) };
      const status = await post(spoiled);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status !== 200 && refused.length < 3) refused.push(JSON.stringify(spoiled).slice(0, 500));
    });
    expect({ statuses: [...statuses], refused }).toEqual({ statuses: [[200, payloads]], refused: [] });
    expect((await stage.get('/healthz')).status).toBe(200);
    const figures = await stage.figures();
    expect(figures.get('heyword_webhook_updates_total{result="poison"}') ?? 0).toBe(0);
    expect(figures.get('heyword_webhook_updates_total{result="handled"}')).toBeGreaterThan(payloads / 4);
    for (const channel of channels) {
      for (let number = 0; number < stopped; number++) {
        // The confirmation of STOP, and nothing after it; on X it may wait for its turn in the budget.
        const sent = sentTo(channel, idOf(channel, number));
        expect([channel, number, channel === 'x' ? Math.max(sent, 1) : sent]).toEqual([channel, number, 1]);
      }
    }
  }, 300_000);
});
