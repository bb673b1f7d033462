import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchBrowser } from './browser.js';
import { buildConsole } from './build-console.js';
import { FakeInbox } from './fake-inbox/fake-inbox.js';

/** What a test has at hand: a server of its own, and conversations that it opens there. */
interface ConversationPages {
  readonly server: FakeInbox;
  /** A conversation, its story on the screen. What goes wrong inside the page fails the test. */
  readonly open: (id?: string, options?: BrowserContextOptions) => Promise<Page>;
}

/** Builds the pages and starts a browser for all tests of a file, and a fresh server for each. */
export function conversationPages(): ConversationPages {
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
  const open = async (id = 'c-0', options: BrowserContextOptions = {}): Promise<Page> => {
    const context = { locale: 'en-GB', viewport: { width: 1440, height: 900 }, ...options };
    const page = await browser.newPage({ reducedMotion: 'reduce', ...context });
    page.setDefaultTimeout(10_000);
    noteFaults(page, faults);
    await page.goto(`${server.address}/inbox/${id}`);
    await story(page).getByRole('listitem').first().waitFor();
    return page;
  };
  return {
    get server() {
      return server;
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

export const story = (page: Page): Locator => page.getByRole('log');
export const composer = (page: Page): Locator => page.getByRole('textbox', { name: /^Reply to/ });
export const noteField = (page: Page): Locator => page.getByRole('textbox', { name: 'Note for colleagues' });
export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
export const notices = (page: Page): Locator => page.getByRole('region', { name: 'Notices' });
export const line = (page: Page, text: string): Locator => story(page).locator('.line', { hasText: text });

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds on the page, as `rule: element`. */
export async function violations(page: Page): Promise<readonly string[]> {
  // The content policy forbids script elements, not what the test's own driver evaluates.
  await page.evaluate(await readFile(axe, 'utf8'));
  const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
    'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))',
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
