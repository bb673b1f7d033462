import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchBrowser } from './browser.js';
import { builtConsole } from './built-console.js';

/** Starts a server that serves the built pages out of this folder. */
type Start<Server> = (folder: string) => Promise<Server>;

/** What a test in a browser has at hand. */
export interface BrowserPages<Server> {
  readonly server: Server;
  /** Where the built pages lie. */
  readonly folder: string;
  /** Puts another server in place of the one that the test began with. */
  readonly serve: (start: Start<Server>) => Promise<void>;
  /** A page that is not yet anywhere. What goes wrong inside it fails the test. */
  readonly newPage: (options?: BrowserContextOptions) => Promise<Page>;
}

/** Starts a browser for all tests of a file, and a fresh server for each. */
export function browserPages<Server extends { stop(): Promise<void> }>(
  start: Start<Server>,
): BrowserPages<Server> {
  let folder: string;
  let browser: Browser;
  let server: Server;
  let faults: string[];

  beforeAll(async () => {
    folder = await builtConsole();
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    faults = [];
    server = await start(folder);
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server.stop();
    expect(faults, 'errors of the page, and breaches of its content policy').toEqual([]);
  });

  return {
    get server() {
      return server;
    },
    get folder() {
      return folder;
    },
    serve: async (startOther) => {
      await server.stop();
      server = await startOther(folder);
    },
    newPage: async (options = {}) => {
      const page = await browser.newPage(options);
      page.setDefaultTimeout(15_000);
      noteFaults(page, faults);
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
