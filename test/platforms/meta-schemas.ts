import { z } from 'zod';

/** What the Send API takes, as we read its documents: nothing that is not named here (platforms reference §3.3, §4.4). */

const https = z.string().regex(/^https:\/\/\S+$/, 'is no https address');
const upTo = (most: number) => z.string().min(1).max(most);
const title = upTo(20);
const payload = upTo(1000);
const utf8 = (most: number) =>
  z
    .string()
    .min(1)
    .refine((text) => Buffer.byteLength(text) <= most, `is longer than ${most} bytes`);

const webUrl = z.strictObject({ type: z.literal('web_url'), url: https, title });
const postback = z.strictObject({ type: z.literal('postback'), title, payload });
const call = z.strictObject({
  type: z.literal('phone_number'),
  title,
  payload: z.string().regex(/^\+\d{5,15}$/, 'is no phone number'),
});

const quickReply = z.discriminatedUnion('content_type', [
  z.strictObject({ content_type: z.literal('text'), title, payload, image_url: https.optional() }),
  z.strictObject({ content_type: z.literal('user_phone_number') }),
  z.strictObject({ content_type: z.literal('user_email') }),
]);

const media = z.strictObject({
  type: z.enum(['image', 'audio', 'video', 'file']),
  payload: z.union([z.strictObject({ url: https }), z.strictObject({ attachment_id: upTo(100) })]),
});

function templateOf(button: z.ZodType) {
  const buttons = z.array(button).min(1).max(3);
  const element = z
    .strictObject({
      title: upTo(80),
      subtitle: upTo(80).optional(),
      image_url: https.optional(),
      buttons: buttons.optional(),
    })
    .refine((card) => Object.keys(card).length > 1, 'is a title alone');
  return z.strictObject({
    type: z.literal('template'),
    payload: z.discriminatedUnion('template_type', [
      z.strictObject({ template_type: z.literal('button'), text: upTo(640), buttons }),
      z.strictObject({ template_type: z.literal('generic'), elements: z.array(element).min(1).max(10) }),
    ]),
  });
}

function messageOf(text: z.ZodType, button: z.ZodType) {
  const more = {
    quick_replies: z.array(quickReply).min(1).max(13).optional(),
    metadata: upTo(1000).optional(),
  };
  return z.union([
    z.strictObject({ text, ...more }),
    z.strictObject({ attachment: z.union([media, templateOf(button)]), ...more }),
  ]);
}

const messages = {
  messenger: messageOf(upTo(2000), z.discriminatedUnion('type', [webUrl, postback, call])),
  instagram: messageOf(utf8(1000), z.discriminatedUnion('type', [webUrl, postback])),
};

/** To a comment, Instagram takes a text or a text with buttons (platforms reference §5.2). */
const instagramPrivateReply = z.union([
  z.strictObject({ text: utf8(1000), metadata: upTo(1000).optional() }),
  z.strictObject({
    attachment: templateOf(z.discriminatedUnion('type', [webUrl, postback])).refine(
      ({ payload: { template_type } }) => template_type === 'button',
      'is no template for a private reply',
    ),
    metadata: upTo(1000).optional(),
  }),
]);

const id = z.string().regex(/^[!-~]{1,512}$/);
const contact = z.strictObject({ id });
const comment = z.strictObject({ comment_id: id });
const token = z.strictObject({ notification_messages_token: id });
const response = z.enum(['RESPONSE', 'UPDATE']);
const tagged = { messaging_type: z.literal('MESSAGE_TAG'), tag: z.literal('HUMAN_AGENT') };
const reply_to = z.strictObject({ mid: id }).optional();

const instagramSend = z.union([
  z.strictObject({
    recipient: contact,
    messaging_type: response.optional(),
    message: messages.instagram,
    reply_to,
  }),
  z.strictObject({ recipient: contact, ...tagged, message: messages.instagram, reply_to }),
  z.strictObject({ recipient: comment, message: instagramPrivateReply }),
]);

const messengerSend = z.union([
  z.strictObject({ recipient: contact, messaging_type: response, message: messages.messenger, reply_to }),
  z.strictObject({ recipient: contact, ...tagged, message: messages.messenger, reply_to }),
  z.strictObject({
    recipient: z.union([comment, z.strictObject({ post_id: id }), z.strictObject({ user_ref: id })]),
    messaging_type: response,
    message: messages.messenger,
  }),
  z.strictObject({ recipient: token, message: messages.messenger }),
]);

export const sends = { instagram: instagramSend, messenger: messengerSend } as const;

export const senderAction = z.strictObject({
  recipient: contact,
  sender_action: z.enum(['typing_on', 'typing_off', 'mark_seen']),
});

export const publicReply = z.strictObject({ message: upTo(8000) });

const action = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('postback'), title: upTo(30), payload }),
  z.strictObject({ type: z.literal('web_url'), title: upTo(30), url: https }),
]);
const question = z.strictObject({ question: upTo(80), payload });
const locale = z.string().regex(/^(default|[a-z]{2}_[A-Z]{2})$/);

/** Messenger Profile: what stands in a chat before anybody writes. */
export const messengerProfile = z.strictObject({
  platform: z.literal('instagram').optional(),
  get_started: z.strictObject({ payload }).optional(),
  persistent_menu: z
    .array(
      z.strictObject({
        locale,
        composer_input_disabled: z.boolean().optional(),
        call_to_actions: z.array(action).min(1).max(20),
      }),
    )
    .optional(),
  ice_breakers: z
    .array(z.strictObject({ locale, call_to_actions: z.array(question).min(1).max(4) }))
    .optional(),
});

export const threadControl = z.strictObject({
  recipient: contact,
  target_app_id: id.optional(),
  metadata: upTo(1000).optional(),
});

/** What of a body a schema does not take, in a line; null: all of it is right. */
export function faultIn(schema: z.ZodType, body: unknown): string | null {
  const reading = schema.safeParse(body);
  return reading.success ? null : z.prettifyError(reading.error).replaceAll(/\s+/g, ' ');
}

// The first look at a schema prepares it, which is not to count against a request that a test times.
for (const schema of Object.values(sends))
  faultIn(schema, { recipient: { id: '1' }, message: { text: 'warm' } });
