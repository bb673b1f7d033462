import type { Locator, Page } from 'playwright-core';

export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
export const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name });
export const log = (page: Page): Locator => page.getByRole('log');
export const queue = (page: Page): Locator => page.getByRole('grid', { name: /^Chats: / });
