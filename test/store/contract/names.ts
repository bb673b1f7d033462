import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { hasTopicConsent } from '../../../src/core/consent.js';
import type { Arrival, Decide, Store } from '../../../src/store/store.js';
import { confiding } from './confidence.js';
import { consenting } from './consent.js';
import { everywhere } from './erasure.js';
import {
  applyOne,
  at,
  claimMessage,
  decision,
  minute,
  noon,
  nothing,
  openGate,
  outgoingStates,
  parrot,
  tells,
  writes,
  type OpenStore,
} from './world.js';

/** The arrival, naming its contact by `names`, the first of which it came under. */
export function under(arrival: Arrival, ...names: readonly string[]): Arrival {
  if (arrival.address.kind !== 'platform') throw new Error('Only platforms name contacts.');
  const [contactPlatformId = '', ...alsoKnownAs] = names;
  return { ...arrival, address: { ...arrival.address, contactPlatformId, alsoKnownAs } };
}

/** Several names of one contact. */
export function describeNames(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    return () => store.close();
  });

  const say = async (text: string, names: readonly string[], decide: Decide = parrot, when = noon) =>
    (await applyOne(store, under(writes(text, { at: when }), ...names), decide)).conversationId;
  const together = (decide: Decide = nothing, when = noon + minute) =>
    say('together', ['ada', 'ida'], decide, when);
  const contactOf = async (name: string) => (await store.readContact(`studio_ig/${name}`))!;

  describe('a contact with several names', () => {
    it('begins with all of them', async () => {
      const id = await say('hello', ['ada', 'ida']);

      expect(await say('again', ['ida'])).toBe(id);
      expect((await contactOf('ida')).platformIds).toEqual(['ada', 'ida']);
    });

    it('gets a new one that is told beside one that is known, and is written to by it', async () => {
      const id = await say('hello', ['zoe']);
      await say('moved', ['ada', 'zoe'], nothing);

      expect(await say('again', ['ada'], nothing)).toBe(id);
      expect((await contactOf('ada')).platformIds).toEqual(['ada', 'zoe']);
      expect((await claimMessage(store, id)).contactPlatformId).toBe('ada');
    });

    it('is not written to by the name under which they only comment', async () => {
      const id = await say('hello', ['ada']);
      const comment = {
        kind: 'commentPosted',
        commentId: 'c',
        postId: null,
        text: 'x',
        parentId: null,
      } as const;
      await applyOne(
        store,
        under(tells({ ...comment, isLive: false, ...at(noon) }), 'commenter', 'ada'),
        nothing,
      );

      expect(await say('again', ['commenter'], nothing)).toBe(id);
      expect((await claimMessage(store, id)).contactPlatformId).toBe('ada');
    });

    it('is known by any of them when something is only reported', async () => {
      const id = await say('hello', ['ada']);
      const changed = tells({ kind: 'identityChanged', what: 'number', ...at(noon) });

      expect(await applyOne(store, under(changed, 'new', 'ada'), nothing)).toMatchObject({
        result: 'handled',
        conversationId: id,
      });
      expect((await contactOf('new')).platformIds).toEqual(['new', 'ada']);
    });

    it('has one more that the answer to a send tells', async () => {
      const id = await say('hello', ['commenter']);
      const message = await claimMessage(store, id);
      const contactIds = ['messenger', 'commenter'];
      await store.record(message, { kind: 'sent', platformMessageId: 'm', contactIds }, noon, nothing);

      expect(await say('thanks', ['messenger'])).toBe(id);
      expect((await claimMessage(store, id)).contactPlatformId).toBe('messenger');
    });

    it('is suppressed under all of them when they are erased after STOP', async () => {
      await say('stop', ['ada', 'ida'], consenting);
      await store.erase((await contactOf('ada')).id, noon);
      await say('hello', ['ida'], nothing);

      expect((await contactOf('ida')).conversation.consent.stopped).not.toBeNull();
    });

    it('is one again under names that were known to be one before they were erased', async () => {
      await say('hello', ['ada', 'ida']);
      await together();
      await store.erase((await contactOf('ada')).id, noon);
      await say('hello', ['ada']);
      await say('stop', ['ida'], consenting);
      await together();

      expect((await contactOf('ada')).id).toBe((await contactOf('ida')).id);
      expect((await contactOf('ada')).conversation.consent.stopped).not.toBeNull();
    });

    it('is stopped when one of them turns out to have said STOP before they were erased', async () => {
      await say('stop', ['ida'], consenting);
      await store.erase((await contactOf('ida')).id, noon);
      const id = await say('hello', ['ada']);
      await together();

      expect((await contactOf('ada')).conversation.consent.stopped).not.toBeNull();
      expect(await outgoingStates(store, id)).toEqual(['cancelled']);
      expect((await store.verifyLedger()).problems).toEqual([]);
    });
  });

  describe('two conversations that turn out to be with one contact', () => {
    it('are one story in order, where the last words were said', async () => {
      const first = await say('one', ['ida']);
      const second = await say('two', ['ada'], parrot, noon + 1);
      await say('three', ['ida']);
      const id = await together(parrot);

      expect(id).toBe(second);
      expect((await store.readStory(id)).map(({ body }) => body.text)).toEqual([
        'one',
        'one',
        'two',
        'two',
        'three',
        'three',
        'together',
        'together',
      ]);
      expect(await outgoingStates(store, id)).toEqual(['cancelled', 'queued', 'cancelled', 'queued']);
      expect(await store.readConversation(first)).toBeNull();
      expect(await say('four', ['ida'])).toBe(id);
      expect((await contactOf('ida')).platformIds).toEqual(['ada', 'ida']);
    });

    it('have everything that either had, and are exported and erased as one', async () => {
      const waits: Decide = (conversation, event) =>
        decision(
          { ...everywhere(conversation, event).conversation, lastContactAt: event.occurredAt },
          everywhere(conversation, event).effects,
        );
      await say('left', ['ida'], waits);
      await store.followLink('code-left', noon);
      const loser = await contactOf('ida');
      const list = { list: 'spring', codes: ['A', 'B'], perContact: 1, now: noon };
      await store.drawCoupon({ conversationId: loser.conversationId, requestId: 'r', ...list });
      await say('right', ['ada'], waits, noon + 1);
      const id = await together();
      const contact = await contactOf('ada');
      const exported = (await store.exportContact(contact.id))!;

      expect(await store.openRequests()).toMatchObject([{ conversationId: id }]);
      expect(await store.dueTimers(noon + minute, 10)).toMatchObject([{ conversationId: id }]);
      expect(exported).toMatchObject({
        coupons: [{ code: 'A' }],
        clicks: [{ code: 'code-left' }],
        outcomes: [{ name: 'delivered' }, { name: 'delivered' }],
        handoffs: [{ note: 'left' }, { note: 'right' }],
      });
      expect(new Set(exported.ledger.map(({ contactId }) => contactId))).toEqual(
        new Set([contact.id, loser.id]),
      );
      expect((await store.verifyLedger()).problems).toEqual([]);

      await store.erase(loser.id, noon);
      expect(await store.readContact(contact.id)).toBeNull();
      expect(await store.readLedger(loser.id)).toMatchObject([{ erased: true }]);
      expect((await store.verifyLedger()).problems).toEqual([]);
    });

    it('keep open what a person was asked for, and let the person go on', async () => {
      const asking: Decide = (conversation, event) => {
        const { effects } = everywhere(conversation, event);
        const opened = effects.filter(({ kind }) => kind === 'openHandoff');
        const handoff = { id: `${event.id}.handoff`, team: 'sales', takenBy: null };
        const ownership = { ...conversation.ownership, owner: 'human' } as const;
        return decision({ ...conversation, handoff, ownership }, opened);
      };
      await say('help', ['ida'], asking);
      await say('hello', ['ada'], parrot, noon + 1);
      const id = await together();

      expect(await store.readConversation(id)).toMatchObject({
        handoff: { team: 'sales' },
        ownership: { owner: 'human' },
      });
      expect((await store.listHandoffs({ state: 'open' }, { after: null, limit: 9 })).items).toMatchObject([
        { conversationId: id },
      ]);
    });

    it('keep what was said in confidence, for those whom it is for', async () => {
      await say('migraine', ['ida'], confiding);
      await say('asthma', ['ada'], confiding, noon + 1);
      const id = await together((conversation) => decision({ ...conversation, awaiting: null }));
      const contact = await contactOf('ada');

      expect((await store.readStory(id)).map(({ body }) => body.text)).not.toContain('migraine');
      expect((await store.exportContact(contact.id))?.story.map(({ body }) => body.text)).toEqual([
        'migraine',
        'So it is migraine',
        'asthma',
        'So it is asthma',
      ]);
      expect((await store.listHandoffs({}, { after: null, limit: 9 })).items).toMatchObject([
        { note: 'Has migraine' },
        { note: 'Has asthma' },
      ]);
    });

    it('decide in one what had to wait in the other', async () => {
      const deferring: Decide = (conversation) => ({
        ...decision({ ...conversation, awaiting: { requestId: 'r', kind: 'profile', since: noon } }),
        disposition: 'deferred',
      });
      await say('waits', ['ida'], deferring);
      await say('hello', ['ada'], parrot, noon + 1);
      const heard: string[] = [];
      await together((conversation, event) => {
        if (event.kind === 'messageReceived') heard.push(event.text);
        return decision(conversation);
      });

      expect(heard).toEqual(['together', 'waits']);
      expect(await store.figures(noon)).toMatchObject({ waitingEvents: 0 });
    });

    it('know what became of a send that was under way in the other', async () => {
      const other = await say('one', ['ida']);
      const message = await claimMessage(store, other);
      await say('two', ['ada'], nothing, noon + 1);
      const id = await together();
      await store.record(message, { kind: 'sent', platformMessageId: 'mid.s' }, noon, nothing);

      expect(await outgoingStates(store, id)).toEqual(['sent']);
      expect(await store.claim(other, noon, openGate)).toEqual({ kind: 'idle' });
    });

    it('are joined once, whoever comes again', async () => {
      const repeated = under(writes('one', { key: 'k' }), 'ida');
      await applyOne(store, repeated);
      await say('two', ['ada'], parrot, noon + 1);
      const id = await together(parrot);
      const before = (await store.readStory(id)).length;

      expect(await applyOne(store, repeated)).toMatchObject({ result: 'duplicate', conversationId: id });
      await together();
      expect((await store.readStory(id)).length).toBe(before);
    });

    it('that had been joined of others already are one with all of them', async () => {
      await say('one', ['a']);
      await say('two', ['b'], parrot, noon + 1);
      await say('three', ['a', 'b'], parrot, noon + 2);
      await say('four', ['c'], parrot, noon + 3);
      const id = await say('five', ['c', 'a'], parrot, noon + 4);

      expect((await store.readStory(id)).length).toBe(10);
      expect((await store.readContact(`studio_ig/b`))?.conversationId).toBe(id);
      expect((await store.verifyLedger()).problems).toEqual([]);
    });
  });

  describe('consent under several names', () => {
    const step = fc.record({
      names: fc.constantFrom<readonly string[]>(['A'], ['B'], ['A', 'B'], ['B', 'A']),
      text: fc.constantFrom('yes', 'no', 'stop', 'start', 'hello'),
      clock: fc.integer({ min: 0, max: 30 }),
    });

    it('is what it would be had they always had one, in whatever order all of it comes', async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          run += 1;
          const all = [...steps, { names: ['A', 'B'], text: 'hello', clock: 0 }];
          for (const [place, { names, text, clock }] of all.entries()) {
            const { content, ...arrival } = writes(text);
            const moments = { occurredAt: noon + clock, receivedAt: noon + place };
            const told = { ...arrival, content: { ...content, ...moments } };
            await applyOne(store, under(told, ...names.map((name) => `${name}${run}`)), consenting);
            await applyOne(store, { ...under(told, `one${run}`), key: `${told.key}.one` }, consenting);
          }
          const [ada, one] = [await contactOf(`A${run}`), await contactOf(`one${run}`)];
          const [joined, single] = [ada.conversation.consent, one.conversation.consent];

          expect((await contactOf(`B${run}`)).id).toBe(ada.id);
          expect(joined.stopped === null).toBe(single.stopped === null);
          expect(hasTopicConsent(joined, 'weekly_tips')).toBe(hasTopicConsent(single, 'weekly_tips'));
        }),
        { numRuns: 60 },
      );
      expect((await store.verifyLedger()).problems).toEqual([]);
    }, 120_000);

    it('is withdrawn under all of them by a STOP under one', async () => {
      await say('hello', ['ada']);
      await say('stop', ['ida'], consenting, noon + 1);
      const id = await say('together', ['ada', 'ida'], nothing, noon + 2);

      expect((await store.readConversation(id))?.consent.stopped).not.toBeNull();
      expect(await outgoingStates(store, id)).toEqual(['cancelled']);
      expect((await store.readLedger((await contactOf('ada')).id)).at(-1)).toMatchObject({
        entry: { change: 'withdrawn', purpose: 'all', actor: 'merge', occurredAt: noon + 1, words: '' },
      });
    });
  });
}
