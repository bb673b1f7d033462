import { expect } from 'vitest';
import { button } from '../driver/inbox-page.js';
import { hostileTexts, kernelOf, oneOfEachKind } from './text-vectors.js';
import type { WatchedPage } from './watched-page.js';

export const searchAddress = (wanted: string): string => `/search?q=${encodeURIComponent(wanted)}`;

/** All messages that were found, page after page, and the contacts above them. */
export async function readHits(watched: WatchedPage): Promise<void> {
  const { page } = watched;
  const more = button(page, 'Load more');
  await page.getByRole('region', { name: 'Contacts' }).getByRole('listitem').first().waitFor();
  await watched.shows('.search-excerpt', withScript, async () => {
    if (await more.isVisible()) await more.click();
  });
  await watched.shows('.search-name', withScript.slice(0, 1));
}

/** What is looked for, in the field, in the title, and where nothing is found. */
export async function lookFor({ page }: WatchedPage): Promise<void> {
  for (const at of oneOfEachKind) {
    const wanted = hostileTexts[at] ?? '';
    await page.getByRole('searchbox').fill(wanted);
    await expect.poll(() => page.title()).toContain(kernelOf(wanted));
    await page
      .getByRole('status')
      .getByText(/messages?$|Nothing found/)
      .waitFor();
  }
}

/** Those that a search for this word finds. */
const withScript = hostileTexts.filter((text) => /<script>/i.test(text));
