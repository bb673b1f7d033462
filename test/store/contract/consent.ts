import { beforeEach, describe, expect, it } from 'vitest';
import { applyConsent, everything, foldConsent, type ConsentEntry } from '../../../src/core/consent.js';
import type { Event } from '../../../src/core/event.js';
import type { Decide, Store } from '../../../src/store/store.js';
import { applyOne, decision, noon, say, writes, type OpenStore } from './world.js';

export function entryFor(event: Event, changes: Partial<ConsentEntry>): ConsentEntry {
  const { id: eventId, occurredAt, receivedAt } = event;
  const words = event.kind === 'messageReceived' ? event.text : '';
  const platformMessageId = event.kind === 'messageReceived' ? event.platformMessageId : null;
  return {
    change: 'granted',
    purpose: 'weekly_tips',
    occurredAt,
    receivedAt,
    eventId,
    notice: 'One short tip a week? Reply STOP to end.',
    words,
    platformMessageId,
    actor: 'contact',
    flow: { name: 'guide', version: 'v1', step: 'ask' },
    ...changes,
  };
}

/** Understands yes, no, stop and start, as the core does; anything else is answered. */
export const consenting: Decide = (conversation, event) => {
  const change = event.kind === 'messageReceived' ? changes[event.text] : undefined;
  if (change === undefined) return decision(conversation, [say(event, 'hello')]);
  const entry = entryFor(event, change);
  const consent = applyConsent(conversation.consent, entry);
  return decision({ ...conversation, consent }, [{ kind: 'recordConsent', entry }]);
};

const changes: Readonly<Record<string, Partial<ConsentEntry>>> = {
  yes: { change: 'granted' },
  no: { change: 'refused' },
  stop: { change: 'withdrawn', purpose: everything, notice: null, flow: null },
  start: { change: 'granted', purpose: everything, notice: null, flow: null },
};

/** The ledger: what was agreed can be shown, and proved (P10). */
export function describeConsent(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  const writeAll = async (...texts: readonly string[]) => {
    const arrivals = texts.map((text, place) => writes(text, { at: noon + place }));
    await store.apply(arrivals, consenting);
    return (await store.readContact('studio_ig/ada'))!;
  };

  describe('the ledger', () => {
    it('keeps every line with its proof, chained to the one before', async () => {
      const { id } = await writeAll('yes', 'stop');
      const [first, last] = await store.readLedger(id);

      expect(first).toMatchObject({
        contactId: id,
        sequence: 1,
        erased: false,
        previousHash: '0'.repeat(64),
        entry: {
          change: 'granted',
          purpose: 'weekly_tips',
          notice: 'One short tip a week? Reply STOP to end.',
          words: 'yes',
          platformMessageId: expect.stringContaining('mid.') as string,
          actor: 'contact',
          flow: { name: 'guide', version: 'v1', step: 'ask' },
        },
      });
      expect(last).toMatchObject({
        sequence: 2,
        previousHash: first!.hash,
        entry: { notice: null, words: 'stop', flow: null },
      });
      expect(last!.hash).not.toBe(first!.hash);
    });

    it('gives equal words different commitments, so that they cannot be guessed', async () => {
      const unnamed: Decide = (conversation, event) => {
        const entry = entryFor(event, { platformMessageId: null });
        const consent = applyConsent(conversation.consent, entry);
        return decision({ ...conversation, consent }, [{ kind: 'recordConsent', entry }]);
      };
      await store.apply([writes('yes'), writes('yes')], unnamed);
      const { id } = (await store.readContact('studio_ig/ada'))!;
      const commitments = (await store.readLedger(id)).map(({ commitment }) => commitment);

      expect(new Set(commitments).size).toBe(2);
    });

    it('adds up to the consent that is acted upon', async () => {
      const { id, conversation } = await writeAll('yes', 'no', 'yes', 'stop', 'start', 'yes');
      const entries = (await store.readLedger(id)).map(({ entry }) => entry);

      expect(entries).toHaveLength(6);
      expect(foldConsent(entries)).toEqual(conversation.consent);
    });

    it('verifies, with each contact’s chain on its own', async () => {
      await writeAll('yes', 'stop');
      await store.apply(
        [writes('yes', { contact: 'grace' }), writes('hello', { contact: 'alan' })],
        consenting,
      );

      expect(await store.verifyLedger()).toEqual({ chains: 2, entries: 3, problems: [] });
    });

    it('shows up a consent that has no line', async () => {
      const forged: Decide = (conversation) =>
        decision({
          ...conversation,
          consent: { stopped: null, topics: { ads: { state: 'granted', occurredAt: noon } } },
        });
      const { id } = await writeAll('yes');
      await store.apply([writes('x'), writes('x', { contact: 'grace' })], forged);
      const grace = (await store.readContact('studio_ig/grace'))!;
      const { problems } = await store.verifyLedger();

      expect(problems).toHaveLength(2);
      expect(problems.join()).toContain(id);
      expect(problems.join()).toContain(grace.id);
    });

    it('keeps both lines of a grant that came late and counts for nothing', async () => {
      await store.apply([writes('stop', { at: noon + 10 }), writes('yes', { at: noon })], consenting);

      expect(await store.verifyLedger()).toMatchObject({ entries: 2, problems: [] });
      expect((await store.findConversation('studio_ig', 'ada'))?.consent.topics).toEqual({});
    });
  });

  describe('verifying', () => {
    it('gets through more chains than fit in a page', async () => {
      const contacts = Array.from({ length: 250 }, (_, number) => `contact ${number}`);
      await store.apply(
        contacts.flatMap((contact) => [writes('yes', { contact }), writes('stop', { contact })]),
        consenting,
      );

      expect(await store.verifyLedger()).toEqual({ chains: 250, entries: 500, problems: [] });
    });
  });

  describe('an event that changed consent', () => {
    it('is known for ever, and loses what it said with the others of its time', async () => {
      await applyOne(store, writes('stop', { key: 's', at: noon }), consenting);
      const { conversationId } = await applyOne(store, writes('hello', { key: 'h', at: noon }), consenting);
      await applyOne(store, writes('hello', { key: 'later', at: noon + 1 }), consenting);

      expect(await store.prune(noon + 1)).toEqual({ events: 1 });
      expect(await store.prune(noon + 1)).toEqual({ events: 0 });
      const results = await store.apply(
        ['s', 'h', 'later'].map((key) => writes('hello', { key })),
        consenting,
      );
      expect(results.map(({ result }) => result)).toEqual(['duplicate', 'handled', 'duplicate']);
      expect((await store.readTrace(conversationId))[0]).toMatchObject({
        kind: 'messageReceived',
        trace: [],
      });
    });
  });

  describe('pruning', () => {
    it('gets through more than one batch, and spares what waits', async () => {
      const wait: Decide = (conversation) => ({ ...decision(conversation), disposition: 'deferred' });
      await applyOne(store, writes('waits'), wait);
      await store.apply(
        Array.from({ length: 2500 }, () => writes('x', { contact: 'grace' })),
        (conversation) => decision(conversation),
      );
      await store.apply(
        Array.from({ length: 1500 }, () => writes('no', { contact: 'grace' })),
        consenting,
      );

      expect(await store.prune(noon + 1)).toEqual({ events: 2500 });
      expect(await store.figures(noon)).toMatchObject({ waitingEvents: 1 });
    });
  });
}
