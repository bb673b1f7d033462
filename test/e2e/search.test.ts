import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { line } from './driver/inbox-page.js';
import { sharedInbox } from './driver/inbox-stage.js';

const inbox = sharedInbox();

const found = (page: Page, kind: 'Contacts' | 'Messages and notes'): Locator =>
  page.getByRole('region', { name: kind }).getByRole('link');

/** What is typed is all there is: no key begins the search. */
async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search contacts and messages' }).fill(words);
}

describe('whoever searches', () => {
  it('finds a contact by the beginning of their name, and opens their chat', async () => {
    const visitor = await inbox().visitor('Walpurgis');
    await visitor.contact();
    const page = await inbox().open('mira', '/search');
    await search(page, 'walpur');
    await found(page, 'Contacts').filter({ hasText: visitor.name }).click();
    await page.getByRole('heading', { name: visitor.name, level: 1 }).waitFor();
    await line(page, 'talk to us').waitFor();
  });

  it('finds a message by a word of it, of nobody else, and opens the chat in which it was said', async () => {
    const [visitor, other] = await Promise.all([inbox().visitor('Kunigunde'), inbox().visitor('Adelgunde')]);
    await visitor.says('Is the marzipan without almonds?');
    await other.says('Is the chocolate without milk?');
    await Promise.all([visitor.contact(), other.contact()]);
    const page = await inbox().open('jonas', '/search');
    await search(page, 'marzipan');
    const hits = found(page, 'Messages and notes');
    await hits.filter({ hasText: 'marzipan' }).waitFor();
    expect(await hits.count()).toBe(1);
    await hits.click();
    await page.getByRole('heading', { name: visitor.name, level: 1 }).waitFor();
    await line(page, 'Is the marzipan without almonds?').waitFor();
  });

  it('is told where there is nothing to find', async () => {
    const page = await inbox().open('mira', '/search');
    await search(page, 'zwetschgenknoedel');
    await page.getByText('Nothing found for “zwetschgenknoedel”').waitFor();
  });
});
