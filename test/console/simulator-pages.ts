import { rm } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchBrowser } from './browser.js';
import { buildConsole } from './build-console.js';
import { FakeSimulator } from './fake-simulator.js';

/** What a test has at hand: a server of its own, and pages that it opens there. */
export interface SimulatorPages {
  readonly server: FakeSimulator;
  /** A page that is not yet anywhere. What goes wrong inside it fails the test. */
  readonly newPage: (options?: BrowserContextOptions) => Promise<Page>;
  /** The simulator, connected, with this follower on the screen (Ana, unless another is named). */
  readonly open: (follower?: string, options?: BrowserContextOptions) => Promise<Page>;
}

/** Builds the pages and starts a browser for all tests of a file, and a fresh server for each. */
export function simulatorPages(): SimulatorPages {
  let folder: string;
  let browser: Browser;
  let server: FakeSimulator;
  let faults: string[];

  beforeAll(async () => {
    folder = await buildConsole();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    faults = [];
    server = await FakeSimulator.start(folder);
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server.stop();
    expect(faults, 'errors of the page, and breaches of its content policy').toEqual([]);
  });

  const newPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await browser.newPage(options);
    page.setDefaultTimeout(15_000);
    noteFaults(page, faults);
    return page;
  };
  const open = async (follower = 'Ana', options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await newPage(options);
    await page.goto(`${server.address}#${encodeURIComponent(follower)}`);
    await page.getByText('Connected', { exact: true }).waitFor();
    return page;
  };
  return {
    get server() {
      return server;
    },
    newPage,
    open,
  };
}

function noteFaults(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => {
    // A refused request is the server's affair, and tested as such.
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource'))
      faults.push(line.text());
  });
}

export const composer = (page: Page): Locator => page.getByRole('textbox', { name: /^Message as/ });
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
export const log = (page: Page): Locator => page.getByRole('log');
export const followers = (page: Page): Locator => page.getByRole('navigation', { name: 'Followers' });

/** The messages in the log, the follower's and the business's, in the order of the page. */
export const rows = (page: Page): Locator => log(page).getByRole('listitem');

/** Writes into the composer and presses Enter. */
export async function type(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
}
