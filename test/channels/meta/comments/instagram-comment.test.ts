import { describe, expect, it } from 'vitest';
import { parseDelivery } from '../../../../src/channels/meta/envelope.js';
import { type FakeComment, instagramComment } from '../../../platforms/meta-comments.js';
import { deliveryOf, entry, type Item } from '../../../platforms/meta-payloads.js';
import { minuteAgo, now } from '../parsing.js';

const account = '17841400000000001';
const ada = { id: '5614879045272581', name: 'ada.lovelace' };
const comment: FakeComment = { id: '17900', text: 'Guide please!', from: ada };

/** The two ways in which a change is written. */
const forms: readonly (readonly [string, (change: Item) => Item])[] = [
  ['in a list of changes', (change) => ({ changes: [change] })],
  ['flat in the entry', (change) => change],
];

const parse = (value: Item, field = 'comments', time: unknown = minuteAgo) =>
  parseDelivery(deliveryOf('instagram', [{ id: account, time, changes: [{ field, value }] }]), now);
const parseOne = (value: Item, field?: string) => {
  const { updates, skipped } = parse(value, field);
  expect(skipped).toEqual([]);
  expect(updates).toHaveLength(1);
  return updates[0]!;
};
const skipOne = (value: Item) => {
  const { updates, skipped } = parse(value);
  expect(updates).toEqual([]);
  return skipped[0]!.reason;
};

describe.each(forms)('comments on Instagram, %s', (_form, hold) => {
  it.each([
    ['comments', false],
    ['live_comments', true],
  ])('are posted, each in the name of its author: %s', (field, isLive) => {
    const first = instagramComment(comment);
    const second = instagramComment({ ...comment, id: '17901', from: { id: '902', name: 'grace' } });
    const json = deliveryOf('instagram', [
      entry(account, hold({ field, value: first }), minuteAgo / 1000),
      entry(account, hold({ field, value: second }), minuteAgo / 1000),
    ]);
    const { updates, skipped } = parseDelivery(json, now);
    expect(skipped).toEqual([]);
    expect(updates).toEqual([
      {
        channel: 'instagram',
        accountId: account,
        contactId: ada.id,
        key: 'comment:17900',
        content: {
          kind: 'commentPosted',
          occurredAt: minuteAgo,
          commentId: '17900',
          text: 'Guide please!',
          isLive,
          postId: '18000',
          parentId: null,
          profile: { firstName: null, name: 'ada.lovelace' },
        },
      },
      expect.objectContaining({ contactId: '902', key: 'comment:17901' }),
    ]);
  });
});

describe('a comment on Instagram', () => {
  it('may have its id under another name', () => {
    const { id: _, ...value } = instagramComment(comment);
    expect(parseOne({ ...value, comment_id: '17900' })).toMatchObject({
      key: 'comment:17900',
      content: { commentId: '17900' },
    });
    expect(skipOne(value)).toBe('a comment without an id');
  });

  it('names the comment that it answers', () => {
    expect(parseOne(instagramComment({ ...comment, extra: { parent_id: '17899' } })).content).toMatchObject({
      parentId: '17899',
    });
  });

  it('under a boosted post is one, though it is told of twice with different media', () => {
    const boosted = {
      media: {
        id: '18999',
        media_product_type: 'AD',
        ad_id: '120333',
        ad_title: 'Our guide',
        original_media_id: '18000',
      },
    };
    const organic = parseOne(instagramComment(comment));
    const again = parseOne(instagramComment({ ...comment, extra: boosted }));
    expect(again.key).toBe(organic.key);
    expect(organic.content).not.toHaveProperty('originalPostId');
    expect(organic.content).not.toHaveProperty('ad');
    expect(again.content).toMatchObject({
      postId: '18999',
      originalPostId: '18000',
      ad: { id: '120333', title: 'Our guide' },
    });
  });

  it.each([
    ['its author has our id', { id: account, username: 'studio' }],
    ['the id that its author has here is told', { id: '77', username: 'studio', self_ig_scoped_id: '78' }],
    ['only that id is told', { self_ig_scoped_id: 78 }],
  ])('is our own where %s', (_case, from) => {
    expect(skipOne(instagramComment({ ...comment, extra: { from } }))).toBe('our own comment');
  });

  it('is of somebody who has no name yet where its author is not told', () => {
    const { from: _, ...anonymous } = comment;
    const update = parseOne(instagramComment(anonymous));
    expect(update).toMatchObject({ contactId: 'comment:17900', key: 'comment:17900' });
    expect(update.content).not.toHaveProperty('profile');
    expect(parseOne(instagramComment({ ...comment, extra: { from: { username: 'ada' } } }))).toMatchObject({
      contactId: 'comment:17900',
      content: { profile: { firstName: null, name: 'ada' } },
    });
  });

  it('may have no words, no media and no moment', () => {
    const value = { id: '17900', from: { id: '901' } };
    const { updates } = parse(value, 'comments', null);
    expect(updates[0]!.content).toEqual({
      kind: 'commentPosted',
      occurredAt: now,
      commentId: '17900',
      text: '',
      isLive: false,
      postId: null,
      parentId: null,
    });
  });

  it('is not posted later than we hear of it', () => {
    expect(parse(instagramComment(comment), 'comments', now + 60_000).updates[0]!.content.occurredAt).toBe(
      now,
    );
  });

  it('keeps the digits of ids that are numbers', () => {
    const value = instagramComment({ ...comment, extra: { id: 17900, media: { id: 18000 } } });
    expect(parseOne(value).content).toMatchObject({ commentId: '17900', postId: '18000' });
  });

  it('of the dashboard’s samples is not acted on', () => {
    const json = deliveryOf('instagram', [
      entry('0', {
        changes: [{ field: 'live_comments', value: { id: '17900', text: 'This is an example.' } }],
      }),
      entry('0', { field: 'comments', value: instagramComment(comment) }),
    ]);
    expect(parseDelivery(json, now)).toEqual({
      updates: [],
      notices: [],
      skipped: ['live_comments', 'comments'].map((field) => ({
        reason: 'a sample from the dashboard',
        object: 'instagram',
        field,
      })),
    });
  });

  it('is no comment of a page', () => {
    const json = deliveryOf('page', [
      entry('1001', { changes: [{ field: 'comments', value: instagramComment(comment) }] }),
    ]);
    expect(parseDelivery(json, now).updates).toEqual([]);
  });
});
