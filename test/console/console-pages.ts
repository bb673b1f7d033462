import { rm } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchBrowser } from './browser.js';
import { buildConsole } from './build-console.js';
import { FakeInbox } from './fake-inbox/fake-inbox.js';

/** What a test of the console has at hand. */
export interface ConsolePages {
  readonly server: FakeInbox;
  /** Where the built pages lie. */
  readonly folder: string;
  /** A page at this address. What goes wrong inside it fails the test. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
}

/** Builds the pages and starts a browser for all tests of a file, and a fresh server for each. */
export function consolePages(): ConsolePages {
  let folder: string;
  let browser: Browser;
  let server: FakeInbox;
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
    server = await FakeInbox.start(folder);
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server.stop();
    expect(faults, 'errors of the page, and breaches of its content policy').toEqual([]);
  });

  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await browser.newPage({ locale: 'en-GB', ...options });
    page.setDefaultTimeout(15_000);
    noteFaults(page, faults);
    await page.goto(`${server.address}${path}`);
    return page;
  };
  return {
    get server() {
      return server;
    },
    get folder() {
      return folder;
    },
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
