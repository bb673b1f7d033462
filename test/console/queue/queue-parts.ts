import type { Locator, Page } from 'playwright-core';

export const queueList = (page: Page): Locator => page.getByRole('grid', { name: /^Chats: / });
export const queueRows = (page: Page): Locator => queueList(page).getByRole('row');
export const queueRow = (page: Page, name: string): Locator => queueRows(page).filter({ hasText: name });
