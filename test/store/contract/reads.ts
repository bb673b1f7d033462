import { beforeEach, describe, expect, it } from 'vitest';
import type { Run } from '../../../src/core/conversation.js';
import type { HandoffChange } from '../../../src/core/effect.js';
import type { Listing, Page, StoredFlow } from '../../../src/store/reads.js';
import type { Decide, Store } from '../../../src/store/store.js';
import { applyOne, decision, doing, noon, parrot, say, writes, type OpenStore } from './world.js';

/** Lists, links, flows and figures. */
export function describeReads(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  /** Everything of a listing, two at a time. */
  async function readPages<T>(list: (page: Page) => Promise<Listing<T>>): Promise<readonly T[]> {
    const items: T[] = [];
    let after: string | null = null;
    do {
      const page: Listing<T> = await list({ after, limit: 2 });
      expect(page.items.length).toBeLessThanOrEqual(2);
      items.push(...page.items);
      after = page.next;
    } while (after !== null);
    return items;
  }

  describe('the list of contacts', () => {
    const contacts = ['a', 'b', 'c', 'd', 'e'];
    const names = async (filter: { account?: string }) =>
      (await readPages((page) => store.listContacts(filter, page))).map(({ platformIds }) =>
        platformIds.join(),
      );

    it('is read page by page, those seen first latest at the top', async () => {
      await store.apply(
        contacts.map((contact) => writes('hi', { contact })),
        parrot,
      );

      expect(await names({})).toEqual(['e', 'd', 'c', 'b', 'a']);
      expect(await store.listContacts({}, { after: null, limit: 5 })).toMatchObject({ next: null });
    });

    it('can be that of one account', async () => {
      await store.apply([writes('hi'), writes('hi', { account: 'studio_page', contact: 'z' })], parrot);

      expect(await names({ account: 'studio_page' })).toEqual(['z']);
      expect(await names({ account: 'none' })).toEqual([]);
    });

    it('is at its end behind a cursor that is none', async () => {
      await applyOne(store, writes('hi'));

      expect(await store.listContacts({}, { after: 'nonsense', limit: 5 })).toEqual({
        items: [],
        next: null,
      });
    });
  });

  describe('a contact', () => {
    it('is found by our id and by the platform’s', async () => {
      const { conversationId } = await applyOne(store, writes('hi', { contact: 'id/with/slashes' }));
      const contact = await store.readContact('studio_ig/id/with/slashes');

      expect(contact).toMatchObject({
        conversationId,
        platformIds: ['id/with/slashes'],
        createdAt: noon,
        updatedAt: noon,
      });
      expect(await store.readContact(contact!.id)).toEqual(contact);
      expect(await store.readContact('studio_ig/nobody')).toBeNull();
      expect(await store.readContact('nobody')).toBeNull();
    });

    it('was changed last when something last changed', async () => {
      await applyOne(store, writes('hi', { at: noon }));
      await applyOne(store, writes('hi', { at: noon + 5 }));

      expect(await store.readContact('studio_ig/ada')).toMatchObject({
        createdAt: noon,
        updatedAt: noon + 5,
      });
    });
  });

  describe('handoffs', () => {
    const opening = {
      reason: 'flow',
      note: 'Runs a shop',
      openedAt: noon,
      firstReplyDueAt: noon + 5,
      resolveDueAt: null,
    } as const;
    const openHandoff = async (id: string, team: string | null, contact = 'ada') =>
      (
        await applyOne(
          store,
          writes('help', { contact }),
          doing({ kind: 'openHandoff', handoff: { id, team, ...opening } }),
        )
      ).conversationId;
    const change = (handoffId: string, change: HandoffChange, contact = 'ada') =>
      applyOne(store, writes('x', { contact }), doing({ kind: 'updateHandoff', handoffId, change }));
    const taken: HandoffChange = { state: 'taken', takenBy: 'kim' };

    it('are a queue, by state and team', async () => {
      await openHandoff('h1', 'sales');
      await openHandoff('h2', null, 'b');
      await openHandoff('h3', 'sales', 'c');
      await openHandoff('h4', 'care', 'd');
      await change('h3', taken, 'c');
      const ids = async (filter: Parameters<Store['listHandoffs']>[0]) =>
        (await readPages((page) => store.listHandoffs(filter, page))).map(({ id }) => id);

      expect(await ids({})).toEqual(['h1', 'h2', 'h3', 'h4']);
      expect(await ids({ state: 'open' })).toEqual(['h1', 'h2', 'h4']);
      expect(await ids({ team: 'sales' })).toEqual(['h1', 'h3']);
      expect(await ids({ team: 'sales', state: 'taken' })).toEqual(['h3']);
      expect(await store.figures(noon)).toMatchObject({ openHandoffs: 3 });
    });

    it('say how far they are', async () => {
      const conversationId = await openHandoff('h1', 'sales');
      const opened = await store.readHandoff('h1');
      await change('h1', taken);
      await change('h1', { firstReplyAt: noon + 2, priority: 'urgent', dueAt: null });
      await change('h1', { state: 'resolved', closedAt: noon + 4, closedBy: 'lee', outcome: 'sold' });

      expect(opened).toEqual({
        ...opening,
        id: 'h1',
        priority: 'normal',
        reference: null,
        conversationId,
        workspace: 'nord',
        account: 'studio_ig',
        channel: 'instagram',
        contactName: null,
        team: 'sales',
        state: 'open',
        takenBy: null,
        firstReplyAt: null,
        closedAt: null,
        dueAt: noon + 5,
        resolveLeft: null,
        waitsFor: 'team',
        waitingSince: noon,
        assigneeId: null,
        assignee: null,
        assignedAt: null,
        snoozedUntil: null,
        closedBy: null,
        outcome: null,
        rating: null,
      });
      expect(await store.readHandoff('h1')).toMatchObject({
        state: 'resolved',
        takenBy: 'kim',
        firstReplyAt: noon + 2,
        priority: 'urgent',
        dueAt: null,
        closedAt: noon + 4,
        closedBy: 'lee',
        outcome: 'sold',
      });
    });

    it('stay closed, and are not another conversation’s to change', async () => {
      await openHandoff('h1', 'sales');
      await change('h1', taken, 'grace');
      const untouched = await store.readHandoff('h1');
      await change('h1', { state: 'handed_back', closedAt: noon });
      await change('h1', taken);

      expect(untouched).toMatchObject({ state: 'open' });
      expect(await store.readHandoff('h1')).toMatchObject({ state: 'handed_back', closedAt: noon });
      expect(await store.readHandoff('none')).toBeNull();
    });
  });

  describe('outcomes', () => {
    it('are listed, the latest first, all of them or by name', async () => {
      const reach: Decide = (conversation, event) => {
        const name = event.kind === 'messageReceived' ? event.text : '';
        const source = { kind: 'flow', flow: 'guide', version: 'v1', step: 'end' } as const;
        const outcome = {
          id: `${event.id}.o`,
          name,
          at: noon,
          source,
          runId: 'run',
          value: 12.5,
          currency: 'EUR',
        };
        return decision(conversation, [{ kind: 'recordOutcome', outcome }]);
      };
      const texts = ['delivered', 'booked', 'delivered', 'booked', 'delivered'];
      const [first] = await store.apply(
        texts.map((text) => writes(text)),
        reach,
      );

      const all = await readPages((page) => store.listOutcomes({}, page));
      expect(all.map(({ name }) => name)).toEqual(texts.toReversed());
      expect(all[4]).toMatchObject({ conversationId: first!.conversationId, value: 12.5, currency: 'EUR' });
      expect(await readPages((page) => store.listOutcomes({ name: 'booked' }, page))).toHaveLength(2);
    });
  });

  describe('a tracked link', () => {
    it('is found by its code wherever in the message it stands, with what its booking counts as', async () => {
      const link = (code: string) => ({ label: 'Book', code, target: 'https://example.com/' });
      const body = {
        text: 'Here',
        link: { ...link('plain'), outcome: 'booked' },
        buttons: [{ kind: 'link' as const, link: link('button') }],
        cards: [
          { title: 'A', text: '', image: null, button: { kind: 'link' as const, link: link('card') } },
          { title: 'B', text: '', image: null, button: null },
        ],
      };
      const applied = await applyOne(store, writes('hi'), (conversation, event) =>
        decision(conversation, [say(event, 'Here', { body })]),
      );
      const { conversationId } = applied;

      expect(await store.findLink('plain')).toEqual({ conversationId, outcome: 'booked' });
      expect(await store.findLink('button')).toEqual({ conversationId, outcome: null });
      expect(await store.findLink('card')).toEqual({ conversationId, outcome: null });
      expect(await store.findLink('none')).toBeNull();
    });

    it('leads to its own target, and its clicks are kept', async () => {
      const link = { label: 'Get it', code: 'abc', target: 'https://example.com/?utm_medium=dm' };
      await applyOne(store, writes('hi'), (conversation, event) =>
        decision(conversation, [say(event, 'Here', { body: { text: 'Here', link } })]),
      );

      expect(await store.followLink('abc', noon + 1)).toBe(link.target);
      expect(await store.followLink('abc', noon + 2)).toBe(link.target);
      expect(await store.followLink('abd', noon + 3)).toBeNull();
      const { id } = (await store.readContact('studio_ig/ada'))!;
      const { clicks } = (await store.exportContact(id))!;
      expect(clicks.map(({ at }) => at)).toEqual([noon + 1, noon + 2]);
    });
  });

  describe('stored flows', () => {
    const flow = (
      name: string,
      version: string,
      leadsTo: Record<string, string> = {},
      workspace = 'nord',
    ): StoredFlow => {
      return { workspace, name, version, definition: `{"of":"${name}@${version}"}`, leadsTo };
    };
    const running = (...frames: readonly string[]): Decide => {
      const context = { answers: {}, visits: {}, misses: 0 };
      const run = (): Run => ({
        id: 'run',
        startedAt: noon,
        outcomes: [],
        frames: frames.map((name) => ({ flow: name, version: `${name}1`, step: 's', context })),
      });
      return (conversation) => decision({ ...conversation, run: frames.length === 0 ? null : run() });
    };
    const needed = async () =>
      (await store.storedFlows()).map(({ name, version }) => `${name}@${version}`).toSorted();

    it('are those that open runs are pinned to, with all that they lead to', async () => {
      await store.saveFlows([
        flow('a', 'a1', { b: 'b1' }),
        flow('b', 'b1', { c: 'c1', a: 'a1' }),
        flow('c', 'c1'),
        flow('d', 'd1'),
        flow('a', 'a2'),
        flow('a', 'a1', {}, 'sud'),
      ]);
      await store.apply([writes('x'), writes('x', { contact: 'grace' })], running('a'));
      await applyOne(store, writes('x', { contact: 'alan' }), running('c', 'd'));

      expect(await needed()).toEqual(['a@a1', 'b@b1', 'c@c1', 'd@d1']);
      expect((await store.storedFlows()).find(({ name }) => name === 'b')).toEqual(
        flow('b', 'b1', { c: 'c1', a: 'a1' }),
      );
    });

    it('are needed no longer when the last run on them has ended', async () => {
      await store.saveFlows([flow('a', 'a1')]);
      await applyOne(store, writes('x'), running('a'));
      await applyOne(store, writes('x'), running());

      expect(await needed()).toEqual([]);
    });

    it('are counted by where the open runs stand', async () => {
      await store.apply([writes('x'), writes('x', { contact: 'grace' })], running('a'));
      await applyOne(store, writes('x', { contact: 'alan' }), running('a', 'b'));
      await applyOne(store, writes('x', { contact: 'edsger' }), running());

      expect((await store.runPlaces()).toSorted((a, b) => a.runs - b.runs)).toEqual([
        { workspace: 'nord', flow: 'b', version: 'b1', step: 's', runs: 1 },
        { workspace: 'nord', flow: 'a', version: 'a1', step: 's', runs: 2 },
      ]);
    });

    it('are saved once, and stay as they were', async () => {
      await store.saveFlows([flow('a', 'a1')]);
      await store.saveFlows([{ ...flow('a', 'a1'), definition: 'another' }]);
      await applyOne(store, writes('x'), running('a'));

      expect(await store.storedFlows()).toEqual([flow('a', 'a1')]);
    });
  });

  describe('a probe', () => {
    it('finds a working store ready', async () => {
      expect(await store.probe()).toBe(true);
    });
  });

  describe('maintenance', () => {
    it('leaves everything as it was', async () => {
      const { conversationId } = await applyOne(store, writes('hi'));
      const before = await store.readStory(conversationId);
      await store.maintain();

      expect(await store.readStory(conversationId)).toEqual(before);
      expect(await applyOne(store, writes('again'))).toMatchObject({ conversationId, result: 'handled' });
    });
  });
}
