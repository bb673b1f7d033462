import type { Locator, Page } from 'playwright-core';

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

export const field = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('textbox', { name, exact: typeof name === 'string' });

export const row = (page: Page, name: string): Locator =>
  page
    .getByRole('grid', { name: /^Chats: / })
    .getByRole('row')
    .filter({ hasText: name });

export const story = (page: Page): Locator => page.getByRole('log');

/** A message of the story, with how far it has come. */
export const line = (page: Page, text: string): Locator => story(page).locator('.line', { hasText: text });

export const reply = (page: Page): Locator => field(page, /^Reply to/);

export const note = (page: Page): Locator => field(page, 'Note for colleagues');

export const notices = (page: Page): Locator => page.getByRole('region', { name: 'Notices' });

/** How the open chat stands, beside the name of the contact. */
export const standing = (page: Page, words: string | RegExp): Locator =>
  page.locator('.conversation-head').getByText(words);

/** Opens somebody's chat from the queue, and waits for their story. */
export async function openChat(page: Page, name: string): Promise<void> {
  await row(page, name).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await line(page, 'talk to us').waitFor();
}

/** Sends an answer to the contact. */
export async function answer(page: Page, text: string): Promise<void> {
  await reply(page).fill(text);
  await reply(page).press('Enter');
}
