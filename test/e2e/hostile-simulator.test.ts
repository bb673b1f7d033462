import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../console/browser.js';
import { sharedStage } from './driver/stage.js';
import { meetFollowers, readChat, readFollowers, sayEverything } from './hostile/simulator-walk.js';
import { hostileTexts } from './hostile/text-vectors.js';
import { furnishForTexts } from './hostile/texts-workspace.js';
import { WatchedPage } from './hostile/watched-page.js';

const stage = sharedStage({ isConnected: false, prepare: furnishForTexts, env: { LOG_LEVEL: 'warn' } });
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe(`${hostileTexts.length} texts that would run as markup, address, template or style`, () => {
  it('stay texts in the simulator: said, answered, and as the names of followers', async () => {
    await sayEverything(stage());
    const page = await WatchedPage.open(browser, { origin: stage().server.address });
    await page.go('/simulator#Ana');
    await readChat(page);
    await readFollowers(page);
    await meetFollowers(page);
    expect(await page.findings()).toEqual([]);
  }, 120_000);
});
