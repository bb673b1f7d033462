import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseDelivery } from '../../../../src/channels/meta/envelope.js';
import { changeOf, type FakeComment, feedComment } from '../../../platforms/meta-comments.js';
import { deliveryOf, entry, type Item } from '../../../platforms/meta-payloads.js';
import { minuteAgo, now } from '../parsing.js';

const page = '1001';
const created = (minuteAgo - 30_000) / 1000;
const comment: FakeComment = {
  id: '18000_17900',
  text: 'Guide please!',
  from: { id: '24601987654321', name: 'Ada Lovelace' },
  extra: { created_time: created },
};

/** Of its words. */
const digest = createHash('sha256').update('Guide please!').digest('hex').slice(0, 16);

const parse = (value: Item) =>
  parseDelivery(changeOf('page', page, { field: 'feed', value }, minuteAgo), now);
const parseOne = (value: Item) => {
  const { updates, skipped } = parse(value);
  expect(skipped).toEqual([]);
  expect(updates).toHaveLength(1);
  return updates[0]!;
};
const skipOne = (value: Item) => {
  const { updates, skipped } = parse(value);
  expect(updates).toEqual([]);
  return skipped[0]!.reason;
};

describe('a comment on a page', () => {
  it('is posted in the name of its author', () => {
    expect(parseOne(feedComment('add', comment))).toEqual({
      channel: 'messenger',
      accountId: page,
      contactId: '24601987654321',
      key: 'comment:18000_17900:posted',
      content: {
        kind: 'commentPosted',
        occurredAt: created * 1000,
        commentId: '18000_17900',
        postId: '1001_18000',
        text: 'Guide please!',
        isLive: false,
        parentId: null,
        profile: { firstName: 'Ada', name: 'Ada Lovelace' },
      },
    });
  });

  it.each([
    ['edited', 'edited', 'Guide please!', `:${created * 1000}:${digest}`],
    ['edit', 'edited', 'Guide please!', `:${created * 1000}:${digest}`],
    ['remove', 'removed', null, ''],
    ['hide', 'hidden', null, `:${created * 1000}`],
    ['unhide', 'shown', null, `:${created * 1000}`],
  ])('changes by the verb %s', (verb, change, text, moment) => {
    expect(parseOne(feedComment(verb, comment))).toEqual({
      channel: 'messenger',
      accountId: page,
      contactId: '24601987654321',
      key: `comment:18000_17900:${change}${moment}`,
      content: {
        kind: 'commentChanged',
        occurredAt: created * 1000,
        commentId: '18000_17900',
        change,
        text,
      },
    });
  });

  it('has its second edit told apart also where both are told with the moment of the comment', () => {
    const key = (text: string) => parseOne(feedComment('edited', { ...comment, text })).key;
    expect(key('STOP')).not.toBe(key('Guide'));
    expect(key('STOP')).toBe(key('STOP'));
  });

  it('can be edited more than once, and removed once', () => {
    const key = (verb: string, created_time: number) =>
      parseOne(feedComment(verb, { ...comment, extra: { created_time } })).key;
    expect(key('edited', created)).toBe(key('edited', created));
    expect(key('edited', created)).not.toBe(key('edited', created + 1));
    expect(key('remove', created)).toBe(key('remove', created + 1));
    expect(key('add', created)).not.toBe(key('remove', created));
  });

  it('is edited without its words being told', () => {
    const { text: _, ...wordless } = comment;
    expect(parseOne(feedComment('edited', wordless)).content).toMatchObject({ change: 'edited', text: null });
  });

  it('is left alone where something else is done to it', () => {
    expect(skipOne(feedComment('mute', comment))).toBe('something else than we know was done to a comment');
    expect(skipOne(feedComment('__proto__', comment))).toBe(
      'something else than we know was done to a comment',
    );
  });

  it('is our own where the page wrote it', () => {
    for (const from of [{ id: page, name: 'Studio' }, { id: 1001 }]) {
      for (const verb of ['add', 'edited', 'remove', 'hide', 'unhide']) {
        expect(skipOne(feedComment(verb, { ...comment, extra: { from } }))).toBe('our own comment');
      }
    }
    const { from: _, ...older } = comment;
    expect(skipOne(feedComment('add', { ...older, extra: { sender_id: 1001, sender_name: 'Studio' } }))).toBe(
      'our own comment',
    );
  });

  it('has its author beside it in older payloads', () => {
    const { from: _, ...older } = comment;
    const value = feedComment('add', { ...older, extra: { sender_id: 24601987654321, sender_name: 'Ada' } });
    expect(parseOne(value)).toMatchObject({
      contactId: '24601987654321',
      content: { profile: { firstName: 'Ada', name: 'Ada' } },
    });
  });

  it('is of somebody who has no name yet where its author is not told, and stays theirs', () => {
    const { from: _, ...anonymous } = comment;
    const posted = parseOne(feedComment('add', anonymous));
    expect(posted).toMatchObject({ contactId: 'comment:18000_17900' });
    expect(posted.content).not.toHaveProperty('profile');
    expect(parseOne(feedComment('remove', anonymous)).contactId).toBe(posted.contactId);
  });

  it.each(['photo', 'video'])('that is a %s has no words', (kind) => {
    const { text: _, ...wordless } = comment;
    const value = feedComment('add', { ...wordless, extra: { [kind]: 'https://cdn.example/it' } });
    expect(parseOne(value).content).toMatchObject({ kind: 'commentPosted', text: '' });
  });

  it('names the comment that it answers', () => {
    const value = feedComment('add', { ...comment, extra: { parent_id: '18000_17899' } });
    expect(parseOne(value).content).toMatchObject({ postId: '1001_18000', parentId: '18000_17899' });
    const { parent_id: _, ...parentless } = feedComment('add', comment);
    expect(parseOne(parentless).content).toMatchObject({ parentId: null });
  });

  it('happened when the entry says so, where it does not', () => {
    const { extra: _, ...timeless } = comment;
    const update = parseOne(feedComment('hide', timeless));
    expect(update).toMatchObject({
      key: `comment:18000_17900:hidden:${minuteAgo}`,
      content: { occurredAt: minuteAgo },
    });
  });

  it('is not posted later than we hear of it', () => {
    const value = feedComment('add', { ...comment, extra: { created_time: now / 1000 + 60 } });
    expect(parseOne(value).content.occurredAt).toBe(now);
  });

  it('is skipped without an id', () => {
    const { comment_id: _, ...value } = feedComment('add', comment);
    expect(skipOne(value)).toBe('a comment without an id');
  });

  it('on an ad post is read like any other', () => {
    const post = { status_type: 'added_photos', is_published: false, permalink_url: 'https://x.example/' };
    expect(parseOne(feedComment('add', { ...comment, extra: { post } })).content).toMatchObject({
      kind: 'commentPosted',
      postId: '1001_18000',
    });
  });

  it('is read flat in the entry, too', () => {
    const json = deliveryOf('page', [
      entry(page, { field: 'feed', value: feedComment('add', comment) }),
      entry(page, { field: 'feed', value: feedComment('add', { ...comment, id: '18000_17901' }) }),
    ]);
    expect(parseDelivery(json, now).updates.map(({ key }) => key)).toEqual([
      'comment:18000_17900:posted',
      'comment:18000_17901:posted',
    ]);
  });
});

describe('what else happens on a page', () => {
  it.each(['post', 'status', 'photo', 'video', 'like', 'reaction', 'share', 'album', 'event', undefined])(
    'is left alone: %s',
    (item) => {
      const value = { ...feedComment('add', comment), item };
      expect(parse(value)).toEqual({
        updates: [],
        notices: [],
        skipped: [{ reason: 'nothing in the feed but comments is acted on', object: 'page', field: 'feed' }],
      });
    },
  );

  it('is a mention, which names nobody whom we could answer', () => {
    for (const field of ['mention', 'mentions']) {
      const json = changeOf('page', page, { field, value: { item: 'comment', verb: 'add', post_id: '7_8' } });
      expect(parseDelivery(json, now).skipped).toMatchObject([{ field, object: 'page' }]);
    }
  });
});
