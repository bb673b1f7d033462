import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { brokenRules } from '../check-page.js';
import { consolePages } from '../console-pages.js';
import { createWorld } from '../fake-inbox/create-world.js';
import { momentOf, type QueueItem } from '../fake-inbox/world.js';
import { queueList, queueRow, queueRows } from './queue-parts.js';

const pages = consolePages();

const link = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name });
/** Scrolls the list; run in the page. */
const scrollTo = (top: string) =>
  `{ const list = document.querySelector('[role=grid]'); list.scrollTo({ top: ${top} }); }`;
const asked = (path: string) => pages.server.received.filter((request) => request.path.endsWith(path));

/** A handoff that has just come in, and is the most urgent of all. */
function newcomer(name: string): QueueItem {
  const item = createWorld({ handoffs: 2 }).handoffs.get('h-1')!;
  const now = momentOf(Date.now());
  const change = { priority: 'urgent', opened_at: now, waiting_since: now, assignee: null } as const;
  const due = { ...item.first_reply, due_at: momentOf(Date.now() - 9_000_000) };
  const id = `h-${name}`;
  return {
    ...item,
    ...change,
    id,
    conversation_id: `c-${id}`,
    contact_name: name,
    state: 'open',
    first_reply: due,
  };
}

describe('the queue', () => {
  it('keeps view, filters and sort in the address, and shows what they say', async () => {
    const page = await pages.open('/inbox');
    await link(page, /^Unassigned/).click();
    await page.getByRole('heading', { name: 'Unassigned' }).waitFor();
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('button', { name: /Channel/ }).click();
    await page.getByRole('option', { name: 'WhatsApp' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Remove filter: Channel WhatsApp' }).waitFor();
    expect(new URL(page.url()).search).toBe('?view=unassigned&channel=whatsapp');
    const { handoffs } = pages.server.world;
    const wanted = [...handoffs.values()].filter(
      ({ state, assignee, channel }) => state === 'open' && assignee === null && channel === 'whatsapp',
    );
    await expect.poll(() => queueRows(page).count()).toBe(wanted.length);
    await page.reload();
    await expect.poll(() => queueRows(page).count()).toBe(wanted.length);
  });

  it('saves a view under a name, and deletes it', async () => {
    const page = await pages.open('/inbox?priority=urgent');
    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Fires');
    await page.keyboard.press('Enter');
    await link(page, /^Fires/).waitFor();
    expect(pages.server.world.views.at(-1)).toMatchObject({ name: 'Fires', filters: { priority: 'urgent' } });
    await page.getByRole('button', { name: 'Delete the view Fires' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await link(page, /^Fires/).waitFor({ state: 'detached' });
  });

  it('shows an arrival live at the top, and tells screen readers', async () => {
    const page = await pages.open('/inbox');
    await queueRows(page).first().waitFor();
    pages.server.changes.addHandoff(newcomer('Newcomer'));
    await queueRow(page, 'Newcomer').waitFor();
    await page.locator('[aria-live=polite]', { hasText: '1 new chat' }).waitFor();
  });

  it('stays where one reads when chats come in above, and leads up to them', async () => {
    const page = await pages.open('/inbox', { world: { handoffs: 90 } });
    const firstName = (): Promise<string> => queueRows(page).first().locator('.queue-row-name').innerText();
    const top = await firstName();
    await page.evaluate(scrollTo('2000'));
    await expect.poll(firstName).not.toBe(top);
    const watched = queueRows(page).nth(6);
    const name = await watched.locator('.queue-row-name').innerText();
    const before = await queueRow(page, name).boundingBox();
    pages.server.changes.addHandoff(newcomer('Above'));
    const pill = page.getByRole('button', { name: '1 new' });
    await pill.waitFor();
    expect((await queueRow(page, name).boundingBox())?.y).toBe(before?.y);
    await pill.click();
    await queueRow(page, 'Above').waitFor();
    await pill.waitFor({ state: 'detached' });
  });

  it('says of an empty view what it means, and where there is something to do', async () => {
    const page = await pages.open('/inbox?view=mine', { world: { handoffs: 0, resolved: 0 } });
    await page.getByText('Nothing waits for you').waitFor();
    pages.server.changes.addHandoff(newcomer('First'));
    await page.getByRole('link', { name: '1 chat waits for somebody' }).click();
    await queueRow(page, 'First').waitFor();
  });

  it('says that it cannot be loaded, and tries again', async () => {
    const page = await pages.open('/inbox?view=snoozed');
    await page.getByRole('heading', { name: 'Snoozed' }).waitFor();
    pages.server.faults.fail('/queue');
    await page.reload();
    const retry = page.getByRole('button', { name: 'Try again' });
    await retry.waitFor();
    pages.server.faults.mend('/queue');
    await retry.click();
    await queueRows(page).first().waitFor();
  });

  it('shows names and messages as text, whatever they say', async () => {
    const page = await pages.open('/inbox', { world: { handoffs: 1, resolved: 0 } });
    const vector = '<img src=x onerror="document.title=1">';
    pages.server.changes.changeHandoff('c-0', {
      contact_name: vector,
      note: vector,
      last_message: { text: vector, direction: 'in', at: momentOf(Date.now()) },
    });
    await queueRow(page, vector).waitFor();
    expect(await queueList(page).locator('img').count()).toBe(0);
  });
});

describe('by keyboard alone', () => {
  it('moves, takes, assigns, snoozes and resolves', async () => {
    const page = await pages.open('/inbox?sort=oldest', { world: { handoffs: 12 } });
    await queueRows(page).first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const id = await page.locator(':focus').getAttribute('data-key');
    const { world } = pages.server;
    const row = () => world.handoffs.get(id!)!;
    await page.keyboard.press('m');
    await expect.poll(() => row().assignee?.id).toBe('u-ida');
    await page.keyboard.press('t');
    await expect.poll(() => asked('/take').length).toBe(1);
    await page.keyboard.press('a');
    await page.getByRole('dialog').getByText('Sam Okafor').waitFor();
    await page.keyboard.type('sam');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => row().assignee?.id).toBe('u-sam');
    await expect.poll(() => page.locator(':focus').getAttribute('data-key')).toBe(id);
    await page.keyboard.press('e');
    await page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => row().state).toBe('resolved');
  });

  it('goes to the views by chords, from other pages too, and the help lists them', async () => {
    const page = await pages.open('/inbox/c-0');
    await queueRows(page).first().waitFor();
    for (const key of ['g', 'u']) await page.keyboard.press(key);
    await page.waitForURL(/\/inbox\/c-0\?view=unassigned$/);
    await page.goto(`${pages.server.address}/settings`);
    await page.getByRole('heading', { name: 'Profile' }).waitFor();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog');
    await help.getByText('Inbox: Snoozed').waitFor();
    const anywhere = await help
      .locator('section')
      .filter({ hasText: /Go to|Anywhere/ })
      .locator('dd')
      .allInnerTexts();
    expect(anywhere.length).toBeGreaterThan(10);
    expect(new Set(anywhere).size).toBe(anywhere.length);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    for (const key of ['g', 'z']) await page.keyboard.press(key);
    await page.waitForURL(/\/inbox\?view=snoozed$/);
  });

  it('selects several and snoozes them at once', async () => {
    const page = await pages.open('/inbox', { world: { handoffs: 12 } });
    await queueRows(page).first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByRole('group', { name: 'Selected chats' }).getByText('2 selected').waitFor();
    await page.keyboard.press('s');
    await page.getByRole('dialog').getByText('In an hour').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => asked('/snooze').length).toBe(2);
    await page.getByText('2 chats snoozed').waitFor();
  });

  it('opens the chat of a row with Enter, and keeps what is shown', async () => {
    const page = await pages.open('/inbox?sort=newest', { world: { handoffs: 5 } });
    await queueRows(page).first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/inbox\/c-\d+\?sort=newest$/);
    await queueRows(page).filter({ hasText: 'open now' }).waitFor();
  });
});

