import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDelivery } from '../../../src/channels/meta/envelope.js';
import { feedComment, instagramComment } from '../../platforms/meta-comments.js';
import { deliveryOf, entry, type Item } from '../../platforms/meta-payloads.js';
import { type instagram, minuteAgo, now, threads } from './parsing.js';

/** A delivery that is understood, and whom it names. */
interface Sample {
  readonly json: Item;
  readonly account: string;
  readonly contact: string;
}

const samples: readonly Sample[] = threads.flatMap(([channel, them]) => {
  const {
    account: { id: account, object },
    contactId: contact,
  } = them;
  const sampleOf = (content: Item) => ({
    json: deliveryOf(object, [entry(account, content, minuteAgo)]),
    account,
    contact,
  });
  const changes = channel === 'instagram' ? commentsOnInstagram(contact) : commentsOnPage(contact);
  return [
    ...itemsOf(them).flatMap((item) => [
      sampleOf({ messaging: [item] }),
      sampleOf({ standby: [item] }),
      sampleOf({ changes: [{ field: 'messages', value: item }] }),
      sampleOf({ field: 'standby', value: item }),
    ]),
    ...changes.flatMap((change) => [sampleOf({ changes: [change] }), sampleOf(change)]),
  ];
});

function itemsOf(them: typeof instagram): readonly Item[] {
  const at = { mid: 'm_1', at: minuteAgo };
  const referral = { ref: 'guide', source: 'ADS', ad_id: '1', ads_context_data: { ad_title: 'Guide' } };
  const attachments = [
    { type: 'image', payload: { url: 'https://cdn.example/a.jpg', sticker_id: 369239263222822 } },
    { type: 'location', payload: { coordinates: { lat: 52.5, long: 13.4 } } },
    { type: 'fallback', title: 'A page', url: 'https://shop.example/', payload: null },
  ];
  const reply_to = { mid: 'm_0', is_self_reply: true };
  const marketing = {
    type: 'notification_messages',
    notification_messages_token: '886',
    token_expiry_timestamp: minuteAgo,
    payload: 'weekly_tips',
  };
  return [
    them.says('hi', { ...at, extra: { attachments, reply_to, referral, commands: [{ name: 'menu' }] } }),
    them.taps('Yes', 'yes', at),
    them.answersStory('hi', '179', at),
    them.mentionsInStory(at),
    them.unsends('m_1', at),
    them.happens('message', { mid: 'm_1', is_unsupported: true, order: {} }, at),
    them.edits('m_1', 'bye', 1, at),
    them.presses('Menu', 'menu', { ...at, extra: { referral } }),
    them.opensRef('guide', at),
    them.reacts('m_1', '❤', at),
    them.takesReactionBack('m_1', at),
    them.readsUpTo(minuteAgo, at),
    them.readsMessage('m_1', at),
    them.receives(['m_1', 'm_2'], minuteAgo, at),
    them.personElsewhereSays('hello', { ...at, extra: { app_id: 26390203743090 } }),
    them.happens('optin', { ref: 'guide' }, at),
    them.happens('optin', marketing, at),
    them.happens('optin', { ...marketing, notification_messages_status: 'STOP_NOTIFICATIONS' }, at),
    them.happens('pass_thread_control', { previous_owner_app_id: '1', new_owner_app_id: '2' }, at),
    them.happens('take_thread_control', { previous_owner_app_id: '1', new_owner_app_id: '2' }, at),
    them.happens('request_thread_control', { requested_owner_app_id: '1', metadata: 'x' }, at),
    them.happens('account_linking', { status: 'linked' }, at),
    them.happens('messaging_feedback', { feedback_screens: [{ questions: {} }] }, at),
    them.happens('policy-enforcement', { action: 'block', reason: 'spam' }, at),
    them.happens('app_roles', { '1': ['primary_receiver'] }, at),
    { ...them.says('hi', at), prior_message: { source: 'checkbox_plugin', identifier: 'ref-1' } },
  ];
}

function commentsOnInstagram(author: string): readonly Item[] {
  const media = { id: '2', media_product_type: 'AD', ad_id: '3', ad_title: 'x', original_media_id: '4' };
  const value = instagramComment({
    id: '1',
    text: 'guide',
    from: { id: author },
    extra: { media, parent_id: '5' },
  });
  return ['comments', 'live_comments'].map((field) => ({ field, value }));
}

