import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { consolePages } from './console-pages.js';
import { rightCode } from './fake-inbox/identity-routes.js';
import { password } from './fake-inbox/session-routes.js';

const pages = consolePages();

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe('signing in', () => {
  it('is asked for, and leads to where one wanted to go', async () => {
    pages.server.world.session = null;
    const page = await pages.open('/settings/replies');
    await field(page, 'E-mail').fill('ida@studio.example');
    await field(page, 'Password').fill('not this one');
    await press(page, 'Enter');
    await page.getByText('E-mail or password are not right.').waitFor();
    await field(page, 'Password').fill(password);
    await button(page, 'Sign in').click();
    await page.waitForURL('**/settings/replies');
    await page.getByText('/shipping').waitFor();
  });

  it('asks for the code of whoever has a second factor', async () => {
    pages.server.world.session = 'code_needed';
    const page = await pages.open('/inbox');
    await field(page, 'Code').fill('000000');
    await button(page, 'Confirm').click();
    await page.getByText('This code is not right').waitFor();
    await field(page, 'Code').fill(rightCode);
    await button(page, 'Confirm').click();
    await page.waitForURL('**/inbox');
  });

  it('makes the first owner, with a second factor and recovery codes', async () => {
    pages.server.world.session = null;
    const page = await pages.open('/welcome/owner');
    await field(page, 'Your name').fill('Ida Berg');
    await field(page, 'E-mail').fill('ida@studio.example');
    await field(page, 'Password').fill('too short');
    await button(page, 'Begin').click();
    await page.getByText('3 characters more.').waitFor();
    await field(page, 'Password').fill(password);
    await button(page, 'Begin').click();
    await page.waitForURL('**/second-factor');
    await button(page, 'Continue').click();
    await page.getByRole('img', { name: 'QR code for the authenticator' }).waitFor();
    await field(page, 'The six digits that it shows then').fill(rightCode);
    await button(page, 'Turn on').click();
    await page.getByText('aaaa-bbbb').waitFor();
    await button(page, 'I have kept them').click();
    await page.waitForURL('**/inbox');
    expect(pages.server.received.find(({ path }) => path === '/invitations/owner')).toMatchObject({
      body: {},
    });
  });

  it('ends where the session ends, and comes back to the same page', async () => {
    const page = await pages.open('/settings/people');
    await page.getByText('sam@studio.example').waitFor();
    pages.server.world.session = null;
    await page.getByRole('link', { name: 'Saved replies' }).click();
    await field(page, 'E-mail').waitFor();
    expect(new URL(page.url()).search).toBe('?next=%2Fsettings%2Freplies');
  });

  it('leads nowhere but to this server', async () => {
    const page = await pages.open('/sign-in?next=//elsewhere.example/');
    await page.waitForURL('**/inbox');
    expect(page.url()).toBe(`${pages.server.address}/inbox`);
  });
});

