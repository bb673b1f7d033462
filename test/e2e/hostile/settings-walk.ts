import { expect } from 'vitest';
import { button, field } from '../driver/inbox-page.js';
import { teamNames } from './hostile-inbox.js';
import { hostileTexts } from './text-vectors.js';
import { teamTitles } from './texts-workspace.js';
import type { WatchedPage } from './watched-page.js';

const [ownName = '', colleague = ''] = teamNames;

/** Oneself: one's name, and what the browser calls itself in which one is signed in. */
export async function readProfile(watched: WatchedPage): Promise<void> {
  const { page } = watched;
  await watched.shows('.settings-line-title', [ownName]);
  await button(page, `${ownName}: your menu`).click();
  await watched.shows('[role=menu]', [ownName]);
}

/** Who works here, who is invited, and the teams that somebody may be put into. */
export async function readPeople(watched: WatchedPage): Promise<void> {
  const { page } = watched;
  await watched.shows('.settings-line-title', [...teamNames, ...hostileTexts]);
  await button(page, `More for ${colleague}`).first().click();
  await page.getByRole('menuitem', { name: 'Change' }).click();
  await page.getByRole('dialog', { name: `Change ${colleague}` }).waitFor();
  await watched.shows('[role=dialog] label', teamTitles);
}

/** Every saved reply, and in the field in which it is changed the one that would leave such a field. */
export async function readReplies(watched: WatchedPage): Promise<void> {
  const { page } = watched;
  await watched.shows('.settings-line-more');
  const at = hostileTexts.findIndex((text) => text.startsWith('</textarea>'));
  await button(page, `Change /r${at}`).click();
  await expect.poll(() => field(page, 'Text').inputValue()).toBe(hostileTexts[at]);
}
