import { rm } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from './browser.js';
import { buildConsole } from './build-console.js';
import type { WorldOptions } from './fake-inbox/create-world.js';
import { FakeInbox } from './fake-inbox/fake-inbox.js';

/** What a test has at hand: a server with a world of its own, and pages that are open there. */
export interface InboxPages {
  readonly server: FakeInbox;
  /** Starts the server with this world, and opens the page at this address. What goes wrong inside it fails the test. */
  readonly open: (path: string, world?: WorldOptions, options?: BrowserContextOptions) => Promise<Page>;
}

/** Builds the pages and starts a browser for all tests of a file. */
export function inboxPages(): InboxPages {
  let folder: string;
  let browser: Browser;
  let server: FakeInbox;
  const faults: string[] = [];

  beforeAll(async () => {
    folder = await buildConsole();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server.stop();
    expect(faults.splice(0), 'errors of the page, and breaches of its content policy').toEqual([]);
  });

  return {
    get server() {
      return server;
    },
    open: async (path, world = {}, options = {}) => {
      server = await FakeInbox.start(folder, world);
      const page = await browser.newPage({
        locale: 'en-GB',
        viewport: { width: 1500, height: 900 },
        ...options,
      });
      page.setDefaultTimeout(15_000);
      noteFaults(page, faults);
      await page.goto(`${server.address}${path}`);
      return page;
    },
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

export const queueList = (page: Page): Locator => page.getByRole('grid', { name: /^Chats: / });
export const queueRows = (page: Page): Locator => queueList(page).getByRole('row');
export const queueRow = (page: Page, name: string): Locator => queueRows(page).filter({ hasText: name });
