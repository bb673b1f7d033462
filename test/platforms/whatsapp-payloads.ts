import { randomUUID } from 'node:crypto';

/** Anything of a payload. */
export type Json = Readonly<Record<string, unknown>>;

/** A number of ours, as deliveries name it. */
export interface FakeNumber {
  /** The WABA id: `entry.id`. */
  readonly business: string;
  /** `phone_number_id`: the account. */
  readonly id: string;
  /** `display_phone_number`, digits. */
  readonly phone: string;
}

/** Somebody who writes to us. Without a phone they are known by their business-scoped user id alone. */
export interface FakePerson {
  readonly phone?: string;
  readonly userId?: string;
  readonly name?: string;
}

export interface MessageOptions {
  readonly id?: string;
  /** Epoch ms; WhatsApp tells whole seconds. */
  readonly at?: number;
  /** More properties of the message itself, such as `context`. */
  readonly extra?: Json;
}

/** A new id of a message, as WhatsApp would make one. */
export function newWamid(): string {
  return `wamid.${Buffer.from(randomUUID()).toString('base64')}`;
}

export function seconds(at: number): string {
  return String(Math.floor(at / 1000));
}

/**
 * What somebody does, as the items of `messages` that their thread produces:
 *
 * ```ts
 * const ada = personOnWhatsApp({ phone: '4915100000001', name: 'Ada' });
 * const { body, headers } = signed(deliveryTo(number, messagesOf([ada], ada.says('guide'))), secret);
 * ```
 */
export function personOnWhatsApp(person: FakePerson) {
  const sends = (type: string, body: unknown, options: MessageOptions = {}): Json => ({
    ...(person.phone === undefined ? {} : { from: person.phone }),
    ...(person.userId === undefined ? {} : { from_user_id: person.userId }),
    id: options.id ?? newWamid(),
    timestamp: seconds(options.at ?? Date.now()),
    type,
    ...(body === undefined ? {} : { [type]: body }),
    ...options.extra,
  });
  return {
    person,
    /** Anything by its type. */
    sends,
    says: (text: string, options?: MessageOptions) => sends('text', { body: text }, options),
    /** A reply button or a row of a list of ours. */
    taps: (title: string, id: string, options?: MessageOptions) =>
      sends('interactive', { type: 'button_reply', button_reply: { id, title } }, options),
    picks: (title: string, id: string, options?: MessageOptions) =>
      sends('interactive', { type: 'list_reply', list_reply: { id, title, description: '' } }, options),
    /** A quick reply of a template. */
    pressesTemplate: (text: string, payload: string, options?: MessageOptions) =>
      sends('button', { payload, text }, options),
    reacts: (wamid: string, emoji: string, options?: MessageOptions) =>
      sends('reaction', { message_id: wamid, emoji }, options),
    edits: (wamid: string, text: string, options?: MessageOptions) =>
      sends('edit', { original_message_id: wamid, message: { type: 'text', text: { body: text } } }, options),
    takesBack: (wamid: string, options?: MessageOptions) =>
      sends('revoke', { original_message_id: wamid }, options),
  };
}

type Person = ReturnType<typeof personOnWhatsApp>;

/** A named change, as it stands in an entry. */
export interface FakeChange {
  readonly field: string;
  readonly value: Json;
}

/** Any field's value about a number; `contacts` tells who the people are. */
export function changeOf(field: string, value: Json, people: readonly Person[] = []): FakeChange {
  const contacts = people.map(({ person: { name, phone, userId } }) => ({
    profile: { name: name ?? 'Somebody' },
    ...(phone === undefined ? {} : { wa_id: phone }),
    ...(userId === undefined ? {} : { user_id: userId }),
  }));
  return { field, value: { ...(contacts.length === 0 ? {} : { contacts }), ...value } };
}

export function messagesOf(people: readonly Person[], ...messages: readonly Json[]): FakeChange {
  return changeOf('messages', { messages }, people);
}

export interface StatusOptions {
  readonly at?: number;
  /** `biz_opaque_callback_data`. */
  readonly reference?: string;
  /** Code of a failure. */
  readonly error?: number;
  readonly extra?: Json;
}

/** What became of a message of ours, as an item of `statuses`. */
export function statusOf(wamid: string, status: string, to: string, options: StatusOptions = {}): Json {
  const { at = Date.now(), reference, error, extra } = options;
  const title = 'The fake platform was told to fail this';
  return {
    id: wamid,
    status,
    timestamp: seconds(at),
    recipient_id: to,
    ...(reference === undefined ? {} : { biz_opaque_callback_data: reference }),
    ...(error === undefined ? {} : { errors: [{ code: error, title, message: title }] }),
    ...extra,
  };
}

export function statusesOf(...statuses: readonly Json[]): FakeChange {
  return changeOf('messages', { statuses });
}

/** One entry with changes about one number. */
export function entryOf(number: FakeNumber, ...changes: readonly FakeChange[]): Json {
  const metadata = { display_phone_number: number.phone, phone_number_id: number.id };
  return {
    id: number.business,
    changes: changes.map(({ field, value }) => ({
      field,
      value: { messaging_product: 'whatsapp', metadata, ...value },
    })),
  };
}

/** One delivery with one entry of these changes. */
export function deliveryTo(number: FakeNumber, ...changes: readonly FakeChange[]): Json {
  return deliveryOfEntries(entryOf(number, ...changes));
}

export function deliveryOfEntries(...entries: readonly Json[]): Json {
  return { object: 'whatsapp_business_account', entry: entries };
}

/** A delivery about the business as a whole: no number is named in it. */
export function businessDelivery(business: string, field: string, value: Json, at?: number): Json {
  const time = at === undefined ? {} : { time: Math.floor(at / 1000) };
  return deliveryOfEntries({ id: business, ...time, changes: [{ field, value }] });
}
