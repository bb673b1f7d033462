import { z } from 'zod';

const chatId = z.union([z.string().regex(/^-?\d{1,20}$/), z.int()]);

const callbackData = z.string().refine((data) => {
  const size = Buffer.byteLength(data);
  return size >= 1 && size <= 64;
}, 'BUTTON_DATA_INVALID');

const key = z.union([
  z.strictObject({ text: z.string().min(1), url: z.url() }),
  z.strictObject({ text: z.string().min(1), callback_data: callbackData }),
]);

const replyMarkup = z.strictObject({
  inline_keyboard: z.array(z.array(key).min(1).max(8)).max(100),
});

const caption = z.string().max(1024).optional();
const sending = { chat_id: chatId, reply_markup: replyMarkup.optional() };
const medium = z.url({ protocol: /^https?$/ });

const commandName = z.string().regex(/^[a-z0-9_]{1,32}$/, 'BOT_COMMAND_INVALID');

const updateKinds: ReadonlySet<string> = new Set([
  ...['message', 'edited_message', 'channel_post', 'edited_channel_post', 'business_connection'],
  ...['business_message', 'edited_business_message', 'deleted_business_messages', 'guest_message'],
  ...['message_reaction', 'message_reaction_count', 'inline_query', 'chosen_inline_result', 'callback_query'],
  ...[
    'shipping_query',
    'pre_checkout_query',
    'purchased_paid_media',
    'poll',
    'poll_answer',
    'my_chat_member',
  ],
  ...['chat_member', 'chat_join_request', 'chat_boost', 'removed_chat_boost', 'managed_bot'],
]);

const updateKind = z.string().refine((kind) => updateKinds.has(kind), 'unknown update kind');

/**
 * The methods that the fake has, and what each takes. Source: Telegram Bot API 10.1 (platforms reference §7.1, §7.3);
 * narrower than the platform where it would take what we never mean to send.
 */
export const methods = {
  sendMessage: z.strictObject({
    ...sending,
    text: z.string().min(1, 'message text is empty').max(4096, 'message is too long'),
    link_preview_options: z.strictObject({ is_disabled: z.boolean() }).optional(),
  }),
  sendPhoto: z.strictObject({ ...sending, photo: medium, caption }),
  sendVideo: z.strictObject({ ...sending, video: medium, caption }),
  sendAudio: z.strictObject({ ...sending, audio: medium, caption }),
  sendDocument: z.strictObject({ ...sending, document: medium, caption }),
  sendChatAction: z.strictObject({ chat_id: chatId, action: z.enum(['typing']) }),
  answerCallbackQuery: z.strictObject({
    callback_query_id: z.string().min(1),
    text: z.string().max(200).optional(),
  }),
  getChat: z.strictObject({ chat_id: chatId }),
  getFile: z.strictObject({ file_id: z.string().min(1) }),
  getMe: z.strictObject({}),
  getWebhookInfo: z.strictObject({}),
  setWebhook: z.strictObject({
    url: z.url({ protocol: /^https$/, error: 'bad webhook: An HTTPS URL must be provided for webhook' }),
    secret_token: z.string().regex(/^[A-Za-z0-9_-]{1,256}$/, 'bad webhook: secret token is invalid'),
    allowed_updates: z.array(updateKind).optional(),
    max_connections: z.int().min(1).max(100).optional(),
  }),
  setMyCommands: z.strictObject({
    commands: z
      .array(z.strictObject({ command: commandName, description: z.string().min(1).max(256) }))
      .max(100),
  }),
  setChatMenuButton: z.strictObject({
    menu_button: z.strictObject({ type: z.enum(['commands', 'default']) }),
  }),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type FakeMethod = keyof typeof methods;

export function isMethod(name: string): name is FakeMethod {
  return Object.hasOwn(methods, name);
}

export function isSending(name: string): boolean {
  return /^send(Message|Photo|Video|Audio|Document)$/.test(name);
}

/** What is wrong with a call's body; null: nothing. */
export function faultIn(method: FakeMethod, body: unknown): string | null {
  const parsed = methods[method].safeParse(body ?? {});
  if (parsed.success) return null;
  return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}
