import { describe, expect, it } from 'vitest';
import { minuteAgo, parseOne, skipOne, threads } from './parsing.js';

const at = { at: minuteAgo };

describe.each(threads)('in a thread on %s', (_channel, them) => {
  describe('a pressed button', () => {
    it('brings its title, its payload and the link that the thread began with', () => {
      const pressed = them.presses('Get started', 'start', {
        mid: 'm_1',
        ...at,
        extra: { referral: { ref: 'guide', source: 'SHORTLINK', type: 'OPEN_THREAD' } },
      });
      expect(parseOne(them, pressed)).toMatchObject({
        key: 'message:m_1',
        content: {
          kind: 'postbackReceived',
          occurredAt: minuteAgo,
          platformMessageId: 'm_1',
          title: 'Get started',
          payload: 'start',
          referral: { ref: 'guide', source: 'SHORTLINK', adId: null },
        },
      });
    });

    it('is known by who, when and what where it has no id', () => {
      const press = (payload: string, when: number) =>
        parseOne(them, them.happens('postback', { title: 'x', payload }, { at: when }));
      const first = press('a', minuteAgo);
      expect(first.content).toMatchObject({ platformMessageId: null, payload: 'a' });
      expect(press('a', minuteAgo).key).toBe(first.key);
      expect(press('b', minuteAgo).key).not.toBe(first.key);
      expect(press('a', minuteAgo + 1).key).not.toBe(first.key);
    });
  });

  describe('a referral', () => {
    it('brings the ref of the link', () => {
      expect(parseOne(them, them.opensRef('guide', at))).toMatchObject({
        key: `referral:${them.contactId}:${minuteAgo}:guide`,
        content: { kind: 'referralReceived', referral: { ref: 'guide', source: 'SHORTLINK', adId: null } },
      });
    });

    it('may come from an ad without a ref', () => {
      const fromAd = them.happens('referral', { source: 'ADS', type: 'OPEN_THREAD', ad_id: 120333 });
      expect(parseOne(them, fromAd).content).toMatchObject({
        referral: { ref: null, source: 'ADS', adId: '120333' },
      });
    });

    it('brings what is told of the ad, the product or the page', () => {
      const referral = {
        source: 'ADS',
        type: 'OPEN_THREAD',
        ad_id: '120333',
        referer_uri: 'https://studio.example/contact',
        ads_context_data: {
          ad_title: 'Our guide',
          photo_url: 'https://cdn.example/ad.jpg',
          video_url: '',
          post_id: 4711,
          product_id: null,
          flow_id: '9',
          more: { of: 'it' },
        },
      };
      const details = {
        ad_title: 'Our guide',
        photo_url: 'https://cdn.example/ad.jpg',
        post_id: '4711',
        flow_id: '9',
        referer_uri: 'https://studio.example/contact',
      };
      const places = [
        them.happens('referral', referral),
        them.says('hi', { extra: { referral } }),
        them.presses('Get started', 'start', { extra: { referral } }),
      ];
      for (const item of places) {
        expect(parseOne(them, item).content).toMatchObject({
          referral: { ref: null, source: 'ADS', adId: '120333', details },
        });
      }
    });

    it('may tell of a product, and no more', () => {
      const fromShop = them.says('is it still there?', { extra: { referral: { product: { id: '77' } } } });
      expect(parseOne(them, fromShop).content).toMatchObject({
        referral: { ref: null, source: null, adId: null, details: { product_id: '77' } },
      });
    });

    it('is skipped when it names nothing', () => {
      expect(skipOne(them, them.happens('referral', {}))).toBe('a referral without a ref, a source or an ad');
    });
  });

  describe('a reaction', () => {
    it('is put and taken back', () => {
      expect(parseOne(them, them.reacts('m_1', '❤️', at))).toMatchObject({
        key: `reaction:m_1:${them.contactId}:${minuteAgo}:react`,
        content: { kind: 'reactionChanged', platformMessageId: 'm_1', reaction: '❤️' },
      });
      expect(parseOne(them, them.takesReactionBack('m_1', at))).toMatchObject({
        key: `reaction:m_1:${them.contactId}:${minuteAgo}:unreact`,
        content: { kind: 'reactionChanged', reaction: null },
      });
    });

    it('has its name where it has no emoji', () => {
      const love = them.happens('reaction', { mid: 'm_1', action: 'react', reaction: 'love' });
      expect(parseOne(them, love).content).toMatchObject({ reaction: 'love' });
    });
  });

  describe('a receipt', () => {
    it('tells up to when everything is read', () => {
      expect(parseOne(them, them.readsUpTo(minuteAgo))).toMatchObject({
        key: `read:${them.contactId}:${minuteAgo}:`,
        content: { kind: 'messagesRead', platformMessageIds: [], upTo: minuteAgo },
      });
    });

    it('tells which message is read', () => {
      expect(parseOne(them, them.readsMessage('m_1'))).toMatchObject({
        key: `read:${them.contactId}::m_1`,
        content: { kind: 'messagesRead', platformMessageIds: ['m_1'], upTo: null },
      });
    });

    it('tells what is delivered, by name or by moment', () => {
      expect(parseOne(them, them.receives(['m_1', 'm_2'], minuteAgo))).toMatchObject({
        key: `delivery:${them.contactId}:${minuteAgo}:m_1,m_2`,
        content: { kind: 'messagesDelivered', platformMessageIds: ['m_1', 'm_2'], upTo: minuteAgo },
      });
      const withoutIds = them.happens('delivery', { watermark: String(minuteAgo) });
      expect(parseOne(them, withoutIds).content).toMatchObject({ platformMessageIds: [], upTo: minuteAgo });
    });

    it('is skipped when it tells nothing', () => {
      const reason = 'a receipt that names no message and no moment';
      expect(skipOne(them, them.happens('read', { seq: 4 }))).toBe(reason);
      expect(skipOne(them, them.happens('delivery', { mids: [null], watermark: 0 }))).toBe(reason);
    });
  });

  describe('what nothing acts on yet', () => {
    it.each([
      ['request_thread_control', { requested_owner_app_id: '424242', metadata: 'please' }],
      ['account_linking', { status: 'linked', authorization_code: 'code' }],
      ['account_linking', { status: 'unlinked' }],
      ['messaging_feedback', { feedback_screens: [{ screen_id: 0, questions: {} }] }],
      ['response_feedback', { feedback: 'Good response', mid: 'm_1' }],
      ['send_cart', { items: [{ id: '1', quantity: 2 }] }],
      ['order', { products: [{ retailer_id: 'sku', quantity: 1 }] }],
      ['something_of_next_year', { deep: [{ er: true }] }],
    ])('is kept as it came: %s', (key, event) => {
      expect(parseOne(them, them.happens(key, event, at))).toMatchObject({
        contactId: them.contactId,
        key: `notice:${key}:${them.contactId}:${minuteAgo}`,
        content: { kind: 'platformNoticed', occurredAt: minuteAgo, type: key, payload: event },
      });
    });

    it('is called unnamed where its name is no name', () => {
      expect(parseOne(them, them.happens('<script>', {})).content).toMatchObject({ type: 'unnamed' });
    });

    it('is called by what happened, not by its circumstances', () => {
      const item = { hop_context: [{ app_id: 1 }], ...them.happens('something_new', {}) };
      expect(parseOne(them, item).content).toMatchObject({ type: 'something_new' });
    });

    it('is kept within bounds, fit to be stored', () => {
      const deep = { a: { a: { a: { a: { a: { a: { a: { a: { a: 1 } } } } } } } } };
      const event = JSON.parse('{"text":"a\\u0000b","__proto__":{"polluted":true}}') as object;
      const kept = parseOne(
        them,
        them.happens('novelty', { ...deep, list: Array.from({ length: 500 }, () => 1), event }),
      ).content;
      expect(kept).toMatchObject({ payload: { event: { text: 'ab' } } });
      expect(kept).not.toMatchObject({ payload: deep });
      expect((kept as { payload: { list: unknown[] } }).payload.list).toHaveLength(100);
      expect(kept).not.toHaveProperty('payload.event.polluted');
    });
  });

  it('skips what belongs to no thread', () => {
    const { sender: _, ...anonymous } = them.says('x');
    expect(skipOne(them, anonymous)).toBe('no contact is named');
    expect(skipOne(them, { ...them.says('x'), sender: { id: { $ne: null } } })).toBe('no contact is named');
  });

  it.each(['message', 'postback', 'delivery', 'read'])(
    'skips a %s of whom only the reference of a plugin is known',
    (key) => {
      const item = { ...them.happens(key, { mid: 'm_1', mids: ['m_1'] }), sender: { user_ref: 'abc' } };
      expect(skipOne(them, item)).toBe('only a reference of a plugin is named');
    },
  );

  it('skips an item in which nothing happened', () => {
    expect(skipOne(them, { ...them.happens('message', {}), message: null })).toBe(
      'an item in which nothing happened',
    );
  });
});
