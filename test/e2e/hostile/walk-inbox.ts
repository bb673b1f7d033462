import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { button, dialog, log, queue } from './inbox-parts.js';
import { colleagueNames, hostileLink, pathOf, type Seeded, teamTitles } from './seed-texts.js';
import { hostileTexts } from './text-vectors.js';
import type { WatchedBrowser } from './watched-browser.js';

/** A page of the inbox on its way through everything that shows a text of somebody's; each stop is inspected. */
export class InboxWalk {
  readonly #watched: WatchedBrowser;
  readonly #page: Page;
  readonly #origin: string;

  private constructor(watched: WatchedBrowser, page: Page, origin: string) {
    this.#watched = watched;
    this.#page = page;
    this.#origin = origin;
  }

  static async begin(watched: WatchedBrowser, origin: string): Promise<InboxWalk> {
    return new InboxWalk(watched, await watched.page(), origin);
  }

  /** Every row, by its name and by the note of its handoff. */
  async readQueue(): Promise<void> {
    await this.#open('/inbox', queue(this.#page).getByRole('row').first());
    const seen = new Set<string>();
    await expect
      .poll(async () => {
        const texts = await this.#textsOf('.queue-row-name, .queue-row-message, .queue-row-reason');
        for (const text of texts) seen.add(text);
        await this.#page.evaluate(`document.querySelector('[role=grid]').scrollBy(0, 800)`);
        return missingIn(seen, nameOf);
      }, patient)
      .toEqual([]);
    const teams = await this.#textsOf('.queue-view-name');
    expect(teamTitles.filter((title) => !teams.some((text) => text.includes(title)))).toEqual([]);
    await this.#inspect();
  }

  /** A story in which every text stands, all of it. */
  async readStory(id: string): Promise<void> {
    await this.#openChat(id);
    await expect
      .poll(async () => {
        // Down and up again: earlier pages come as somebody scrolls.
        for (const top of [900, 0])
          await this.#page.evaluate(`document.querySelector('[role=log]').scrollTop = ${top}`);
        return missingIn(await this.#textsOf('.line-bubble, .note'), (text) => text.trim());
      }, patient)
      .toEqual([]);
    await this.#inspect();
  }

  /** What is said beside and above a story, and in what opens there. */
  async openEverything({ comments, notes, texts, named }: Seeded): Promise<void> {
    await this.#openChat(comments);
    await this.#page.locator('.origin-text').waitFor();
    await this.#page.getByRole('button', { name: /^Why/ }).first().click();
    await dialog(this.#page, 'Why this was said').waitFor();
    await this.#inspect();
    await this.#openChat(named[10] ?? '');
    expect(await this.#page.getByRole('link', { name: hostileLink.label }).getAttribute('href')).toBe(
      new URL(hostileLink.to).href,
    );
    await this.#openChat(notes);
    await this.#write('r', '/', 'option');
    await this.#write('n', '@', 'option');
    await this.#openChat(texts);
    for (const [key, title] of deedDialogs) await this.#see(key, title);
    await this.#page.keyboard.press('Control+k');
    await this.#page.getByRole('menuitem').first().waitFor();
    await this.#inspect();
  }

  /** Chats of those who are called by a text of each kind: in the head, the title and every label. */
  async meetSome({ named }: Seeded): Promise<void> {
    for (let at = 12; at < named.length; at += 50) {
      await this.#openChat(named[at] ?? '');
      const heading = this.#page.getByRole('heading', { level: 1 });
      expect(await heading.textContent()).toBe(nameOf(hostileTexts[at] ?? ''));
      await this.#inspect();
    }
  }

  async search(words: readonly string[]): Promise<void> {
    for (const word of words) {
      const hit = this.#page.getByRole('region', { name: /Messages/ }).getByRole('listitem');
      await this.#open(`/search?q=${encodeURIComponent(word)}`, hit.first());
      await this.#inspect();
    }
  }

  async settings(): Promise<void> {
    const [page, address] = [this.#page, '/settings'] as const;
    await this.#open(address, page.getByRole('heading', { name: 'Profile' }));
    await this.#inspect();
    await this.#open(`${address}/people`, page.getByText(colleagueNames.at(-1) ?? '', { exact: true }));
    await this.#inspect();
    await this.#open(`${address}/replies`, page.locator('.settings-list').first());
    const replies = (await this.#textsOf('.settings-list')).join('\n');
    expect(hostileTexts.filter((text) => !replies.includes(text.trim()))).toEqual([]);
    await this.#inspect();
    await this.#open(`${address}/accounts`, page.getByText('studio_wa').first());
    await this.#inspect();
  }

  async #see(key: string, title: string): Promise<void> {
    await this.#page.keyboard.press(key);
    await dialog(this.#page, title).waitFor();
    await this.#inspect();
    await this.#page.keyboard.press('Escape');
    await dialog(this.#page, title).waitFor({ state: 'detached' });
  }

  async #write(key: string, begin: string, what: 'option'): Promise<void> {
    await this.#page.keyboard.press(key);
    await this.#page.locator('textarea:focus').pressSequentially(begin);
    await this.#page.getByRole(what).first().waitFor();
    await this.#inspect();
    for (const undo of ['Escape', 'Backspace', 'Escape']) await this.#page.keyboard.press(undo);
    await button(this.#page, 'Send').or(button(this.#page, 'Save note')).first().waitFor();
  }

  async #openChat(id: string): Promise<void> {
    const path = `/inbox/${pathOf(id).replace('/conversations/', '')}`;
    await this.#open(path, log(this.#page).locator('.line, .note').first());
  }

  async #open(path: string, whatIsThere: { waitFor(): Promise<void> }): Promise<void> {
    await this.#page.goto(`${this.#origin}${path}`);
    await whatIsThere.waitFor();
  }

  #inspect(): Promise<void> {
    return this.#watched.inspect(this.#page);
  }

  #textsOf(selector: string): Promise<readonly string[]> {
    return this.#page.evaluate<readonly string[]>(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].map(({ textContent }) => textContent)`,
    );
  }
}

const patient = { timeout: 30_000, interval: 50 };

const deedDialogs = [
  ['a', 'Assign this chat'],
  ['e', 'Resolve this chat'],
] as const;

/** As long as the platform's profiles may be read. */
function nameOf(text: string): string {
  return text.trim().slice(0, 100);
}

/** Texts that are nowhere in what is shown, letter by letter. */
function missingIn(shown: Iterable<string>, written: (text: string) => string): readonly string[] {
  const all = [...shown].join('\n');
  return hostileTexts.filter((text) => !all.includes(written(text)));
}
