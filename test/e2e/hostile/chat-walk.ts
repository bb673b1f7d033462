import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { button, field, note, reply, story } from '../driver/inbox-page.js';
import { teamNames } from './hostile-inbox.js';
import { hostileTexts, kernelOf } from './text-vectors.js';
import { hostileLink, teamTitles } from './texts-workspace.js';
import type { WatchedPage } from './watched-page.js';

export const chatAddress = (conversationId: string): string => `/inbox/${encodeURIComponent(conversationId)}`;

/** Reads a story back to its beginning, until all texts have been seen in these elements. */
export async function readStory(watched: WatchedPage, selector: string): Promise<void> {
  const { page } = watched;
  await story(page).getByRole('listitem').first().waitFor();
  await watched.shows(selector, hostileTexts, async () => {
    // Down and up again: earlier lines come as somebody scrolls.
    for (const top of [900, 0])
      await page.evaluate(`document.querySelector('[role=log]').scrollTop = ${top}`);
  });
}

/** A chat with somebody of this name: in the head, the title, the labels, and in what the flow says again. */
export async function meet({ page }: WatchedPage, name: string): Promise<void> {
  const kernel = kernelOf(name);
  await story(page).getByText('So it is about').filter({ hasText: kernel }).waitFor();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: kernel }).waitFor();
  expect(await page.title()).toContain(kernel);
  expect(await reply(page).getAttribute('aria-label')).toContain(kernel);
  const link = story(page).getByRole('link', { name: hostileLink.label });
  expect(await link.getAttribute('href')).toBe(new URL(hostileLink.to).href);
}

/** What is offered while somebody writes: saved replies, of which one is taken, and colleagues. */
export async function writeWithHelp(watched: WatchedPage): Promise<void> {
  const { page } = watched;
  await reply(page).fill('/');
  await watched.shows('[role=option]', hostileTexts.filter(isFilledAsItStands));
  await reply(page).press('Enter');
  await expect.poll(() => reply(page).inputValue()).toBe(hostileTexts[0]);
  await reply(page).fill('');
  await button(page, 'Note').click();
  await note(page).fill('@');
  await watched.shows('[role=option]', teamNames);
  await note(page).fill('');
}

/** To whom it may be given: everybody but the owner, and every team but the first, who have it. */
export async function assign(watched: WatchedPage): Promise<void> {
  const others = [...teamNames.slice(1), ...teamTitles.slice(1)];
  await inDialog(watched.page, ['Assign…', 'Assign this chat'], () =>
    watched.shows('[role=menuitem]', others),
  );
}

/** What the bot may begin with, and what it would say. */
export async function handBack(watched: WatchedPage): Promise<void> {
  const { page } = watched;
  await inDialog(page, ['Hand back to the bot…', 'Hand back to the bot'], async () => {
    await page.getByText('Begin a flow').click();
    await button(page, /Flow$/).click();
    await page.getByRole('option').filter({ hasText: 'talk' }).click();
    await button(page, /From the step$/).click();
    await watched.shows('[role=option]', hostileTexts.slice(0, 1));
    await page.keyboard.press('Escape');
  });
}

/** With whom it may be joined, and what would come of that. */
export async function merge(watched: WatchedPage): Promise<void> {
  const { page } = watched;
  await button(page, 'More').click();
  await page.getByRole('menuitem', { name: 'Merge contacts…' }).click();
  await field(page, /^Find by name/).fill('script');
  const found = page.getByRole('list', { name: 'Contacts' }).getByRole('button');
  await found.first().click();
  await page.getByRole('list', { name: 'What happens' }).waitFor();
}

/** Why the bot said something, and everything else that can be done here. */
export async function askWhy({ page }: WatchedPage): Promise<void> {
  await page.getByRole('button', { name: /^Why/ }).last().click();
  await page.getByRole('dialog', { name: 'Why this was said' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('menuitem').first().waitFor();
  await page.keyboard.type(hostileTexts[0] ?? '');
  await page.getByText('Nothing fits.').waitFor();
}

/** Two of the team in one chat: each sees the other's name, in the story's foot and beside it. */
export async function meetColleague({ page }: WatchedPage, name: string): Promise<void> {
  await page.getByText(`${name} is reading this`).first().waitFor();
}

/** The mistake itself: what was said is put into the page as if it were our own. */
export async function drawAsMarkup({ page }: WatchedPage): Promise<void> {
  await page.evaluate(
    `for (const line of document.querySelectorAll('.line-text')) line.innerHTML = line.textContent`,
  );
}

async function inDialog(
  page: Page,
  [deed, title]: readonly [string, string],
  look: () => Promise<void>,
): Promise<void> {
  await button(page, deed).click();
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.waitFor();
  await look();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** A saved reply is filled before it is offered: what stands between double braces is not there any more. */
function isFilledAsItStands(text: string): boolean {
  return !text.includes('{{');
}
