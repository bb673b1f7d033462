import type { Chance } from '../../faults/chance.js';
import { changeOf as commentChange, feedComment, instagramComment } from '../../platforms/meta-comments.js';
import { delivery, entry, deliveryOf, newMid, thread, type Item } from '../../platforms/meta-payloads.js';
import { chatWith, type Part } from '../../platforms/telegram-payloads.js';
import { activity, delivery as activities, dmsBetween } from '../../platforms/x-payloads.js';
import {
  changeOf as whatsAppChange,
  deliveryTo,
  messagesOf,
  newWamid,
  personOnWhatsApp,
  statusesOf,
  statusOf,
  type FakeNumber,
} from '../../platforms/whatsapp-payloads.js';

/** What comes in is all of this, from these people. */
export interface Cast {
  readonly instagram: string;
  readonly page: string;
  readonly number: FakeNumber;
  /** The account's id on X. */
  readonly x: string;
}

export interface Sample {
  readonly to: 'meta' | 'telegram' | 'x';
  readonly payload: unknown;
}

type Make = (contactId: string, cast: Cast, chance: Chance) => Sample;

const words: readonly [string, ...string[]] = [
  'guide',
  'pricing',
  'A fresh look',
  'my thesis',
  'I run a shop',
  'yes',
  '2',
  'help',
  'what do you mean?',
  'Grüße 🎉 an alle',
];

const say = (chance: Chance): string => chance.among(words);

const meta = (payload: unknown): Sample => ({ to: 'meta', payload });
const telegram = (payload: Part): Sample => ({ to: 'telegram', payload });

/** One way of saying something about a thread, as an item of Meta's `messaging`. */
type Happens = (own: ReturnType<typeof thread>, chance: Chance) => Item;

const happenings: readonly [Happens, ...Happens[]] = [
  (own, chance) => own.says(say(chance)),
  (own, chance) => own.taps(say(chance), 'guide#tips#Yes'),
  (own, chance) => own.answersStory(say(chance), 'story_1'),
  (own) => own.mentionsInStory(),
  (own) => own.unsends(newMid()),
  (own, chance) => own.edits(newMid(), say(chance), 1),
  (own) => own.presses('Get started', 'start:guide'),
  (own) => own.opensRef('guide'),
  (own) => own.reacts(newMid(), '❤'),
  (own) => own.takesReactionBack(newMid()),
  (own) => own.readsUpTo(Date.now()),
  (own) => own.readsMessage(newMid()),
  (own) => own.receives([newMid(), newMid()], Date.now()),
  (own) => own.happens('optin', { ref: 'guide', user_ref: 'u1' }),
  (own) =>
    own.happens('optin', {
      type: 'notification_messages',
      payload: 'weekly_tips',
      notification_messages_token: 't1',
    }),
  (own) => own.happens('request_thread_control', { requested_owner_app_id: 1, metadata: '' }),
  (own) => own.happens('account_linking', { status: 'linked', authorization_code: 'c' }),
  (own) => own.happens('policy-enforcement', { action: 'warning', reason: 'spam' }),
  (own) =>
    own.says('', {
      extra: { attachments: [{ type: 'image', payload: { url: 'https://cdn.example/a.jpg' } }] },
    }),
  (own, chance) =>
    own.says(say(chance), {
      extra: { reply_to: { mid: newMid() }, referral: { ref: 'guide', source: 'ADS', ad_id: '5' } },
    }),
];

const inThread =
  (object: 'instagram' | 'page'): Make =>
  (contactId, cast, chance) => {
    const account = { object, id: object === 'page' ? cast.page : cast.instagram };
    const own = thread(account, contactId);
    const item = chance.among(happenings)(own, chance);
    const isStandby = chance.happens(0.05);
    return meta(
      isStandby ? deliveryOf(object, [entry(account.id, { standby: [item] })]) : delivery(account, item),
    );
  };