function commentsOnPage(author: string): readonly Item[] {
  const comment = {
    id: '2_1',
    text: 'guide',
    from: { id: author },
    extra: { created_time: minuteAgo / 1000 },
  };
  const verbs = ['add', 'edited', 'remove', 'hide', 'unhide'];
  return verbs.map((verb) => ({ field: 'feed', value: feedComment(verb, comment) }));
}

type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...parts.flatMap(([key, part]) => pathsIn(part, [...path, key]))];
}

/** A copy in which one thing is changed; undefined: left out. */
function withChange(value: unknown, [key, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((part, index) => (index === key ? withChange(part, rest, change) : (part as unknown)));
  }
  const whole = value as Readonly<Record<string, unknown>>;
  const changed = withChange(whole[key], rest, change);
  const others = Object.entries(whole).filter(([name]) => name !== key);
  return Object.fromEntries(changed === undefined ? others : [...others, [key, changed]]);
}

/** As text; an object may have anything for a `toString`. */
function inWords(value: unknown): string {
  if (value === undefined) return 'undefined';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const pieces: fc.Arbitrary<(old: unknown) => unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }).map((value) => () => value),
  fc
    .constantFrom<unknown>(
      undefined,
      null,
      true,
      false,
      0,
      -1,
      1.5,
      '',
      '0',
      [],
      {},
      '__proto__',
      2 ** 53,
      now + 1e9,
    )
    .map((value) => () => value),
  fc.constantFrom<(old: unknown) => unknown>(
    (old) => [old],
    (old) => ({ id: old }),
    inWords,
    (old) => [old, old],
    (old) => ({ ...(old as object), is_echo: true }),
    (old) => ({ ...(old as object), is_deleted: true }),
    (old) => ({ ...(old as object), user_ref: 'ref-2' }),
  ),
);

/** One or two changes, at any places of any sample. */
const mutated = fc
  .tuple(fc.nat(samples.length - 1), fc.array(fc.tuple(fc.nat(), pieces), { minLength: 1, maxLength: 2 }))
  .map(([index, changes]) => {
    const sample = samples[index]!;
    const json = changes.reduce<unknown>((whole, [place, change]) => {
      const paths = pathsIn(whole);
      return withChange(whole, paths[place % paths.length]!, change);
    }, sample.json);
    return { ...sample, json };
  });

/** Everything that stands where somebody is named, and what stands in for a name. */
function namesIn(json: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  const note = (name: unknown) => {
    for (const prefix of ['', 'user_ref:', 'comment:']) names.add(`${prefix}${inWords(name)}`);
  };
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (['id', 'user_ref', 'sender_id', 'comment_id', 'identifier'].includes(key)) note(part);
      walk(part);
    }
  };
  walk(json);
  return names;
}

describe('a delivery in which anything is changed', () => {
  it('is understood at first', () => {
    for (const { json, account, contact } of samples) {
      const { updates, notices, skipped } = parseDelivery(json, now);
      expect(skipped).toEqual([]);
      expect(updates.length + notices.length).toBe(1);
      for (const update of updates) expect(update).toMatchObject({ accountId: account, contactId: contact });
    }
    expect(samples.length).toBeGreaterThan(200);
  });

  it('makes nothing throw, nothing happen in the future, and nothing of anybody who is not named', () => {
    fc.assert(
      fc.property(mutated, ({ json }) => {
        const { updates, notices, skipped } = parseDelivery(json, now);
        expect(updates.length + notices.length + skipped.length).toBeGreaterThan(0);
        if (updates.length === 0) return;
        const names = namesIn(json);
        for (const { accountId, contactId, alsoKnownAs = [], key, content } of updates) {
          expect([accountId, contactId, ...alsoKnownAs].filter((name) => !names.has(name))).toEqual([]);
          expect(contactId).not.toBe(accountId);
          expect(key).not.toBe('');
          expect(content.occurredAt).toBeLessThanOrEqual(now);
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('stays the contact’s, whatever is changed in what happened', () => {
    const sides = /^(sender|recipient|from|sender_id|id|comment_id|field|prior_message)$/;
    const inside = fc.tuple(fc.nat(samples.length - 1), fc.nat(), pieces).map(([index, place, change]) => {
      const sample = samples[index]!;
      const paths = pathsIn(sample.json).filter(
        (path) => path.length > 4 && !path.some((key) => sides.test(String(key))),
      );
      const path = paths[place % paths.length];
      return { ...sample, json: path === undefined ? sample.json : withChange(sample.json, path, change) };
    });
    fc.assert(
      fc.property(inside, ({ json, account, contact }) => {
        for (const { accountId, contactId } of parseDelivery(json, now).updates) {
          expect([accountId, contactId]).toEqual([account, contact]);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
