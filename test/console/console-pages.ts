import type { BrowserContextOptions, Page } from 'playwright-core';
import { browserPages } from './browser-pages.js';
import type { WorldOptions } from './fake-inbox/create-world.js';
import { FakeInbox } from './fake-inbox/fake-inbox.js';

interface PageOptions extends BrowserContextOptions {
  /** What there is on the server, where it is not to be the usual. */
  readonly world?: WorldOptions;
}

/** What a test of the console has at hand. */
export interface ConsolePages {
  readonly server: FakeInbox;
  /** Where the built pages lie. */
  readonly folder: string;
  /** A page at this address. What goes wrong inside it fails the test. */
  readonly open: (path: string, options?: PageOptions) => Promise<Page>;
}

/** Starts a browser for all tests of a file, and for each a fresh server that plays the contract. */
export function consolePages(): ConsolePages {
  const pages = browserPages((folder) => FakeInbox.start(folder));
  const open = async (path: string, { world, ...options }: PageOptions = {}): Promise<Page> => {
    if (world !== undefined) await pages.serve((folder) => FakeInbox.start(folder, world));
    const usual = {
      locale: 'en-GB',
      viewport: { width: 1500, height: 900 },
      reducedMotion: 'reduce',
    } as const;
    const page = await pages.newPage({ ...usual, ...options });
    await page.goto(`${pages.server.address}${path}`);
    return page;
  };
  return {
    get server() {
      return pages.server;
    },
    get folder() {
      return pages.folder;
    },
    open,
  };
}
