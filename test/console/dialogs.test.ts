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

/** Of somebody who works here, by the line of their menu. */
const ofPeople = [
  ['Change', 'Change Sam Okafor'],
  ['Link for a new password', 'Link for a new password'],
  ['Disable', 'Disable: Sam Okafor'],
] as const;

/** While a dialog is open the page behind it, with its heading, is not there for readers. */
const ofThePageBehind = /^(landmark-one-main|page-has-heading-one): html$/;

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const phoneInDark = { colorScheme: 'dark', ...phone } as const;
const desktop = { viewport: { width: 1440, height: 900 } };

const dialog = (page: Page, title: string) =>
  page.getByRole('dialog', { name: title }).or(page.getByRole('alertdialog', { name: title }));

describe('every dialog', () => {
  it.each([
    ['light, on a desktop', { colorScheme: 'light', ...desktop }],
    ['dark, on a phone', phoneInDark],
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
      for (const [line, title] of ofPeople) {
        await page.getByRole('button', { name: 'More for Sam Okafor' }).click();
        await page.getByRole('menuitem', { name: line }).click();
        await look(title);
      }
      await page.getByRole('button', { name: 'More for Sam Okafor' }).click();
      await page.getByRole('menuitem', { name: 'Link for a new password' }).click();
      await page.getByRole('button', { name: 'Make the link' }).click();
      await look('Give them this link');
      await page.goto(`${pages.server.address}/settings/replies`);
      await page.getByRole('button', { name: 'New reply' }).click();
      await look('New reply');
      await page
        .getByRole('button', { name: /^Delete/ })
        .first()
        .click();
      await look('Delete /shipping');
      await page.goto(`${pages.server.address}/inbox?priority=urgent`);
      await page.getByRole('button', { name: 'Filter, 1 in use' }).click();
      await look('Filter');
      if (how === phoneInDark) await page.getByRole('button', { name: 'Views and teams' }).click();
      await page.getByRole('button', { name: 'Save this view' }).click();
      await look('Save this view');
      expect(Object.entries(broken).filter(([, rules]) => rules.length > 0)).toEqual([]);
      expect(Object.keys(broken)).toHaveLength(16);
    },
    180_000,
  );

  it.each(['light', 'dark'] as const)(
    'breaks none where a second factor is turned off, in %s',
    async (colorScheme) => {
      const page = await pages.open('/settings', { colorScheme });
      await page.getByRole('button', { name: 'Turn off' }).click();
      await dialog(page, 'Turn off').waitFor();
      expect((await brokenRules(page)).filter((rule) => !ofThePageBehind.test(rule))).toEqual([]);
    },
  );
});
