import { beforeEach, describe, expect, it } from 'vitest';
import type { HandoffChange, HandoffOpening } from '../../../src/core/effect.js';
import type { QueueFilter, QueueScope, QueueSort } from '../../../src/store/queue.js';
import type { Decide, Store } from '../../../src/store/store.js';
import {
  applyOne,
  at,
  day,
  decision,
  happens,
  minute,
  noon,
  parrot,
  say,
  writes,
  type OpenStore,
} from './world.js';

const kim: QueueScope = { workspaces: null, userId: 'kim', teams: ['nord/sales'] };

interface Given extends Partial<HandoffOpening> {
  readonly tags?: readonly string[];
  readonly workspace?: string;
  readonly then?: HandoffChange;
}

/** What agents ask about handoffs, and how it is found. */
export function describeInboxQueue(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  /** A contact, called as the handoff, whose chat waits for a person. */
  const handOver = async (id: string, { tags = [], workspace = 'nord', then, ...given }: Given = {}) => {
    const opening = { team: 'sales', reason: 'flow', note: '', openedAt: noon } as const;
    const due = { firstReplyDueAt: null, resolveDueAt: null };
    const decide: Decide = (conversation, event) => {
      const contact = { ...conversation.contact, tags, profile: { firstName: id, name: id } };
      const recorded = parrot(conversation, event).effects.filter(({ kind }) => kind === 'recordMessage');
      return decision({ ...conversation, contact }, [
        ...recorded,
        { kind: 'openHandoff', handoff: { id, ...opening, ...due, ...given } },
        ...(then === undefined ? [] : [{ kind: 'updateHandoff', handoffId: id, change: then } as const]),
      ]);
    };
    const { conversationId } = await applyOne(
      store,
      writes(`${id} asks`, { contact: id, workspace }),
      decide,
    );
    return conversationId;
  };
  const change = (conversationId: string, handoffId: string, then: HandoffChange) =>
    applyOne(
      store,
      happens(conversationId, { kind: 'personTookOver', person: 'kim', ...at(noon) }),
      (conversation) => decision(conversation, [{ kind: 'updateHandoff', handoffId, change: then }]),
    );
  const list = async (filter: QueueFilter, sort: QueueSort = 'urgency', scope = kim) => {
    const page = { after: null, limit: 50 };
    const { items } = await store.listQueue(scope, filter, { sort, page }, noon);
    return items.map(({ id }) => id);
  };
  const assignedTo = (id: string, since = noon): HandoffChange => ({
    ...{ state: 'taken', takenBy: id, assigneeId: id, assignee: id, assignedAt: since },
  });

  describe('the queue', () => {
    it('has in each view what belongs there', async () => {
      await handOver('new');
      await handOver('mine', { then: assignedTo('kim') });
      await handOver('other', { team: 'support', then: assignedTo('tom') });
      await handOver('elsewhere', { team: null, then: { state: 'taken', takenBy: 'desk' } });
      await handOver('late', { firstReplyDueAt: noon - minute });
      await handOver('asleep', {
        then: { ...assignedTo('kim'), state: 'snoozed', snoozedUntil: noon + minute },
      });
      await handOver('awake', { then: { state: 'snoozed', snoozedUntil: noon } });
      await handOver('done', { then: { state: 'resolved', closedAt: noon - minute, closedBy: 'kim' } });
      await handOver('spam', { then: { state: 'spam', closedAt: noon } });
      const open = ['late', 'new', 'mine', 'other', 'elsewhere', 'awake'];

      expect(await list({ view: 'all' })).toEqual(open);
      expect(await list({ view: 'mine' })).toEqual(['mine']);
      expect(await list({ view: 'unassigned' })).toEqual(['late', 'new', 'awake']);
      expect(await list({ view: 'team' })).toEqual(['late', 'new', 'mine', 'awake']);
      expect(await list({ view: 'late' })).toEqual(['late']);
      expect(await list({ view: 'snoozed' })).toEqual(['asleep']);
      expect(await list({ view: 'resolved' })).toEqual(['spam', 'done']);
      expect(await store.countQueue(kim, noon)).toEqual({
        views: { mine: 1, unassigned: 3, team: 4, late: 1, all: 6, snoozed: 1, resolved: 2 },
        teams: [
          { workspace: 'nord', team: 'sales', open: 4, unassigned: 3, late: 1 },
          { workspace: 'nord', team: 'support', open: 1, unassigned: 0, late: 0 },
          { workspace: 'nord', team: null, open: 1, unassigned: 0, late: 0 },
        ].sort((a, b) => ((a.team ?? '') < (b.team ?? '') ? -1 : 1)),
      });
    });

    it('is sorted by priority, then by what is due next, then by who has waited longest, or by age', async () => {
      await handOver('calm');
      await handOver('patient', { firstReplyDueAt: noon + day });
      await handOver('hurried', { firstReplyDueAt: noon + minute });
      await handOver('low', { priority: 'low', firstReplyDueAt: noon - day });
      await handOver('urgent', { priority: 'urgent' });
      const id = await handOver('raised');
      await change(id, 'raised', { priority: 'high' });

      expect(await list({ view: 'all' })).toEqual(['urgent', 'raised', 'hurried', 'patient', 'calm', 'low']);
      expect(await list({ view: 'all' }, 'oldest')).toEqual([
        'calm',
        'patient',
        'hurried',
        'low',
        'urgent',
        'raised',
      ]);
      expect((await list({ view: 'all' }, 'newest'))[0]).toBe('raised');
    });

    it('is narrowed by workspace, team, assignee, channel, account, priority and tag', async () => {
      await handOver('plain');
      await handOver('vip', { tags: ['vip', 'berlin'], priority: 'high' });
      await handOver('theirs', { team: 'support', then: assignedTo('tom') });
      await handOver('south', { workspace: 'sued', tags: ['vip'] });
      const all = ['vip', 'plain', 'theirs', 'south'];

      expect(await list({ view: 'all', tag: 'vip' })).toEqual(['vip', 'south']);
      expect(await list({ view: 'all', tag: 'vip', workspace: 'sued' })).toEqual(['south']);
      expect(await list({ view: 'all', team: 'support' })).toEqual(['theirs']);
      expect(await list({ view: 'all', assignee: 'tom' })).toEqual(['theirs']);
      expect(await list({ view: 'all', priority: 'high' })).toEqual(['vip']);
      expect(await list({ view: 'all', channel: 'instagram', account: 'studio_ig' })).toEqual(all);
      expect(await list({ view: 'all', channel: 'messenger' })).toEqual([]);
      expect(await list({ view: 'all' }, 'urgency', { ...kim, workspaces: ['sued'] })).toEqual(['south']);
      expect(await list({ view: 'all' }, 'urgency', { ...kim, workspaces: [] })).toEqual([]);
      const counts = await store.countQueue({ ...kim, workspaces: ['sued'] }, noon);
      expect([counts.views.all, counts.teams.length]).toEqual([1, 1]);
    });

    it('finds a contact by the tags that they have now', async () => {
      const id = await handOver('ada', { tags: ['vip'] });
      await applyOne(
        store,
        happens(id, { kind: 'personTookOver', person: 'kim', ...at(noon) }),
        (conversation) =>
          decision({ ...conversation, contact: { ...conversation.contact, tags: ['berlin', 'berlin'] } }),
      );

      expect(await list({ view: 'all', tag: 'vip' })).toEqual([]);
      expect(await list({ view: 'all', tag: 'berlin' })).toEqual(['ada']);
    });

    it.each(['urgency', 'oldest', 'newest'] as const)(
      'is read page by page by %s, each item once, whatever comes and goes meanwhile',
      async (sort) => {
        const names = ['a', 'b', 'c', 'd', 'e', 'f'];
        const ids = new Map<string, string>();
        for (const name of names) ids.set(name, await handOver(name));
        const whole = await list({ view: 'all' }, sort);
        const read = async (after: string | null) =>
          store.listQueue(kim, { view: 'all' }, { sort, page: { after, limit: 2 } }, noon);
        const first = await read(null);
        const [gone] = whole;
        await change(ids.get(gone!)!, gone!, { state: 'resolved', closedAt: noon });
        await handOver('urgent', { priority: 'urgent' });
        const second = await read(first.next);
        const third = await read(second.next);
        const found = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));

        expect(found.filter((id) => id !== 'urgent')).toEqual(whole);
        expect((await read('made up')).items).toEqual([]);
      },
    );

    it('reads the closed ones page by page too, narrowed and not', async () => {
      for (let place = 0; place < 5; place += 1)
        await handOver(`h${place}`, { then: { state: 'resolved', closedAt: noon - place } });
      for (const filter of [{ view: 'resolved' }, { view: 'resolved', team: 'sales' }] as const) {
        const found: string[] = [];
        let after: string | null = null;
        do {
          const page = { after, limit: 2 };
          const { items, next } = await store.listQueue(kim, filter, { sort: 'urgency', page }, noon);
          found.push(...items.map(({ id }) => id));
          after = next;
        } while (after !== null);
        expect(found).toEqual(['h0', 'h1', 'h2', 'h3', 'h4']);
      }
    });
  });

  describe('an item of the queue', () => {
    it('says who it is, and what was said last, cut short; not what was taken back', async () => {
      const id = await handOver('ada', { tags: ['vip'] });
      const long = `A  very\nlong answer 🙂${'.'.repeat(200)}`;
      await applyOne(store, writes('and?', { contact: 'ada' }), (conversation, event) =>
        decision(conversation, [
          say(event, long),
          say(event, 'never sent', { id: `${event.id}.x`, state: 'not_sent', refusal: 'window_closed' }),
        ]),
      );
      const item = await store.readQueueItem('ada');

      expect(item).toMatchObject({ conversationId: id, contactName: 'ada', tags: ['vip'], state: 'open' });
      expect(item?.lastMessage).toMatchObject({ direction: 'out', at: noon });
      expect(item?.lastMessage?.text).toMatch(/^A very long answer 🙂\.+…$/);
      expect([...item!.lastMessage!.text]).toHaveLength(140);
      expect(await store.readQueueItem('nobody')).toBeNull();
    });

    it('has the facts of its life as they were written, and keeps its mark though it is closed', async () => {
      const id = await handOver('ada');
      const taken = {
        ...assignedTo('kim'),
        waitsFor: 'contact',
        resolveLeft: 5,
        waitingSince: noon,
      } as const;
      await change(id, 'ada', { ...taken, firstReplyAt: noon, dueAt: null });
      const end = { state: 'resolved', closedAt: noon, closedBy: 'kim', outcome: 'booked' } as const;
      await change(id, 'ada', end);
      await change(id, 'ada', { state: 'open', closedAt: null });
      await applyOne(store, writes('5', { contact: 'ada' }), (conversation) =>
        decision(conversation, [{ kind: 'rateHandoff', handoffId: 'ada', rating: 5 }]),
      );

      expect(await store.readQueueItem('ada')).toMatchObject({
        ...taken,
        ...end,
        firstReplyAt: noon,
        rating: 5,
      });
    });

    it('comes with those before it, newest first, the open one at the front', async () => {
      const id = await handOver('first', { then: { state: 'resolved', closedAt: noon } });
      const opening = {
        team: null,
        reason: 'asked',
        note: '',
        firstReplyDueAt: null,
        resolveDueAt: null,
      } as const;
      await applyOne(store, writes('again', { contact: 'first' }), (conversation) =>
        decision(conversation, [
          { kind: 'openHandoff', handoff: { id: 'second', ...opening, openedAt: noon + 1 } },
          { kind: 'updateHandoff', handoffId: 'second', change: { state: 'spam', closedAt: noon + 2 } },
          { kind: 'openHandoff', handoff: { id: 'third', ...opening, openedAt: noon + 3 } },
        ]),
      );

      expect((await store.readQueueItemsOf(id)).map((item) => item.id)).toEqual(['third', 'second', 'first']);
    });
  });

  describe('what is to be given to somebody', () => {
    const sales = { workspace: 'nord', team: 'sales' };

    it('is what nobody has, of that team, the most urgent first', async () => {
      await handOver('free');
      await handOver('urgent', { priority: 'urgent' });
      await handOver('kims', { then: assignedTo('kim') });
      await handOver('elsewhere', { then: { state: 'taken', takenBy: 'desk' } });
      await handOver('asleep', { then: { state: 'snoozed', snoozedUntil: noon + 1 } });
      await handOver('support', { team: 'support' });
      const found = await store.unassignedHandoffs(sales, 10, noon);

      expect(found.map(({ id }) => id)).toEqual(['urgent', 'free']);
      expect(await store.unassignedHandoffs(sales, 1, noon)).toHaveLength(1);
    });

    it('is also what somebody has had for long without a word, while it is their turn', async () => {
      const long = noon - 10 * minute;
      const waiting = { waitsFor: 'team', waitingSince: long } as const;
      await handOver('stale', { then: { ...assignedTo('kim', long), ...waiting } });
      await handOver('fresh', { then: { ...assignedTo('kim'), ...waiting } });
      await handOver('asked just now', { then: { ...assignedTo('kim', long), waitingSince: noon } });
      await handOver('answered', {
        then: { ...assignedTo('kim', long), waitsFor: 'contact', waitingSince: long },
      });
      const found = await store.staleAssignments(sales, noon - minute, 10, noon);

      expect(found).toMatchObject([{ id: 'stale', assigneeId: 'kim', assignedAt: long, team: 'sales' }]);
    });
  });
}
