import { beforeEach, describe, expect, it } from 'vitest';
import type { Decide, Store } from '../../../src/store/store.js';
import { applyOne, decision, nothing, noon, parrot, writes, type OpenStore } from './world.js';

/** What a bug of ours may do, and what not (design §3). */
export function describePoison(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  /** Fails on one text; hands over like the core does. */
  const touchy: Decide = (conversation, event) => {
    if (event.kind === 'decisionFailed') {
      const opening = {
        team: null,
        reason: 'poison',
        note: '',
        openedAt: noon,
        firstReplyDueAt: null,
        resolveDueAt: null,
      } as const;
      const handoff = { id: `${event.id}.handoff`, ...opening };
      return decision({ ...conversation, unreachable: true }, [{ kind: 'openHandoff', handoff }]);
    }
    if (event.kind === 'messageReceived' && event.text.startsWith('my secret')) {
      throw new TypeError(`cannot read ${event.text}`);
    }
    return parrot(conversation, event);
  };

  describe('a poison event', () => {
    it('is kept, and hands the conversation to a person', async () => {
      const { conversationId, eventId, result, effects } = await applyOne(store, writes('my secret'), touchy);

      expect(result).toBe('poison');
      expect(effects).toMatchObject([{ kind: 'openHandoff' }]);
      expect(await store.readConversation(conversationId)).toMatchObject({ unreachable: true });
      expect((await store.listHandoffs({}, { after: null, limit: 5 })).items).toMatchObject([
        { conversationId, reason: 'poison', state: 'open' },
      ]);
      expect(await store.readTrace(conversationId)).toMatchObject([
        { kind: 'decisionFailed', disposition: 'handled' },
        { kind: 'messageReceived', eventId, disposition: 'poison', trace: [{ rule: 'fault' }] },
      ]);
    });

    it('is told without what the contact wrote', async () => {
      const { conversationId, fault } = await applyOne(store, writes('my secret\n    at home:1:1'), touchy);
      const told = [
        fault?.message,
        fault?.stack,
        JSON.stringify(await store.readTrace(conversationId)),
      ].join();

      expect(told).toContain('TypeError');
      expect(told).toContain('poison.ts');
      expect(told).not.toContain('secret');
      expect(told).not.toContain('at home');
    });

    it('does not hold up the next, and does nothing when it comes again', async () => {
      const arrivals = [
        writes('my secret', { key: 'p' }),
        writes('hello'),
        writes('my secret', { key: 'p' }),
      ];
      const applied = await store.apply(arrivals, touchy);

      expect(applied.map(({ result }) => result)).toEqual(['poison', 'handled', 'duplicate']);
    });

    it('leaves only its record when handing over fails too', async () => {
      const { conversationId } = await applyOne(store, writes('hello'));
      const before = await store.readConversation(conversationId);
      const broken: Decide = () => {
        throw new Error('bug');
      };
      const applied = await applyOne(store, writes('again'), broken);

      expect(applied).toMatchObject({ result: 'poison', effects: [], fault: { code: 'decision_failed' } });
      expect(await store.readConversation(conversationId)).toEqual(before);
      expect((await store.readTrace(conversationId)).map(({ disposition }) => disposition)).toContain(
        'poison',
      );
    });
  });

  describe('a decision that cannot be saved', () => {
    const outcome = {
      id: 'twice',
      name: 'booked',
      at: noon,
      runId: null,
      value: null,
      currency: null,
    } as const;
    const source = { kind: 'outside', name: 'calendar' } as const;
    /** Uses an id twice: a bug that only the database notices. */
    const careless: Decide = (conversation, event) => {
      if (event.kind !== 'messageReceived' || event.text !== 'book') return touchy(conversation, event);
      return decision({ ...conversation, puzzledAt: noon }, [
        { kind: 'recordOutcome', outcome: { ...outcome, source } },
        { kind: 'recordOutcome', outcome: { ...outcome, source } },
      ]);
    };

    it('is poison like one that throws, and is not answered as a failure of the store', async () => {
      const { conversationId, result } = await applyOne(store, writes('book'), careless);

      expect(result).toBe('poison');
      expect(await store.readConversation(conversationId)).toMatchObject({
        puzzledAt: null,
        unreachable: true,
      });
      expect((await store.listOutcomes({}, { after: null, limit: 5 })).items).toEqual([]);
    });

    it('takes nothing from what was delivered with it, or at the same time', async () => {
      const deliveries = [
        store.apply([writes('one'), writes('book'), writes('two')], careless),
        store.apply([writes('three', { contact: 'grace' })], parrot),
      ];
      const results = (await Promise.all(deliveries)).map((all) => all.map(({ result }) => result));

      expect(results).toEqual([['handled', 'poison', 'handled'], ['handled']]);
    });

    it('leaves at least the record when the handing over cannot be saved either', async () => {
      const hopeless: Decide = (conversation) =>
        decision(conversation, [
          { kind: 'recordOutcome', outcome: { ...outcome, source } },
          { kind: 'recordOutcome', outcome: { ...outcome, source } },
        ]);

      expect(await applyOne(store, writes('book', { key: 'k' }), hopeless)).toMatchObject({
        result: 'poison',
        effects: [],
      });
      expect(await applyOne(store, writes('book', { key: 'k' }), nothing)).toMatchObject({
        result: 'duplicate',
      });
    });
  });
}
