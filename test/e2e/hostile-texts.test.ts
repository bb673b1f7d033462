import { describe, expect, it } from 'vitest';
import * as chat from './hostile/chat-walk.js';
import { sharedHostileInbox, teamNames } from './hostile/hostile-inbox.js';
import * as queue from './hostile/queue-walk.js';
import * as search from './hostile/search-walk.js';
import * as settings from './hostile/settings-walk.js';
import { hostileTexts, oneOfEachKind, shortTexts } from './hostile/text-vectors.js';

const inbox = sharedHostileInbox();
const [ownName = '', colleague = ''] = teamNames;

describe(
  `${hostileTexts.length} texts that would run as markup, address, template or style`,
  { timeout: 120_000 },
  () => {
    it('stay texts in the queue, beside it and in its filters', async () => {
      const page = await inbox().open('/inbox');
      await queue.readRows(page);
      await queue.readViews(page);
      await queue.readFilters(page);
    });

    it.each([
      ['said', ['.line-text']],
      ['filed', ['.line-attachment', '.line-text']],
      ['noted', ['.note .line-text']],
      ['answered', ['.turn-voice', '.line-text']],
      ['reported', ['.fact', '.panel-entry']],
    ] as const)('stay texts in a story and beside it, %s', async (way, places) => {
      const page = await inbox().open(chat.chatAddress(inbox().seeded[way]));
      for (const place of places) await chat.readStory(page, place);
    });

    it('stay texts as tags and facts, and in what opens over a chat', async () => {
      const page = await inbox().open(chat.chatAddress(inbox().seeded.noted));
      await page.shows('.tag', shortTexts);
      await page.shows('.fact', shortTexts);
      await chat.writeWithHelp(page);
      await chat.assign(page);
      await chat.handBack(page);
      await chat.merge(page);
    });

    it('stay texts where somebody is called so, comes by such a comment, and answers so', async () => {
      const { commented } = inbox().seeded;
      const page = await inbox().open('/inbox');
      for (const [at, place] of oneOfEachKind.entries()) {
        await page.goOn(chat.chatAddress(commented[at] ?? ''));
        await chat.meet(page, hostileTexts[place] ?? '');
        await page.shows('.origin-text', [hostileTexts[place] ?? '']);
      }
    });

    it('stay texts where colleagues meet, and where it is asked why the bot spoke', async () => {
      const address = chat.chatAddress(inbox().seeded.commented[0] ?? '');
      const [page, other] = await Promise.all([inbox().open(address), inbox().open(address, { as: 1 })]);
      await Promise.all([chat.meetColleague(page, colleague), chat.meetColleague(other, ownName)]);
      await chat.askWhy(page);
    });

    it('stay texts where they are found, and looked for', async () => {
      const page = await inbox().open(search.searchAddress('script'));
      await search.readHits(page);
      await search.lookFor(page);
    });

    it('stay texts in the settings, and on the page of who is invited', async () => {
      const page = await inbox().open('/settings');
      await settings.readProfile(page);
      await page.go('/settings/people');
      await settings.readPeople(page);
      await page.go('/settings/replies');
      await settings.readReplies(page);
      const link = await inbox().invite(hostileTexts[1] ?? '');
      const guest = await inbox().open(new URL(link).pathname, { as: null });
      await guest.shows('main', [ownName, hostileTexts[1] ?? '']);
    });

    it('would be noticed as markup: where nothing stops them they run, and else they are seen', async () => {
      const address = chat.chatAddress(inbox().seeded.said);
      const [free, bound] = await Promise.all([
        inbox().openFreely(address, { isUnbound: true }),
        inbox().openFreely(address),
      ]);
      for (const page of [free, bound]) {
        await chat.readStory(page, '.line-text');
        expect(await page.findings()).toEqual([]);
        await chat.drawAsMarkup(page);
      }
      await expect.poll(() => free.ran.size, { timeout: 20_000 }).toBeGreaterThan(40);
      const noticed = await bound.findings();
      expect(noticed.filter((line) => line.startsWith('on ')).length).toBeGreaterThan(100);
      expect(noticed.filter((line) => line.startsWith('policy: script-src'))).not.toEqual([]);
      expect(bound.ran.size).toBe(0);
    });
  },
);
