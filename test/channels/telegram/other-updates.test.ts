import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUpdate, servedKinds } from '../../../src/channels/telegram/parse.js';
import { type Part, update } from '../../platforms/telegram-payloads.js';
import { withNovelty } from '../with-novelty.js';
import { ada, minuteAgo, now, parseOne, skipOne } from './parsing.js';

describe('a block', () => {
  it('is the end of being reachable, and lifting it the beginning', () => {
    expect(parseOne(ada.blocks())).toMatchObject({
      contactId: '501',
      content: { kind: 'reachabilityChanged', isReachable: false },
    });
    expect(parseOne(ada.unblocks()).content).toMatchObject({ isReachable: true });
  });

  it('occurs when Telegram says', () => {
    const { my_chat_member } = ada.blocks();
    const change = { ...(my_chat_member as object), date: minuteAgo };
    expect(parseOne(update({ my_chat_member: change })).content.occurredAt).toBe(now - 60_000);
  });

  it.each([
    ['in a group', { chat: { id: -5, type: 'supergroup' } }, 'not of a private chat'],
    ['to another state', { new_chat_member: { status: 'restricted' } }, 'neither blocked nor unblocked'],
    ['to nothing', { new_chat_member: null }, 'neither blocked nor unblocked'],
  ])('%s is skipped', (_what, extra, reason) => {
    const { my_chat_member } = ada.blocks();
    expect(skipOne(update({ my_chat_member: { ...(my_chat_member as object), ...extra } }))).toBe(reason);
  });
});

describe('a reaction', () => {
  it('is what now stands under the message', () => {
    expect(parseOne(ada.reacts(12, '👍')).content).toMatchObject({
      kind: 'reactionChanged',
      platformMessageId: '12',
      reaction: '👍',
    });
  });

  it('is the newest of several', () => {
    expect(parseOne(ada.reacts(12, '👍', '🔥')).content).toMatchObject({ reaction: '🔥' });
  });

  it('is taken back where nothing stands there any more', () => {
    expect(parseOne(ada.reacts(12)).content).toMatchObject({ reaction: null });
  });

  it('that is no emoji is another', () => {
    const { message_reaction } = ada.reacts(12);
    const change = { ...(message_reaction as object), new_reaction: [{ type: 'paid' }] };
    expect(parseOne(update({ message_reaction: change })).content).toMatchObject({ reaction: 'other' });
  });

  it.each([
    ['in a channel', { chat: { id: -5, type: 'channel' } }, 'not of a private chat'],
    ['of a bot', { user: { id: 1, is_bot: true } }, 'a reaction of a bot'],
    ['to no message', { message_id: 'x y' }, 'a reaction to no message'],
  ])('%s is skipped', (_what, extra, reason) => {
    const { message_reaction } = ada.reacts(12, '👍');
    expect(skipOne(update({ message_reaction: { ...(message_reaction as object), ...extra } }))).toBe(reason);
  });
});

const unserved = [
  ...['channel_post', 'edited_channel_post', 'business_connection', 'business_message'],
  ...['edited_business_message', 'deleted_business_messages', 'guest_message', 'message_reaction_count'],
  ...['inline_query', 'chosen_inline_result', 'shipping_query', 'pre_checkout_query', 'purchased_paid_media'],
  ...[
    'poll',
    'poll_answer',
    'chat_member',
    'chat_join_request',
    'chat_boost',
    'removed_chat_boost',
    'managed_bot',
  ],
];

describe('an update of another kind', () => {
  it('is one of twenty, beside the five that are served', () => {
    expect(servedKinds.toSorted()).toEqual(
      ['callback_query', 'edited_message', 'message', 'message_reaction', 'my_chat_member'].toSorted(),
    );
    expect(new Set([...servedKinds, ...unserved]).size).toBe(25);
  });

  it.each(unserved)('is taken and skipped with a reason: %s', (kind) => {
    const message = {
      message_id: 1,
      date: 1,
      chat: { id: 501, type: 'private' },
      from: ada.from,
      text: 'stop',
    };
    expect(skipOne(update({ [kind]: message }))).not.toMatch(/do not know|nothing happened/);
  });

  it('is skipped by its name where it comes with a later version', () => {
    expect(parseUpdate(update({ hologram: {} }), { accountId: '4000', receivedAt: now }).skipped).toEqual([
      { reason: 'of a kind that we do not know', object: 'update', field: 'hologram' },
    ]);
  });

  it('does not hide the kind beside it that is served', () => {
    const { message } = ada.says('hi');
    expect(parseOne({ update_id: 1, novelty: {}, message }).content).toMatchObject({ text: 'hi' });
  });

  it.each(servedKinds)('is skipped where %s is no object', (kind) => {
    expect(skipOne(update({ [kind]: ['x'] }))).toBe('no object');
  });

  it('is skipped without an id, since a repetition could not be told', () => {
    expect(skipOne({ message: ada.says('hi')['message'] })).toBe('no update');
  });
});

describe('any JSON at all', () => {
  const json = fc.jsonValue({ maxDepth: 2 });
  const chat = fc.record({
    id: fc.oneof(json, fc.constant(501)),
    type: fc.oneof(json, fc.constant('private')),
  });
  const files = ['voice', 'document', 'venue', 'contact', 'poll', 'dice', 'live_photo', 'photo', 'location'];
  const event = fc.record(
    {
      ...{ id: json, chat: fc.oneof(json, chat), from: json, user: json, date: json, edit_date: json },
      ...{ message_id: fc.oneof(json, fc.constant(7)), text: json, caption: json, data: json },
      ...{ new_reaction: json, new_chat_member: json, reply_to_message: json, game: json },
      message: fc.oneof(json, fc.record({ chat, reply_markup: json })),
      ...Object.fromEntries(
        files.map((key) => [key, fc.oneof(json, fc.record({ file_id: json, options: json }))]),
      ),
    },
    { requiredKeys: [] },
  );
  const anUpdate = fc
    .tuple(fc.oneof(json, fc.nat()), fc.constantFrom(...servedKinds, 'poll', 'new'), fc.oneof(json, event))
    .map(([update_id, kind, value]): Part => ({ update_id, [kind]: value }));

  it('makes nothing throw, and nothing occur after it arrived', () => {
    fc.assert(
      fc.property(fc.oneof(json, anUpdate), (body) => {
        const { updates, skipped } = parseUpdate(body, { accountId: '4000', receivedAt: now });
        expect(updates.length + skipped.length).toBe(1);
        expect(updates.every(({ content }) => content.occurredAt <= now)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('changes nothing by fields that we do not know', () => {
    const samples = [
      ada.says('hi'),
      ada.presses('a#b#c'),
      ada.edits(1, 'x', minuteAgo),
      ada.blocks(),
      ada.reacts(1),
    ];
    for (const sample of samples) {
      expect(parseOne(withNovelty(sample) as Part)).toEqual(parseOne(sample));
    }
  });
});
