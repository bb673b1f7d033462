import { randomBytes } from 'node:crypto';
import { describe, expect, onTestFinished } from 'vitest';
import { isSend } from '../../platforms/fault-plan.js';
import { delivery } from '../../platforms/meta-payloads.js';
import { PostgresServer } from '../../postgres/postgres-server.js';
import { createDatabaseAt, killBackends } from '../../postgres/throw-away-database.js';
import { it } from '../driver/stage.js';

/** A PostgreSQL that the test may stop, and the address of an empty database on it. */
async function openServer(): Promise<{ readonly server: PostgresServer; readonly url: string }> {
  const server = await PostgresServer.start();
  onTestFinished(() => server.end());
  const { url } = await createDatabaseAt(server.url);
  return { server, url };
}

describe('a database that goes away', () => {
  it('is answered for by 503, and takes the same delivery once when it is back', async ({ openStage }) => {
    const { server, url } = await openServer();
    const stage = await openStage({ env: { DATABASE_URL: url } });
    const ada = stage.follower();
    await ada.says('guide');
    await ada.hears('Here is the guide');
    await ada.hears('What are you working on?');

    await server.stop();
    const mid = `m_${randomBytes(8).toString('hex')}`;
    const answer = delivery(ada.account, ada.thread.says('a lighthouse', { mid }));
    expect((await stage.deliver(answer)).status).toBe(503);
    expect((await stage.get('/readyz')).status).toBe(503);
    expect((await stage.get('/healthz')).status).toBe(200);

    await server.resume();
    await expect.poll(async () => (await stage.get('/readyz')).status, { timeout: 15_000 }).toBe(200);
    for (let times = 0; times < 3; times += 1) expect((await stage.deliver(answer)).status).toBe(200);
    await ada.hears('Good luck with a lighthouse!', { within: 20_000 });
    await ada.hears('One short tip a week', { within: 20_000 });
    await ada.hearsNothing();
  }, 60_000);

  it('while a message is on the wire learns afterwards that it was sent', async ({ openStage }) => {
    const { server, url } = await openServer();
    const stage = await openStage({ env: { DATABASE_URL: url } });
    const ada = stage.follower();
    const quicken = stage.meta.failWhile((target) => isSend(target) && target.contactId === ada.id, {
      kind: 'slow',
      ms: 1_500,
    });
    await ada.says('guide');
    await stage.meta.waitForSends(1, { to: ada.id });
    quicken();
    await server.crash();
    await ada.hears('Here is the guide');
    await server.resume();
    await ada.hears('What are you working on?', { within: 20_000 });
    await expect.poll(() => ada.states(), { timeout: 10_000 }).toEqual(['sent', 'sent']);
  }, 60_000);

  it('for a moment, because its connections were cut, loses nothing and repeats nothing', async ({
    openStage,
  }) => {
    const { url } = await openServer();
    const stage = await openStage({ env: { DATABASE_URL: url } });
    const followers = Array.from({ length: 8 }, () => stage.follower());
    for (const follower of followers) {
      const mid = `m_${randomBytes(8).toString('hex')}`;
      const said = delivery(follower.account, follower.thread.says('guide', { mid }));
      const cut = killBackends(url);
      while ((await stage.deliver(said)).status !== 200);
      await cut;
    }
    for (const follower of followers) {
      await follower.hears('Here is the guide', { within: 20_000 });
      await follower.hears('What are you working on?', { within: 20_000 });
    }
    for (const follower of followers) await follower.hearsNothing();
  }, 90_000);
});
