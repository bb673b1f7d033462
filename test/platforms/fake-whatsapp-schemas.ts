import { z } from 'zod';

/** What the Cloud API takes, as we read its documents: nothing that is not named here (platforms reference §6.5). */

const upTo = (most: number) => z.string().min(1).max(most);
const link = z.string().regex(/^https?:\/\/\S+$/, 'is no web address');
const media = z.strictObject({ link, caption: upTo(1024).optional() });
const documentMedia = media.extend({ filename: upTo(240).optional() });

const header = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: upTo(60) }),
  z.strictObject({ type: z.literal('image'), image: z.strictObject({ link }) }),
  z.strictObject({ type: z.literal('video'), video: z.strictObject({ link }) }),
  z.strictObject({
    type: z.literal('document'),
    document: z.strictObject({ link, filename: upTo(240).optional() }),
  }),
]);
const common = {
  body: z.strictObject({ text: upTo(1024) }),
  footer: z.strictObject({ text: upTo(60) }).optional(),
};

/** Ids and titles are each other's only once. */
const unique = (list: readonly { readonly id: string; readonly title: string }[]): boolean =>
  new Set(list.map(({ id }) => id)).size === list.length &&
  new Set(list.map(({ title }) => title)).size === list.length;

const button = z.strictObject({
  type: z.literal('reply'),
  reply: z.strictObject({ id: upTo(256).regex(/^\S(.*\S)?$/s, 'has spaces around it'), title: upTo(20) }),
});
const row = z.strictObject({ id: upTo(200), title: upTo(24), description: upTo(72).optional() });
const section = z.strictObject({ title: upTo(24).optional(), rows: z.array(row).min(1) });

const interactive = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('button'),
    ...common,
    header: header.optional(),
    action: z.strictObject({
      buttons: z
        .array(button)
        .min(1)
        .max(3)
        .refine((buttons) => unique(buttons.map(({ reply }) => reply)), 'has the same button twice'),
    }),
  }),
  z.strictObject({
    type: z.literal('list'),
    ...common,
    header: header.refine(({ type }) => type === 'text', 'is not for lists').optional(),
    action: z.strictObject({
      button: upTo(20),
      sections: z
        .array(section)
        .min(1)
        .max(10)
        .refine((sections) => sections.flatMap(({ rows }) => rows).length <= 10, 'has more than ten rows')
        .refine((sections) => unique(sections.flatMap(({ rows }) => rows)), 'has the same row twice'),
    }),
  }),
  z.strictObject({
    type: z.literal('cta_url'),
    ...common,
    header: header.optional(),
    action: z.strictObject({
      name: z.literal('cta_url'),
      parameters: z.strictObject({ display_text: upTo(20), url: link }),
    }),
  }),
]);

const gap = z.strictObject({
  type: z.literal('text'),
  text: upTo(32_768).refine(
    (text) => !/[\n\t]| {5}/.test(text),
    'has new lines, tabs or more than four spaces',
  ),
});
const template = z.strictObject({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.strictObject({
    code: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/),
    policy: z.literal('deterministic').optional(),
  }),
  components: z
    .array(z.strictObject({ type: z.literal('body'), parameters: z.array(gap).min(1) }))
    .max(1)
    .optional(),
});

const phone = z.string().regex(/^\+\d{5,15}$/, 'is no number with its plus');
export const businessScopedId = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;
const base = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual'),
  context: z.strictObject({ message_id: upTo(512) }).optional(),
  biz_opaque_callback_data: upTo(512).optional(),
  to: phone.optional(),
  recipient: z.string().regex(businessScopedId, 'is no business-scoped id').optional(),
};

export const whatsAppSend = z
  .discriminatedUnion('type', [
    z.strictObject({
      ...base,
      type: z.literal('text'),
      text: z.strictObject({ body: upTo(4096), preview_url: z.boolean().optional() }),
    }),
    z.strictObject({ ...base, type: z.literal('image'), image: media }),
    z.strictObject({ ...base, type: z.literal('video'), video: media }),
    z.strictObject({ ...base, type: z.literal('audio'), audio: z.strictObject({ link }) }),
    z.strictObject({ ...base, type: z.literal('document'), document: documentMedia }),
    z.strictObject({ ...base, type: z.literal('interactive'), interactive }),
    z.strictObject({ ...base, type: z.literal('template'), template }),
  ])
  .refine(({ to, recipient }) => (to === undefined) !== (recipient === undefined), 'is to nobody, or to two');

export type WhatsAppSendBody = z.infer<typeof whatsAppSend>;

export const whatsAppSign = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: upTo(512),
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
});
