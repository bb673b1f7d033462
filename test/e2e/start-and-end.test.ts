import { describe, expect } from 'vitest';
import { writeUntilRefused } from './driver/crowd.js';
import { it } from './driver/stage.js';

describe('SIGTERM', () => {
  it('is obeyed as soon as the server says that it serves', async ({ openStage }) => {
    const stage = await openStage();
    for (let times = 0; times < 3; times += 1) await stage.restart();
  }, 60_000);

  it('under load ends the server within ten seconds; whoever was acknowledged is answered, by it or by the next', async ({
    openStage,
  }) => {
    const stage = await openStage();
    const load = writeUntilRefused(stage, 'guide');
    await stage.meta.waitForSends(50);
    const { code, took } = await stage.server.terminate();
    expect(code).toBe(0);
    expect(took).toBeLessThan(10_000);
    const acknowledged = await load;
    expect(acknowledged.length).toBeGreaterThan(25);

    await stage.start();
    for (const follower of acknowledged) {
      await follower.hears(`Hi ${follower.firstName}!`, { within: 30_000 });
      await follower.hears('What are you working on?', { within: 30_000 });
      await follower.hearsNothing();
    }
  }, 60_000);
});

describe('a port that is taken', () => {
  it('ends the start at once, though timers of the last server wait to be fired', async ({ openStage }) => {
    const stage = await openStage();
    const ada = stage.follower();
    await ada.says('guide');
    await ada.hears('Here is the guide');
    await ada.hears('What are you working on?');
    await stage.server.terminate();
    const { code, output, took } = await stage.refusedStart({ PORT: new URL(stage.meta.url).port });
    expect(code).toBe(1);
    expect(output).toContain('EADDRINUSE');
    expect(took).toBeLessThan(8_000);
  });
});

describe('an environment with mistakes', () => {
  it('is refused with all of them at once, and with no value repeated', async ({ setStage }) => {
    const stage = await setStage();
    const { code, output } = await stage.refusedStart({
      PORT: 'eighty',
      LOG_LEVEL: 'loud',
      API_TOKEN: 'tiny',
    });
    expect(code).toBe(1);
    for (const name of ['PORT', 'LOG_LEVEL', 'API_TOKEN']) expect(output).toContain(`${name}: `);
    for (const value of ['eighty', 'loud', 'tiny']) expect(output).not.toContain(value);
  });

  it('is refused where a secret is missing that the workspace names', async ({ setStage }) => {
    const stage = await setStage();
    const { code, output } = await stage.refusedStart({ PAGE_TOKEN: '' });
    expect(code).toBe(1);
    expect(output).toContain('PAGE_TOKEN');
  });
});

describe('the first start', () => {
  it('prints a link for the first owner that leads to the port that is served', async ({ openStage }) => {
    const { server } = await openStage({ env: { PUBLIC_URL: '' } });
    const said = await server.output.waitFor(/open \S+ to become the owner/u);
    const link = /http:\S+/u.exec(said)?.[0] ?? '';
    expect(new URL(link).origin).toBe(server.address);
    const page = await fetch(link);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });
});
