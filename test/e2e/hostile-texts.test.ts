import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../console/browser.js';
import { type FakeWhatsApp, startFakeWhatsApp } from '../platforms/fake-whatsapp.js';
import { SignedIn } from './driver/signed-in.js';
import { Stage } from './driver/stage.js';
import { furnishForTexts, type Seeded, seedTexts } from './hostile/seed-texts.js';
import { hostileTexts } from './hostile/text-vectors.js';
import { InboxWalk } from './hostile/walk-inbox.js';
import { WatchedBrowser } from './hostile/watched-browser.js';

let stage: Stage;
let whatsApp: FakeWhatsApp;
let browser: Browser;
let owner: SignedIn;
let seeded: Seeded;

beforeAll(async () => {
  whatsApp = await startFakeWhatsApp();
  const env = { LOG_LEVEL: 'warn', META_GRAPH_URL: whatsApp.url };
  stage = await Stage.set({ prepare: furnishForTexts, env });
  [browser] = await Promise.all([launchBrowser(), stage.start()]);
  const who = { name: hostileTexts[0]!, email: 'olga@studio.example', password: 'a sentence of Olga' };
  owner = await SignedIn.asOwner(stage, who);
  seeded = await seedTexts({ stage, whatsApp, owner });
}, 200_000);
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser.close();
  await stage.close();
  await whatsApp.close();
});

async function open(how: { readonly isOpen: boolean }): Promise<WatchedBrowser> {
  const watched = await WatchedBrowser.open(browser, stage.server.address, how);
  await watched.context.addCookies([owner.cookie]);
  return watched;
}

describe(`${hostileTexts.length} texts that would run as markup, address, template or style`, () => {
  it('stay texts everywhere in the inbox, and do not even try the content policy', async () => {
    const watched = await open({ isOpen: false });
    const walk = await InboxWalk.begin(watched, stage.server.address);
    await walk.readQueue();
    for (const id of [seeded.texts, seeded.files, seeded.taps, seeded.notes]) await walk.readStory(id);
    await walk.openEverything(seeded);
    await walk.meetSome(seeded);
    await walk.search(['script', 'evil']);
    await walk.settings();
    expect({ ran: [...watched.ran], noticed: watched.noticed }).toEqual({ ran: [], noticed: [] });
  }, 240_000);

  it('would be caught if they were markup: they run where nothing stops them, and are seen where it does', async () => {
    const free = await open({ isOpen: true });
    const blank = await free.context.newPage();
    await blank.evaluate(`for (const text of ${JSON.stringify(hostileTexts)}) {
      const place = document.createElement('div');
      document.body.append(place);
      place.innerHTML = text;
    }`);
    await expect.poll(() => free.ran.size, { timeout: 20_000 }).toBeGreaterThan(40);

    const bound = await open({ isOpen: false });
    const page = await bound.page();
    await page.goto(`${stage.server.address}/sign-in`);
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=__ran()>')`);
    await bound.inspect(page);
    await expect
      .poll(() => bound.noticed.join('\n'), { timeout: 20_000 })
      .toMatch(
        /on .*: <img src="x"[^]*policy: script-src-attr inline|policy: script-src-attr inline[^]*<img src="x"/,
      );
    expect([...bound.ran]).toEqual([]);
  }, 60_000);
});
