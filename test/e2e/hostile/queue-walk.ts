import { button } from '../driver/inbox-page.js';
import { teamNames } from './hostile-inbox.js';
import { shortTexts } from './text-vectors.js';
import { teamTitles } from './texts-workspace.js';
import type { WatchedPage } from './watched-page.js';

/** Rows are drawn as they come into sight: down the list, and from its end to its beginning again. */
const scrollOn = `(() => {
  const grid = document.querySelector('[role=grid]');
  const isAtEnd = grid !== null && grid.scrollTop + grid.clientHeight >= grid.scrollHeight - 1;
  grid?.scrollTo(0, isAtEnd ? 0 : grid.scrollTop + 1500);
})()`;

/** Every row: who it is, what they said, and what the flow wants to be known. */
export async function readRows(watched: WatchedPage): Promise<void> {
  for (const part of ['name', 'message', 'reason'])
    await watched.shows(`.queue-row-${part}`, undefined, () => watched.page.evaluate(scrollOn));
}

/** What stands beside the list: teams, and views that somebody has saved. */
export async function readViews(watched: WatchedPage): Promise<void> {
  await watched.shows('.queue-view-name', [...teamTitles, ...shortTexts]);
}

/** What the list may be narrowed to, by lists that open. */
export async function readFilters(watched: WatchedPage): Promise<void> {
  const { page } = watched;
  await button(page, /^Filter/).click();
  const panel = page.getByRole('dialog', { name: 'Filter' });
  for (const [label, choices] of [
    ['Team', teamTitles],
    ['Assignee', teamNames],
  ] as const) {
    await panel.getByRole('button', { name: label }).click();
    await watched.shows('[role=listbox] [role=option]', choices);
    await page.keyboard.press('Escape');
  }
}