describe('by keyboard', () => {
  it('goes to pages by chords, but not while something is written', async () => {
    const page = await pages.open('/settings');
    await field(page, 'Name').press('g');
    await press(page, 'f');
    expect(await field(page, 'Name').inputValue()).toContain('gf');
    await page.getByRole('heading', { name: 'Profile' }).click();
    await press(page, 'g', 'f');
    await page.waitForURL('**/search');
    await expect.poll(() => page.title()).toBe('Search · Heyword');
  });

  it('finds everything in the palette', async () => {
    const page = await pages.open('/settings');
    await page.getByRole('heading', { name: 'Profile' }).waitFor();
    await press(page, 'Control+k');
    await page.getByRole('menuitem', { name: /Search/ }).waitFor();
    await page.keyboard.type('colours dark');
    await press(page, 'ArrowDown', 'Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate<string>('document.documentElement.dataset.theme')).toBe('dark');
  });

  it('shows its shortcuts by area on a question mark', async () => {
    const page = await pages.open('/settings');
    await page.getByRole('heading', { name: 'Profile' }).click();
    await press(page, '?');
    const help = page.getByRole('dialog', { name: 'Keyboard' });
    await help.getByRole('heading', { name: 'Go to' }).waitFor();
    await help.getByText('Search or do something').waitFor();
    await press(page, 'Escape');
    await help.waitFor({ state: 'detached' });
  });

  it('skips to the content', async () => {
    const page = await pages.open('/settings');
    await page.getByRole('heading', { name: 'Profile' }).waitFor();
    await press(page, 'Tab');
    await page.getByRole('link', { name: 'Skip to content' }).press('Enter');
    await expect.poll(() => page.evaluate<string>('document.activeElement.id')).toBe('content');
  });
});

describe('whoever is signed in', () => {
  it('reads the pages in German from then on', async () => {
    const page = await pages.open('/settings');
    await page.getByRole('heading', { name: 'Profile' }).waitFor();
    await press(page, 'Control+k');
    await page.getByRole('menuitem', { name: 'Language: Deutsch' }).click();
    await page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
    expect(await page.evaluate<string>('document.documentElement.lang')).toBe('de');
    await expect.poll(() => pages.server.world.me.language).toBe('de');
  });

  it('goes away, and is shown away at once', async () => {
    const page = await pages.open('/settings');
    await button(page, 'Available').click();
    await expect.poll(() => pages.server.world.me.user.availability).toBe('away');
    expect(await button(page, 'Available').getAttribute('aria-pressed')).toBe('false');
  });

  it('is told when what they see may be old', async () => {
    const page = await pages.open('/settings');
    await page.getByRole('heading', { name: 'Profile' }).waitFor();
    pages.server.goOffline();
    await page.getByText('The connection is gone').waitFor();
    pages.server.comeBack();
    await page.getByText('The connection is gone').waitFor({ state: 'detached' });
  });

  it('has a new line to the server when nothing was heard over the old one for too long', async () => {
    const page = await pages.open('/settings');
    const { live } = pages.server;
    await expect.poll(() => live.opened).toBe(1);
    await page.clock.install();
    await page.reload();
    await page.getByRole('heading', { name: 'Profile' }).waitFor();
    await expect.poll(() => live.opened).toBe(2);
    await page.clock.fastForward(40_000);
    const isHeard = page.waitForResponse('**/people');
    live.push('people', {});
    await isHeard;
    await page.clock.fastForward(40_000);
    expect(live.opened).toBe(2);
    await page.clock.fastForward(10_000);
    await expect.poll(() => live.opened).toBe(3);
  });

  it('has no inbox as a marketer, and is told what is not for them', async () => {
    const { world } = pages.server;
    world.me = { ...world.me, user: { ...world.me.user, role: 'marketer' } };
    const page = await pages.open('/inbox');
    await page.waitForURL('**/settings');
    expect(await page.getByRole('link', { name: 'Inbox' }).count()).toBe(0);
    await page.goto(`${pages.server.address}/settings/people`);
    await page.getByText('This is not for you').waitFor();
  });

  it('invites somebody as a lead, and gets a link to give them', async () => {
    const { world } = pages.server;
    world.me = { ...world.me, user: { ...world.me.user, role: 'lead' } };
    const page = await pages.open('/settings/people');
    await button(page, 'Invite somebody').click();
    await field(page, 'E-mail').fill('noa@studio.example');
    await page.getByText('Support', { exact: true }).click();
    await button(page, 'Make the link').click();
    await page.getByText('https://studio.example/welcome/agent').waitFor();
    expect(pages.server.received.findLast(({ method }) => method === 'POST')).toMatchObject({
      path: '/people/invitations',
      body: { email: 'noa@studio.example', role: 'agent', teams: ['main/support'], capacity: 20 },
    });
  });
});

describe('the built pages', () => {
  it('load at most 250 kB of JavaScript for the inbox and for a conversation, until somebody does something', async () => {
    const { server } = pages;
    const page = await pages.open('/inbox');
    await page.getByRole('grid').getByRole('row').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await scriptWeight(page)).toBeLessThanOrEqual(250_000);
    await page.goto(`${server.address}/inbox/c-0`);
    await page.getByRole('log').getByRole('listitem').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await scriptWeight(page)).toBeLessThanOrEqual(250_000);
  });
});

/** Bytes of all scripts that the page has fetched, gzipped as they are shipped. */
async function scriptWeight(page: Page): Promise<number> {
  const names = await page.evaluate<string[]>(
    `performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => path.endsWith('.js'))`,
  );
  expect(names).toContainEqual(expect.stringContaining('conversation-page'));
  const files = await Promise.all(
    [...new Set(names)].map((name) => readFile(join(pages.folder, `${name.replace('/console/', '')}.gz`))),
  );
  return files.reduce((sum, file) => sum + file.length, 0);
}
