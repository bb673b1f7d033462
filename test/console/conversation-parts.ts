import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { ConsolePages } from './console-pages.js';

/** Opens a conversation, and waits for its story. */
export async function openConversation(
  pages: ConsolePages,
  id = 'c-0',
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await pages.open(`/inbox/${id}`, options);
  await story(page).getByRole('listitem').first().waitFor();
  return page;
}

export const story = (page: Page): Locator => page.getByRole('log');
export const composer = (page: Page): Locator => page.getByRole('textbox', { name: /^Reply to/ });
export const noteField = (page: Page): Locator => page.getByRole('textbox', { name: 'Note for colleagues' });
export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
export const notices = (page: Page): Locator => page.getByRole('region', { name: 'Notices' });
export const line = (page: Page, text: string): Locator => story(page).locator('.line', { hasText: text });