describe('on a phone', () => {
  it('shows the list or the chat, one at a time, and the views behind a button', async () => {
    const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };
    const page = await pages.open('/inbox', { world: { handoffs: 5 }, ...phone });
    await page.getByRole('button', { name: 'Views and teams' }).tap();
    await link(page, /^All open/).waitFor();
    await page.keyboard.press('Escape');
    await queueRows(page).first().tap();
    await queueList(page).waitFor({ state: 'hidden' });
    await page.goBack();
    await queueRows(page).first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});

describe('for everybody', () => {
  it.each(['light', 'dark'] as const)('has no fault that axe finds, in %s colours', async (colorScheme) => {
    const page = await pages.open('/inbox?team=sales', { colorScheme });
    await queueRows(page).first().waitFor();
    expect(await brokenRules(page)).toEqual([]);
  });
});

describe('ten thousand handoffs', () => {
  it('are scrolled through with few rows on the page at a time', async () => {
    const page = await pages.open('/inbox', { world: { handoffs: 10_000, resolved: 0 } });
    await queueRows(page).first().waitFor();
    const pagesAsked = () => asked('/queue').filter(({ query }) => 'cursor' in query).length;
    for (const wanted of [1, 2, 3]) {
      await page.evaluate(scrollTo('list.scrollHeight'));
      await expect.poll(pagesAsked).toBeGreaterThanOrEqual(wanted);
    }
    expect(await queueRows(page).count()).toBeLessThan(60);
  });
});
