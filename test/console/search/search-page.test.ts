import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { brokenRules } from '../check-page.js';
import { consolePages } from '../console-pages.js';
import { noteOf } from '../fake-inbox/story-lines.js';

const pages = consolePages();

const field = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search contacts and messages' });
const hits = (page: Page, part: 'Contacts' | 'Messages and notes'): Locator =>
  page.getByRole('region', { name: part }).getByRole('link');
const asked = () => pages.server.received.filter(({ path }) => path === '/search');
const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.className');

const sam = { id: 'u-sam', name: 'Sam Okafor' };

/** Lets something be said in the first conversation that there is. */
function say(text: string, times = 1): void {
  const conversation = pages.server.changes.find('c-0');
  const lines = Array.from({ length: times }, (_, at) =>
    noteOf(`said-${at}`, Date.now() - at * 1_000, sam, text),
  );
  conversation.timeline = [...conversation.timeline, ...lines];
}

describe('the search', () => {
  it('finds while one types, and marks what was found in text that is only ever text', async () => {
    const page = await pages.open('/inbox');
    say('<img src=x onerror="document.title=1"> parcel from Oslo');
    await page.getByRole('grid').getByRole('row').first().waitFor();
    await page.keyboard.press('/');
    await page.waitForURL('**/search');
    await field(page).pressSequentially('parcel from');
    const hit = hits(page, 'Messages and notes');
    await expect.poll(() => hit.locator('mark').allInnerTexts()).toEqual(['parcel from']);
    expect(await hit.innerText()).toContain('<img src=x onerror="document.title=1"> ');
    expect(await hit.getByText('Note:').count()).toBe(1);
    expect(await hit.locator('time').count()).toBe(1);
    expect(new URL(page.url()).search).toBe('?q=parcel%20from');
    expect(asked().length).toBeLessThan('parcel from'.length);
    await page.getByRole('status').getByText('0 contacts, 1 message').waitFor();
  });

  it('is walked through by arrow keys, and opens the conversation with Enter', async () => {
    const { contact_name, conversation_id } = pages.server.world.handoffs.get('h-0')!;
    const page = await pages.open(`/search?q=${encodeURIComponent(contact_name!)}`);
    await hits(page, 'Contacts').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('search-hit');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toContain('search-input');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/inbox/${conversation_id}`);
    await page.goBack();
    expect(await field(page).inputValue()).toBe(contact_name);
  });

  it('searches at once for what is entered, and follows the address where one goes elsewhere', async () => {
    const page = await pages.open('/search?q=quagga');
    await field(page).fill('zanzibar');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing found for “zanzibar”').waitFor();
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    await page.getByText('Find who and what was said').waitFor();
    expect(await field(page).inputValue()).toBe('');
  });

  it('shows the next page of messages when it is asked to', async () => {
    say('pagination', 40);
    const page = await pages.open('/search?q=pagination');
    const more = page.getByRole('button', { name: 'Load more' });
    await more.click();
    await expect.poll(() => hits(page, 'Messages and notes').count()).toBe(40);
    expect(await more.count()).toBe(0);
  });

  it('says what it waits for, what went wrong, and tries again', async () => {
    say('pagination');
    pages.server.faults.fail('/search', 403, 'not_allowed');
    const page = await pages.open('/search?q=pagination');
    const retry = page.getByRole('button', { name: 'Try again' });
    await retry.waitFor();
    pages.server.faults.mend('/search');
    await retry.click();
    await hits(page, 'Messages and notes').waitFor();
    const release = pages.server.faults.hold('/search');
    await field(page).fill('nobody said this');
    await page.getByRole('status').getByText('Loading…').waitFor();
    release();
    await page.getByText('Nothing found for “nobody said this”').waitFor();
  });
});

describe('for everybody', () => {
  it('speaks German, fits a phone and has no fault that axe finds, light or dark', async () => {
    say('<b>Zwölf</b> Pakete');
    pages.server.world.me = { ...pages.server.world.me, language: 'de' };
    for (const colorScheme of ['light', 'dark'] as const) {
      const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true, colorScheme };
      const page = await pages.open('/search?q=pakete', { locale: 'de-DE', ...phone });
      await page.getByText('0 Kontakte, 1 Nachricht').waitFor();
      expect(await brokenRules(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      await page.close();
    }
  });
});
