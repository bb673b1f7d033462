import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { brokenRules } from './check-page.js';
import { consolePages } from './console-pages.js';
import { rightCode } from './fake-inbox/identity-routes.js';

const pages = consolePages();

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('every page', () => {
  const open = [
    ['/settings', 'Profile'],
    ['/settings/people', 'Invited'],
    ['/settings/replies', 'Saved replies'],
    ['/settings/accounts', 'Accounts'],
    ['/search?q=guide', 'Messages and notes'],
  ] as const;
  const closed = [
    ['/sign-in', 'Sign in'],
    ['/welcome/owner', 'Welcome to Heyword'],
    ['/welcome/nonsense', 'This link does not work'],
  ] as const;

  it.each(['light', 'dark'] as const)(
    'breaks no rule of accessibility, in %s',
    { timeout: 60_000 },
    async (colorScheme) => {
      const { world, address } = pages.server;
      world.me = { ...world.me, user: { ...world.me.user, role: 'owner' } };
      const page = await pages.open('/settings', { colorScheme });
      const broken: Record<string, readonly string[]> = {};
      const look = async (path: string, heading: string): Promise<void> => {
        await page.goto(`${address}${path}`);
        await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
        broken[path] = await brokenRules(page);
      };
      for (const [path, heading] of open) await look(path, heading);
      await page.keyboard.press('Control+k');
      await page.getByRole('menuitem').first().waitFor();
      broken['palette'] = await brokenRules(page);
      world.session = null;
      for (const [path, heading] of closed) await look(path, heading);
      expect(Object.entries(broken).filter(([, rules]) => rules.length > 0)).toEqual([]);
    },
  );

  it.each(['light', 'dark'] as const)(
    'breaks no rule of accessibility while a second factor is set up and asked for, in %s',
    { timeout: 60_000 },
    async (colorScheme) => {
      const { world, address } = pages.server;
      world.session = 'second_factor_needed';
      const page = await pages.open('/second-factor', { colorScheme });
      const broken: Record<string, readonly string[]> = {};
      const look = async (heading: string): Promise<void> => {
        await page.getByRole('heading', { name: heading, exact: true }).waitFor();
        broken[heading] = await brokenRules(page);
      };
      await look('A second step for signing in');
      await button(page, 'Continue').click();
      await look('Scan this with the authenticator');
      await field(page, 'The six digits that it shows then').fill(rightCode);
      await button(page, 'Turn on').click();
      await look('Keep your recovery codes');
      world.session = 'code_needed';
      await page.goto(`${address}/sign-in`);
      await look('Second step');
      await button(page, 'Confirm').click();
      await page.getByText('This is needed.').waitFor();
      await look('Second step');
      world.session = 'signed_in';
      await page.goto(`${address}/second-factor`);
      await field(page, 'Password').waitFor();
      await look('A second step for signing in');
      expect(Object.entries(broken).filter(([, rules]) => rules.length > 0)).toEqual([]);
    },
  );

  it('fits into 360 pixels', async () => {
    const page = await pages.open('/settings', { viewport: { width: 360, height: 640 }, hasTouch: true });
    for (const [path] of [...open, ...closed]) {
      await page.goto(`${pages.server.address}${path}`);
      await page.getByRole('heading').first().waitFor();
      expect([path, await page.evaluate<number>('document.documentElement.scrollWidth')]).toEqual([
        path,
        360,
      ]);
    }
  });
});
