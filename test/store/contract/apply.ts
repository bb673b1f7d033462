import { beforeEach, describe, expect, it } from 'vitest';
import type { Decide, Store } from '../../../src/store/store.js';
import {
  applyOne,
  at,
  decision,
  happens,
  nothing,
  noon,
  parrot,
  say,
  second,
  tells,
  writes,
  type OpenStore,
} from './world.js';

/** What becomes of an event on its way in (P2, P3). */
export function describeApply(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  describe('applying an event', () => {
    it('begins a conversation with someone new, and finds it again', async () => {
      const first = await applyOne(store, writes('hello'));
      const second = await applyOne(store, writes('again'));

      expect(first).toMatchObject({ result: 'handled', fault: null });
      expect(second.conversationId).toBe(first.conversationId);
      const conversation = await store.readConversation(first.conversationId);
      expect(conversation).toMatchObject({ workspace: 'nord', account: 'studio_ig', channel: 'instagram' });
      expect(await store.findConversation('studio_ig', 'ada')).toEqual(conversation);
      expect(await store.workspaceOf(first.conversationId)).toBe('nord');
      expect(await store.workspaceOf('nobody')).toBeNull();
    });

    it.each([
      { kind: 'messagesDelivered', platformMessageIds: ['mid.1'], upTo: null },
      { kind: 'messagesRead', platformMessageIds: [], upTo: noon },
      { kind: 'messageUnsent', platformMessageId: 'mid.1' },
      { kind: 'commentChanged', commentId: 'c', change: 'removed', text: null },
      { kind: 'identityChanged', what: 'number' },
      {
        kind: 'sendReported',
        platformMessageId: 'mid.1',
        reference: null,
        ownMessageId: null,
        report: { kind: 'accepted' },
      },
    ] as const)('begins none for $kind, which only reports of somebody', async (content) => {
      const reporting = tells({ ...content, ...at(noon) }, { key: 'k' });
      const first = await applyOne(store, reporting);
      expect(first).toMatchObject({ result: 'unknown_conversation', conversationId: '', effects: [] });
      expect(await store.readContact('studio_ig/ada')).toBeNull();

      const { conversationId } = await applyOne(store, writes('hello'));
      expect(await applyOne(store, reporting)).toMatchObject({ result: 'handled', conversationId });
    });

    it('tells apart the same name in another workspace, account or of another contact', async () => {
      const arrivals = [
        writes('a'),
        writes('b', { contact: 'grace' }),
        writes('c', { account: 'studio_page' }),
        writes('d', { workspace: 'sud' }),
      ];
      const applied = await store.apply(arrivals, parrot);

      expect(new Set(applied.map(({ conversationId }) => conversationId)).size).toBe(4);
    });

    it('does not guess whose thread is meant where two workspaces use the name of an account', async () => {
      await store.apply([writes('a'), writes('b', { workspace: 'sud' })], parrot);

      expect(await store.findConversation('studio_ig', 'ada')).toBeNull();
      expect(await store.readContact('studio_ig/ada')).toBeNull();
    });

    it('saves the story, the state and the reason', async () => {
      const { conversationId, eventId, effects } = await applyOne(store, writes('hello', { key: 'k' }));

      expect(effects.map(({ kind }) => kind)).toEqual(['recordMessage', 'sendMessage']);
      expect(await store.readConversation(conversationId)).toMatchObject({ lastContactAt: noon });
      expect(await store.readStory(conversationId)).toMatchObject([
        {
          direction: 'in',
          from: 'contact',
          body: { text: 'hello' },
          state: null,
          eventId,
          platformMessageId: 'mid.k',
        },
        {
          direction: 'out',
          from: null,
          body: { text: 'hello' },
          state: 'queued',
          eventId,
          basis: { kind: 'reply_window' },
        },
      ]);
      expect(await store.readTrace(conversationId)).toEqual([
        {
          eventId,
          kind: 'messageReceived',
          ...at(noon),
          disposition: 'handled',
          trace: [{ rule: 'test', result: 'as told' }],
        },
      ]);
    });

    it('keeps the order of a delivery', async () => {
      const texts = ['one', 'two', 'three', 'four'];
      const [applied] = await store.apply(
        texts.map((text) => writes(text)),
        parrot,
      );

      const story = await store.readStory(applied!.conversationId);
      expect(story.filter(({ direction }) => direction === 'in').map(({ body }) => body.text)).toEqual(texts);
    });

    it('answers an empty delivery with nothing', async () => {
      expect(await store.apply([], parrot)).toEqual([]);
    });
  });

  describe('an event that comes again', () => {
    it('does nothing, in one delivery, in many at once, or later', async () => {
      const again = () => writes('hello', { key: 'same' });
      const deliveries = Array.from({ length: 20 }, () => store.apply([again(), again()], parrot));
      const results = (await Promise.all(deliveries)).flat().map(({ result }) => result);
      const late = await applyOne(store, again());

      expect(results.filter((result) => result === 'handled')).toHaveLength(1);
      expect(results.filter((result) => result === 'duplicate')).toHaveLength(39);
      expect(late).toMatchObject({ result: 'duplicate', effects: [] });
      expect(await store.readStory(late.conversationId)).toHaveLength(2);
    });

    it('has the same id each time, which tells nothing of its key', async () => {
      const first = await applyOne(store, writes('a', { key: 'secret-key' }));
      const second = await applyOne(store, writes('b', { key: 'secret-key' }));

      expect(second.eventId).toBe(first.eventId);
      expect(first.eventId).toMatch(/^[0-9a-f]{32}$/);
    });

    it('is another event in another account or workspace', async () => {
      const arrivals = [
        writes('a', { key: 'k' }),
        writes('a', { key: 'k', account: 'studio_page' }),
        writes('a', { key: 'k', workspace: 'sud' }),
      ];
      const results = (await store.apply(arrivals, parrot)).map(({ result }) => result);

      expect(results).toEqual(['handled', 'handled', 'handled']);
    });

    it('is known by its key within the conversation when it is the engine’s own', async () => {
      const { conversationId } = await applyOne(store, writes('a'));
      const other = await applyOne(store, writes('a', { contact: 'grace' }));
      const takeOver = (id: string) =>
        happens(id, { kind: 'personTookOver', person: 'kim', ...at(noon) }, 'k');
      const arrivals = [takeOver(conversationId), takeOver(conversationId), takeOver(other.conversationId)];

      const results = (await store.apply(arrivals, nothing)).map(({ result }) => result);
      expect(results).toEqual(['handled', 'duplicate', 'handled']);
    });
  });

  describe('an event of a conversation that is not there', () => {
    it('is answered as such, and leaves no trace', async () => {
      const nowhere = happens('nobody', { kind: 'personTookOver', person: 'kim', ...at(noon) });

      expect(await applyOne(store, nowhere)).toMatchObject({
        result: 'unknown_conversation',
        conversationId: 'nobody',
      });
      expect(await store.readTrace('nobody')).toEqual([]);
    });
  });

  describe('events that must wait', () => {
    /** Asks for the profile at the first message, decides nothing else from the contact until it is there. */
    const patient: Decide = (conversation, event) => {
      if (event.kind === 'profileFetched')
        return decision({ ...conversation, awaiting: null }, [say(event, 'profile')]);
      if (event.kind !== 'messageReceived') return decision(conversation, [say(event, event.kind)]);
      if (event.text === 'STOP') return decision(conversation, [say(event, 'stopped')]);
      if (conversation.awaiting !== null) return { ...decision(conversation), disposition: 'deferred' };
      if (!event.text.endsWith('?')) return decision(conversation, [say(event, event.text)]);
      if (conversation.contact.tags.includes(event.id))
        return decision(conversation, [say(event, event.text)]);
      const requestId = `${event.id}.profile`;
      return {
        conversation: {
          ...conversation,
          contact: { ...conversation.contact, tags: [...conversation.contact.tags, event.id] },
          awaiting: { requestId, kind: 'profile', since: event.receivedAt },
        },
        effects: [{ kind: 'fetchProfile', requestId, timesOutAt: event.receivedAt + 5 * second }],
        disposition: 'deferred',
        trace: [],
      };
    };
    const said = async (id: string) => (await store.readStory(id)).map(({ body }) => body.text);
    const answer = (id: string) =>
      happens(id, { kind: 'profileFetched', requestId: 'r', firstName: 'Ada', name: null, ...at(noon) });

    it('are decided in order when what they wait for has come', async () => {
      const { conversationId, result } = await applyOne(store, writes('who?'), patient);
      const waiting = await store.apply([writes('one'), writes('two')], patient);
      const before = await said(conversationId);
      const { effects } = await applyOne(store, answer(conversationId), patient);

      expect([result, ...waiting.map((applied) => applied.result)]).toEqual([
        'deferred',
        'deferred',
        'deferred',
      ]);
      expect(before).toEqual([]);
      expect(await said(conversationId)).toEqual(['profile', 'who?', 'one', 'two']);
      expect(effects).toHaveLength(4);
      const dispositions = (await store.readTrace(conversationId)).map(({ disposition }) => disposition);
      expect(dispositions).toEqual(['handled', 'handled', 'handled', 'handled']);
    });

    it('do not hold up what may not wait', async () => {
      const { conversationId } = await applyOne(store, writes('who?'), patient);
      await applyOne(store, writes('one'), patient);
      const stop = await applyOne(store, writes('STOP'), patient);

      expect(stop.result).toBe('handled');
      expect(await said(conversationId)).toEqual(['stopped']);
      expect(await store.figures(noon)).toMatchObject({ waitingEvents: 2 });
    });

    it('wait on when the first of them asks again', async () => {
      const { conversationId } = await applyOne(store, writes('who?'), patient);
      await store.apply([writes('one'), writes('and who?'), writes('two')], patient);
      await applyOne(store, answer(conversationId), patient);
      const between = await said(conversationId);
      await applyOne(store, answer(conversationId), patient);

      expect(between).toEqual(['profile', 'who?', 'one']);
      expect(await said(conversationId)).toEqual(['profile', 'who?', 'one', 'profile', 'and who?', 'two']);
      expect(await store.figures(noon)).toMatchObject({ waitingEvents: 0 });
    });

    it('are duplicates already when they come again', async () => {
      await applyOne(store, writes('who?'), patient);
      await applyOne(store, writes('one', { key: 'k' }), patient);

      expect(await applyOne(store, writes('one', { key: 'k' }), patient)).toMatchObject({
        result: 'duplicate',
      });
    });

    it('leave their question open until it is answered', async () => {
      const { conversationId, eventId } = await applyOne(store, writes('who?'), patient);
      const open = await store.openRequests();
      await applyOne(store, answer(conversationId), patient);

      expect(open).toEqual([
        {
          kind: 'fetchProfile',
          requestId: `${eventId}.profile`,
          conversationId,
          timesOutAt: noon + 5 * second,
        },
      ]);
      expect(await store.openRequests()).toEqual([]);
    });

    it('give way to the next when one of them is poison', async () => {
      const { conversationId } = await applyOne(store, writes('who?'), patient);
      await store.apply([writes('poison'), writes('two')], patient);
      const touchy: Decide = (conversation, event) => {
        if (event.kind === 'messageReceived' && event.text === 'poison') throw new Error('bug');
        return patient(conversation, event);
      };
      const applied = await applyOne(store, answer(conversationId), touchy);

      expect(applied).toMatchObject({ result: 'handled', fault: { code: 'decision_failed' } });
      expect(await said(conversationId)).toEqual(['profile', 'who?', 'decisionFailed', 'two']);
    });
  });
}
