// Takes the pictures of the inbox that the documents show: every page, light and dark, on a phone and on a desktop.
// The same pages give the same pictures, but for the odd point at a rounded edge that differs by a shade: how Chromium
// draws it depends on how busy the machine is. Names of scenes narrow it down.
//
//     npm run screenshots
//     npm run screenshots -- queue conversation

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../test/console/browser.js';
import { builtConsole } from '../test/console/built-console.js';
import { FakeInbox } from '../test/console/fake-inbox/fake-inbox.js';
import { type Look, looks, openPage, takePicture } from './screenshots/camera.js';
import { type Scene, scenes } from './screenshots/scenes.js';
import { smallPng } from './screenshots/small-png.js';
import { startSimulator } from './screenshots/simulator-scene.js';
import { furnish, moment } from './screenshots/studio-nord.js';

const pictures = fileURLToPath(new URL('../docs/images/inbox/', import.meta.url));

interface Studio {
  readonly browser: Browser;
  /** Where the built pages lie. */
  readonly pages: string;
}

async function shoot(scene: Scene, look: Look, { browser, pages }: Studio): Promise<void> {
  const inbox = await FakeInbox.start(pages, { now: () => moment });
  furnish(inbox.world);
  scene.set?.(inbox);
  const page = await openPage(browser, look);
  await page.goto(`${inbox.address}${scene.path}`);
  await page.getByText(scene.shows).filter({ visible: true }).first().waitFor();
  await scene.act?.(page, inbox);
  await keep(scene.name, look, page);
  await inbox.stop();
}

async function shootSimulator(look: Look, { browser, pages }: Studio): Promise<void> {
  const simulator = await startSimulator(pages);
  const page = await openPage(browser, look);
  await page.goto(`${simulator.address}#Ana`);
  await page.getByText('Connected', { exact: true }).waitFor();
  await page.getByText('Yes, please').waitFor();
  await keep('simulator', look, page);
  await simulator.stop();
}

async function keep(name: string, { theme, device }: Look, page: Page): Promise<void> {
  writeFileSync(join(pictures, `${name}-${theme}-${device}.png`), smallPng(await takePicture(page)));
  await page.context().close();
}

const asked = process.argv.slice(2);
const isAsked = (name: string): boolean => asked.length === 0 || asked.includes(name);

mkdirSync(pictures, { recursive: true });
const studio: Studio = { browser: await launchBrowser(), pages: await builtConsole() };
for (const look of looks) {
  for (const scene of scenes.filter(({ name }) => isAsked(name))) await shoot(scene, look, studio);
  if (isAsked('simulator')) await shootSimulator(look, studio);
}
await studio.browser.close();