const onInstagramPost: Make = (contactId, cast, chance) => {
  const value = instagramComment({ id: newMid(), text: say(chance), from: { id: contactId } });
  return meta(commentChange('instagram', cast.instagram, { field: 'comments', value }));
};

const verbs: readonly [string, ...string[]] = ['add', 'edited', 'remove', 'hide', 'unhide'];

const onPagePost: Make = (contactId, cast, chance) => {
  const comment = { id: `1_${newMid()}`, text: say(chance), from: { id: contactId } };
  return meta(
    commentChange('page', cast.page, { field: 'feed', value: feedComment(chance.among(verbs), comment) }),
  );
};

const onWhatsApp: Make = (contactId, cast, chance) => {
  const own = personOnWhatsApp({ phone: contactId, name: 'Ada' });
  const change = chance.among<() => ReturnType<typeof messagesOf>>([
    () => messagesOf([own], own.says(say(chance))),
    () => messagesOf([own], own.taps('Yes', 'guide#tips#Yes')),
    () => messagesOf([own], own.picks('Yes', 'guide#tips#Yes')),
    () => messagesOf([own], own.reacts(newWamid(), '👍')),
    () => messagesOf([own], own.edits(newWamid(), say(chance))),
    () => messagesOf([own], own.takesBack(newWamid())),
    () =>
      messagesOf(
        [own],
        own.sends('image', { id: 'm1', mime_type: 'image/jpeg', sha256: 'x', caption: say(chance) }),
      ),
    () => messagesOf([own], own.sends('location', { latitude: 52.5, longitude: 13.4, name: 'Here' })),
    () =>
      messagesOf(
        [own],
        own.sends('order', { catalog_id: 'c', product_items: [{ product_retailer_id: 'p', quantity: 1 }] }),
      ),
    () =>
      statusesOf(
        statusOf(newWamid(), chance.among(['sent', 'delivered', 'read', 'failed']), contactId, {
          error: 131026,
        }),
      ),
    () => whatsAppChange('account_update', { event: 'VERIFIED_ACCOUNT' }),
    () => whatsAppChange('message_template_status_update', { event: 'PAUSED', message_template_name: 'x' }),
  ])();
  return meta(deliveryTo(cast.number, change));
};

const onTelegram: Make = (contactId, _cast, chance) => {
  const chat = chatWith(Number(contactId));
  return telegram(
    chance.among<() => Part>([
      () => chat.says(say(chance)),
      () =>
        chat.presses('guide#tips#Yes', { keyboard: [[{ text: 'Yes', callback_data: 'guide#tips#Yes' }]] }),
      () => chat.edits(5, say(chance), Math.floor(Date.now() / 1000)),
      () => chat.reacts(5, '👍'),
      () => chat.sends({ photo: [{ file_id: 'f', width: 1, height: 1 }], caption: say(chance) }),
      () => chat.sends({ location: { latitude: 1, longitude: 2 } }),
    ])(),
  );
};

const onX: Make = (contactId, cast, chance) => {
  const chat = dmsBetween(cast.x, contactId);
  const payload = chance.among<() => unknown>([
    () => chat.says(say(chance)),
    () => chat.saysAsBefore(say(chance)),
    () => chat.says(say(chance), { data: { quick_reply_response: { type: 'options', metadata: 'm' } } }),
    () =>
      activities(
        activity(cast.x, 'dm.read', { direct_message_mark_read_events: [{ sender_id: contactId }] }),
      ),
    () => activities(activity(cast.x, 'chat.received', { encrypted_message: 'AAAA' })),
  ])();
  return { to: 'x', payload };
};

/** What each channel's platform may deliver, as it would look if nothing were wrong with it. */
export const samples = {
  instagram: [inThread('instagram'), inThread('instagram'), inThread('instagram'), onInstagramPost],
  messenger: [inThread('page'), inThread('page'), inThread('page'), onPagePost],
  whatsapp: [onWhatsApp],
  telegram: [onTelegram],
  x: [onX],
} satisfies Readonly<Record<string, readonly [Make, ...Make[]]>>;

export type SampledChannel = keyof typeof samples;
