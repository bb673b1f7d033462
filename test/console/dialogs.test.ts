import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { brokenRules } from './check-page.js';
import { consolePages } from './console-pages.js';

const pages = consolePages();

/** On a chat, by the key that opens it. */
const ofChats = [
  ['a', 'Assign this chat'],
  ['b', 'Hand back to the bot'],
  ['e', 'Resolve this chat'],
  ['s', 'Snooze this chat'],
] as const;

/** Found by its words. */
const fromPalette = [
  ['merge', 'Merge with another contact'],
  ['spam', 'Block as spam?'],
] as const;

/** While a dialog is open the page behind it, with its heading, is not there for readers. */
const ofThePageBehind = /^(landmark-one-main|page-has-heading-one): html$/;

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const desktop = { viewport: { width: 1440, height: 900 } };

const dialog = (page: Page, title: string) =>
  page.getByRole('dialog', { name: title }).or(page.getByRole('alertdialog', { name: title }));

describe('every dialog', () => {
  it.each([
    ['light, on a desktop', { colorScheme: 'light', ...desktop }],
    ['dark, on a phone', { colorScheme: 'dark', ...phone }],
  ] as const)(
    'breaks no rule of accessibility, in %s',
    async (_, how) => {
      pages.server.world.me = {
        ...pages.server.world.me,
        user: { ...pages.server.world.me.user, role: 'owner' },
      };
      const page = await pages.open('/inbox/c-0', { reducedMotion: 'reduce', ...how });
      await page.getByRole('log').getByRole('listitem').first().waitFor();
      const broken: Record<string, readonly string[]> = {};
      const look = async (title: string): Promise<void> => {
        await dialog(page, title).waitFor();
        broken[title] = (await brokenRules(page)).filter((rule) => !ofThePageBehind.test(rule));
        await page.keyboard.press('Escape');
        await dialog(page, title).waitFor({ state: 'detached' });
      };
      for (const [key, title] of ofChats) {
        await page.keyboard.press(key);
        await look(title);
      }
      for (const [words, title] of fromPalette) {
        await page.keyboard.press('Control+k');
        await page.getByRole('menuitem').first().waitFor();
        await page.keyboard.type(words);
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await look(title);
      }
      await page.keyboard.press('?');
      await look('Keyboard');
      await page.goto(`${pages.server.address}/settings/people`);
      await page.getByRole('button', { name: 'Invite somebody' }).click();
      await look('Invite somebody');
      await page.goto(`${pages.server.address}/settings/replies`);
      await page.getByRole('button', { name: 'New reply' }).click();
      await look('New reply');
      expect(Object.entries(broken).filter(([, rules]) => rules.length > 0)).toEqual([]);
      expect(Object.keys(broken)).toHaveLength(9);
    },
    90_000,
  );
});
