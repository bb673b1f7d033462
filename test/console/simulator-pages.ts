import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { browserPages } from './browser-pages.js';
import { FakeSimulator } from './fake-simulator.js';

/** What a test has at hand: a server of its own, and pages that it opens there. */
export interface SimulatorPages {
  readonly server: FakeSimulator;
  /** A page that is not yet anywhere. What goes wrong inside it fails the test. */
  readonly newPage: (options?: BrowserContextOptions) => Promise<Page>;
  /** The simulator, connected, with this follower on the screen (Ana, unless another is named). */
  readonly open: (follower?: string, options?: BrowserContextOptions) => Promise<Page>;
}

/** Starts a browser for all tests of a file, and for each a fresh server that plays the simulator's. */
export function simulatorPages(): SimulatorPages {
  const pages = browserPages((folder) => FakeSimulator.start(folder));
  const open = async (follower = 'Ana', options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await pages.newPage(options);
    await page.goto(`${pages.server.address}#${encodeURIComponent(follower)}`);
    await page.getByText('Connected', { exact: true }).waitFor();
    return page;
  };
  return {
    get server() {
      return pages.server;
    },
    newPage: pages.newPage,
    open,
  };
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
