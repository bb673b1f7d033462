import { createHmac, randomUUID } from 'node:crypto';
import type { FakeSend } from './fake-send.js';

/** An account of ours, as deliveries name it. */
export interface FakeAccount {
  readonly object: 'instagram' | 'page';
  readonly id: string;
}

/** One item of `messaging` or `standby`. */
export type Item = Readonly<Record<string, unknown>>;

/** What every item may say differently. Ids are unique and moments are now, unless told. */
export interface ItemOptions {
  readonly mid?: string;
  /** Epoch ms. */
  readonly at?: number;
  /** More properties of the event itself, such as `reply_to` of a message. */
  readonly extra?: Item;
}

/** A new id of a message, as the platform would make one. */
export function newMid(): string {
  return `m_${randomUUID()}`;
}

/**
 * The items that a thread between an account and a contact produces:
 *
 * ```ts
 * const ada = thread({ object: 'instagram', id: '17841400000000001' }, '900');
 * const { body, headers } = signed(delivery(ada.account, ada.says('guide')), secret);
 * ```
 */
export function thread(account: FakeAccount, contactId: string) {
  const fromContact = { sender: { id: contactId }, recipient: { id: account.id } };
  const fromUs = { sender: { id: account.id }, recipient: { id: contactId } };
  const item = (key: string, event: Item, { at, extra }: ItemOptions, sides: Item = fromContact): Item => ({
    ...sides,
    timestamp: at ?? Date.now(),
    [key]: { ...event, ...extra },
  });
  const message = (event: Item, options: ItemOptions, sides?: Item): Item =>
    item('message', { mid: options.mid ?? newMid(), ...event }, options, sides);
  return {
    account,
    contactId,

    says: (text: string, options: ItemOptions = {}) => message({ text }, options),
    taps: (title: string, payload: string, options: ItemOptions = {}) =>
      message({ text: title, quick_reply: { payload } }, options),
    answersStory: (text: string, storyId: string, options: ItemOptions = {}) =>
      message({ text, reply_to: { story: { id: storyId, url: 'https://cdn.example/story.jpg' } } }, options),
    mentionsInStory: (options: ItemOptions = {}) =>
      message(
        { attachments: [{ type: 'story_mention', payload: { url: 'https://cdn.example/mention.jpg' } }] },
        options,
      ),
    unsends: (mid: string, options: ItemOptions = {}) => message({ is_deleted: true }, { ...options, mid }),
    edits: (mid: string, text: string, edition: number, options: ItemOptions = {}) =>
      item('message_edit', { mid, text, num_edit: edition }, options),
    presses: (title: string, payload: string, options: ItemOptions = {}) =>
      item('postback', { mid: options.mid ?? newMid(), title, payload }, options),
    opensRef: (ref: string, options: ItemOptions = {}) =>
      item('referral', { ref, source: 'SHORTLINK', type: 'OPEN_THREAD' }, options),
    reacts: (mid: string, emoji: string, options: ItemOptions = {}) =>
      item('reaction', { mid, action: 'react', emoji, reaction: 'other' }, options),
    takesReactionBack: (mid: string, options: ItemOptions = {}) =>
      item('reaction', { mid, action: 'unreact' }, options),
    /** Messenger's form: everything up to a moment. */
    readsUpTo: (watermark: number, options: ItemOptions = {}) => item('read', { watermark }, options),
    /** Instagram's form: one message. */
    readsMessage: (mid: string, options: ItemOptions = {}) => item('read', { mid }, options),
    receives: (mids: readonly string[], watermark: number, options: ItemOptions = {}) =>
      item('delivery', { mids, watermark }, options),

    /** A person's message, written in the platform's own app. */
    personElsewhereSays: (text: string, options: ItemOptions = {}) =>
      message({ text, is_echo: true }, options, fromUs),
    /** The echo of one of our own messages. */
    echoOf: ({ messageId: mid, text, metadata, at }: FakeSend, appId = 424242) =>
      message({ text, is_echo: true, app_id: appId, metadata }, { mid, at }, fromUs),
    /** Anything else by its key, such as `optin` or `pass_thread_control`. */
    happens: (key: string, event: Item, options: ItemOptions = {}) => item(key, event, options),
  };
}

/** One delivery with one entry of these items. */
export function delivery(account: FakeAccount, ...items: readonly Item[]): Item {
  return deliveryOf(account.object, [entry(account.id, { messaging: items })]);
}

/** One delivery of any entries: several accounts, standby, changes. */
export function deliveryOf(object: string, entries: readonly Item[]): Item {
  return { object, entry: entries };
}

export function entry(accountId: string, content: Item, time = Date.now()): Item {
  return { id: accountId, time, ...content };
}

export interface SignedBody {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A delivery as it comes over the wire, signed with the app secret. */
export function signed(payload: unknown, secret: string): SignedBody {
  const body = wireBytes(payload);
  return {
    body,
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signatureOf(body, secret) },
  };
}

export function signatureOf(body: string | Buffer, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** JSON as the platform writes it: everything that is not ASCII is escaped. */
function wireBytes(payload: unknown): string {
  return JSON.stringify(payload).replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
