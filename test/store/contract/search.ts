import { beforeEach, describe, expect, it } from 'vitest';
import { wantedOf } from '../../../src/core/search-words.js';
import type { Page } from '../../../src/store/reads.js';
import type { Decide, Store } from '../../../src/store/store.js';
import { confiding } from './confidence.js';
import { under } from './names.js';
import {
  applyOne,
  at,
  decision,
  doing,
  minute,
  noon,
  nothing,
  parrot,
  say,
  tells,
  writes,
  type OpenStore,
} from './world.js';

const hears: Decide = (conversation, event) => {
  const { effects, ...rest } = parrot(conversation, event);
  return { ...rest, effects: effects.slice(0, 1) };
};

const named =
  (name: string, ...tags: readonly string[]): Decide =>
  (conversation, event) =>
    hears(
      {
        ...conversation,
        contact: { ...conversation.contact, profile: { firstName: name.split(' ')[0] ?? null, name }, tags },
      },
      event,
    );

/** Contacts and what was said, found by words. */
export function describeSearch(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  const scope = (question: string, workspaces: readonly string[] | null = null) => ({
    wanted: wantedOf(question)!,
    workspaces,
  });
  const page: Page = { after: null, limit: 20 };
  const texts = async (question: string, workspaces: readonly string[] | null = null) =>
    (await store.searchMessages(scope(question, workspaces), page)).items.map(({ text }) => text);
  const names = async (question: string, workspaces: readonly string[] | null = null) =>
    (await store.searchContacts(scope(question, workspaces), 20)).map(({ name }) => name);
  const hear = (text: string, contact = 'ada', more: object = {}) =>
    applyOne(store, writes(text, { contact, ...more }), hears);

  describe('a search among messages', () => {
    it('finds those with all of the words, the newest first, whatever their case and accents', async () => {
      await hear('Die Größe fehlt');
      await hear('Which GROSSE Straße?');
      await hear('Übergrösse');

      expect(await texts('grosse')).toEqual(['Which GROSSE Straße?', 'Die Größe fehlt']);
      expect(await texts('größe FEHLT')).toEqual(['Die Größe fehlt']);
      expect(await texts('strasse which')).toEqual(['Which GROSSE Straße?']);
      expect(await texts('grosse nowhere')).toEqual([]);
    });

    it('takes the last word for a beginning, and the others as they are', async () => {
      await hear('a refund, please');

      expect(await texts('ref')).toHaveLength(1);
      expect(await texts('ref please')).toEqual([]);
      expect(await texts('refund pl')).toHaveLength(1);
    });

    it.each([
      ['שלום', 'אמר שָׁלוֹם לך'],
      ['محمد', 'مُحَمَّد هنا'],
      ['大学', '北京大学'],
      ['full', 'ｆｕｌｌ width'],
      ['한국', '한국어'],
    ])('finds %s', async (question, text) => {
      await hear(text);

      expect(await texts(question)).toEqual([text]);
    });

    it.each([
      '"',
      `o'clock "a" OR b`,
      'a* AND (b',
      'text:x NOT',
      '-a',
      "'); --",
      ':* & !a | b',
      'a <-> b',
      '\\',
    ])('takes %s for words', async (question) => {
      await hear(`they said ${question} there`);
      const wanted = wantedOf(question);

      if (wanted === null) expect(question).toMatch(/^[^a-z]+$/);
      else expect(await texts(question)).toHaveLength(1);
    });

    it('is read page by page, each message once', async () => {
      for (let number = 0; number < 7; number += 1) await hear(`word ${number}`);
      const found: string[] = [];
      let after: string | null = null;
      do {
        const read: Awaited<ReturnType<Store['searchMessages']>> = await store.searchMessages(scope('word'), {
          after,
          limit: 3,
        });
        found.push(...read.items.map(({ text }) => text));
        after = read.next;
      } while (after !== null);

      expect(found).toEqual([6, 5, 4, 3, 2, 1, 0].map((number) => `word ${number}`));
    });

    it('looks only where somebody may look', async () => {
      await hear('word here');
      await hear('word there', 'ida', { workspace: 'sud', account: 'sud_ig' });

      expect(await texts('word', ['sud'])).toEqual(['word there']);
      expect(await texts('word', [])).toEqual([]);
    });

    it('finds notes, and says that they are', async () => {
      const note = {
        id: 'n',
        author: 'Kim',
        authorId: 'u',
        text: 'Call them back',
        mentions: [],
        at: noon + minute,
      };
      await applyOne(store, writes('call me'), doing({ kind: 'addNote', note }));
      await hear('please call');

      expect((await store.searchMessages(scope('call'), page)).items).toMatchObject([
        { direction: 'note', text: 'Call them back' },
        { direction: 'in', text: 'please call' },
      ]);
    });

    it('finds nothing that was said in confidence', async () => {
      await applyOne(store, writes('diabetes'), confiding);

      expect(await texts('diabetes')).toEqual([]);
      expect(await texts('sensitive')).toEqual([]);
    });

    it('finds no message that was taken back', async () => {
      await hear('my secret', 'ada', { key: 'k' });
      const before = await texts('secret');
      const forget: Decide = (conversation) =>
        decision(conversation, [{ kind: 'forgetMessage', platformMessageId: 'mid.k' }]);
      await applyOne(
        store,
        tells({ kind: 'messageUnsent', platformMessageId: 'mid.k', ...at(noon) }),
        forget,
      );

      expect(before).toEqual(['my secret']);
      expect(await texts('secret')).toEqual([]);
    });

    it('finds nothing of who was erased, and what comes in after that', async () => {
      await applyOne(store, writes('my words'), named('Ada Lovelace', 'vip'));
      const before = [await texts('words'), await names('lovelace')];
      await store.erase((await store.readContact('studio_ig/ada'))!.id, noon);
      await applyOne(store, writes('my words again', { contact: 'ida' }), named('Ida Rhodes'));

      expect(before).toEqual([['my words'], ['Ada Lovelace']]);
      expect(await texts('words')).toEqual(['my words again']);
      expect(await names('lovelace')).toEqual([]);
      expect(await names('ida')).toEqual(['Ida Rhodes']);
    });
  });

  describe('a search among contacts', () => {
    it('finds them by name, by what the platform calls them, and by tag', async () => {
      await applyOne(store, writes('hi', { contact: '4915112345' }), named('Zoë Müller', 'vip customer'));

      for (const question of ['zoe', 'mull', 'Müller Zo', '49151', 'vip', 'customer zoe'])
        expect(await names(question)).toEqual(['Zoë Müller']);
      expect(await names('zoe nobody')).toEqual([]);
      expect(await names('zoe', ['sud'])).toEqual([]);
    });

    it('knows all whose names changed at the same moment, whether a word came, stayed or went', async () => {
      const rename = (byContact: Readonly<Record<string, string>>) =>
        store.apply(
          Object.entries(byContact).map(([contact, name]) => writes(name, { contact })),
          (conversation, event) => named((event as { text: string }).text)(conversation, event),
        );
      await rename({ a: 'Ada Byron', b: 'Grace Hopper', c: 'Ada Rhodes' });
      const before = await names('ada');
      await rename({ a: 'Ada Lovelace', b: 'Ada Hopper', c: 'Ida Rhodes' });

      expect(before).toEqual(['Ada Rhodes', 'Ada Byron']);
      expect(await names('ada')).toEqual(['Ada Hopper', 'Ada Lovelace']);
      expect(await names('ida')).toEqual(['Ida Rhodes']);
    });

    it('knows them by their new name, and no longer by the old one', async () => {
      await applyOne(store, writes('hi'), named('Ada Byron'));
      const before = await names('byron');
      await applyOne(store, writes('married'), named('Ada Lovelace'));

      expect(before).toEqual(['Ada Byron']);
      expect(await names('byron')).toEqual([]);
      expect(await names('lovelace')).toEqual(['Ada Lovelace']);
    });

    it('finds whoever was merged, and what they said, as the one that they are', async () => {
      const { conversationId } = await applyOne(
        store,
        writes('hello from ada', { contact: 'ada' }),
        named('Ada'),
      );
      await applyOne(store, writes('hello from ida', { contact: 'ida' }), named('Ida'));
      await store.searchContacts(scope('ida'), 5);
      await applyOne(store, under(writes('together', { at: noon + minute }), 'ada', 'ida'), nothing);
      const [byId] = await store.searchContacts(scope('ida'), 5);
      const { items } = await store.searchMessages(scope('hello'), page);

      expect(byId).toMatchObject({ conversationId, platformIds: ['ada', 'ida'] });
      expect(items.map((item) => item.conversationId)).toEqual([conversationId, conversationId]);
      expect(await store.searchContacts(scope('ada'), 5)).toHaveLength(1);
    });
  });

  it('finds what the bot has said', async () => {
    await applyOne(store, writes('hi'), (conversation, event) =>
      decision(conversation, [say(event, 'Welcome aboard')]),
    );

    expect((await store.searchMessages(scope('aboard'), page)).items).toMatchObject([{ direction: 'out' }]);
  });
}
