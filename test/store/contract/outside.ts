import { beforeEach, describe, expect, it } from 'vitest';
import type { Inquiry } from '../../../src/core/effect.js';
import type { CouponDraw, Decide, Store } from '../../../src/store/store.js';
import {
  applyOne,
  at,
  decision,
  happens,
  minute,
  noon,
  nothing,
  second,
  writes,
  type OpenStore,
} from './world.js';

/** Questions to the outside, and what is given away only once. */
export function describeOutside(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });

  const meet = async (contact: string, workspace = 'nord'): Promise<string> => {
    const { conversationId } = await applyOne(store, writes('hello', { contact, workspace }), nothing);
    return conversationId;
  };

  describe('a question to the outside', () => {
    const asks =
      (question: object): Decide =>
      (conversation, event) => {
        const requestId = `${event.id}.q`;
        const inquiry = { ...question, requestId, timesOutAt: noon + 5 * second } as Inquiry;
        const kind = inquiry.kind === 'lookUp' ? 'lookup' : 'coupon';
        const awaiting = { requestId, kind, since: noon } as const;
        return decision({ ...conversation, awaiting }, [inquiry]);
      };
    const answered: Decide = (conversation) => decision({ ...conversation, awaiting: null });

    it.each<[string, object]>([
      ['a look-up', { kind: 'lookUp', lookup: 'order_status', inputs: { order: '4711 "ä"' } }],
      ['a wish for a coupon', { kind: 'drawCoupon', list: 'spring' }],
    ])('is kept whole until it is answered: %s', async (_, question) => {
      const { conversationId, eventId } = await applyOne(store, writes('hello'), asks(question));
      const kept = await store.openRequests();
      await applyOne(
        store,
        happens(conversationId, { kind: 'personTookOver', person: 'Ann', ...at(noon) }),
        answered,
      );

      const requestId = `${eventId}.q`;
      expect(kept).toEqual([{ ...question, conversationId, requestId, timesOutAt: noon + 5 * second }]);
      expect(await store.openRequests()).toEqual([]);
    });

    it('goes with the contact who is erased', async () => {
      await applyOne(
        store,
        writes('hello'),
        asks({ kind: 'lookUp', lookup: 'x', inputs: { order: 'mine' } }),
      );
      const contact = await store.readContact('studio_ig/ada');
      await store.erase(contact?.id ?? '', noon);

      expect(await store.openRequests()).toEqual([]);
    });
  });

  describe('coupons', () => {
    const codes = ['A1', 'B2', 'C3'];
    const draw = (conversationId: string, requestId: string, change: Partial<CouponDraw> = {}) =>
      store.drawCoupon({
        conversationId,
        requestId,
        list: 'spring',
        codes,
        perContact: 1,
        now: noon,
        ...change,
      });

    it('are given in their order, each once', async () => {
      const given = [];
      for (const name of ['ada', 'ben', 'cem', 'dan'])
        given.push(await draw(await meet(name), `for ${name}`));

      expect(given).toEqual(['A1', 'B2', 'C3', null]);
    });

    it('are the same for the same request, as often as it is made', async () => {
      const ada = await meet('ada');
      expect(await draw(ada, 'r1', { perContact: 5 })).toBe('A1');
      expect(await draw(ada, 'r1', { perContact: 5 })).toBe('A1');
      expect(await draw(ada, 'r2', { perContact: 5 })).toBe('B2');
      expect(await draw(ada, 'r1', { perContact: 5 })).toBe('A1');
    });

    it('are as many for a contact as they may have, and then the last one again', async () => {
      const ada = await meet('ada');
      const given = [];
      for (const request of ['r1', 'r2', 'r3', 'r4']) given.push(await draw(ada, request, { perContact: 2 }));

      expect(given).toEqual(['A1', 'B2', 'B2', 'B2']);
    });

    it('are given once from each list of each workspace', async () => {
      const [ada, ben] = [await meet('ada'), await meet('ben', 'other')];
      expect(await draw(ada, 'r1')).toBe('A1');
      expect(await draw(ada, 'r2', { list: 'autumn' })).toBe('A1');
      expect(await draw(ben, 'r3')).toBe('A1');
    });

    it('go on where the list is read anew, with the codes that it has then', async () => {
      await draw(await meet('ada'), 'r1');
      expect(await draw(await meet('ben'), 'r2', { codes: ['A1', 'Z9', 'B2'] })).toBe('Z9');
      expect(await draw(await meet('cem'), 'r3', { codes: ['A1'] })).toBeNull();
    });

    it('are given to nobody who is not there', async () => {
      expect(await draw('nobody', 'r1')).toBeNull();
      expect(await draw(await meet('ada'), 'r2')).toBe('A1');
    });

    it('stay given when their contact is erased, of whom nothing is left with them', async () => {
      const ada = await meet('ada');
      await draw(ada, 'r1');
      const contact = await store.readContact('studio_ig/ada');
      const before = await store.exportContact(contact?.id ?? '');
      await store.erase(contact?.id ?? '', noon);

      expect(before?.coupons).toEqual([{ list: 'spring', code: 'A1', at: noon }]);
      const again = await meet('ada');
      expect(await draw(again, 'r1')).toBe('B2');
    });

    it('are never given twice, however many ask at once', { timeout: minute }, async () => {
      const many = Array.from({ length: 230 }, (_, place) => `CODE-${String(place)}`);
      const everybody = Array.from({ length: 260 }, (_, place) => `f${String(place)}`);
      const ids = await Promise.all(everybody.map((name) => meet(name)));
      const given = await Promise.all(ids.map((id) => draw(id, `for ${id}`, { codes: many })));
      const again = await Promise.all(ids.map((id) => draw(id, `for ${id}`, { codes: many })));

      const codesGiven = given.filter((code) => code !== null);
      expect(new Set(codesGiven).size).toBe(codesGiven.length);
      expect(codesGiven.toSorted()).toEqual(many.toSorted());
      expect(again).toEqual(given);
    });
  });
}
