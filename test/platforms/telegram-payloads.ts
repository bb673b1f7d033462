/** An update, or a part of one. */
export type Part = Readonly<Record<string, unknown>>;

export interface PartOptions {
  readonly messageId?: number;
  /** Epoch s. */
  readonly at?: number;
  /** More fields of the message itself, such as `reply_to_message`. */
  readonly extra?: Part;
}

/** What a chat's keyboard looked like when one of its keys is pressed. */
export interface PressOptions {
  readonly id?: string;
  readonly keyboard?: readonly (readonly Part[])[];
}

let counted = 1000;

const next = (): number => (counted += 1);

/** Now, as Telegram counts: epoch s. */
const nowInSeconds = (): number => Math.floor(Date.now() / 1000);

/** An update as it is delivered, with an id of its own unless told. */
export function update(event: Part, updateId = next()): Part {
  return { update_id: updateId, ...event };
}

/**
 * The updates that the private chat of one user with a bot produces:
 *
 * ```ts
 * const ada = chatWith(501, { first_name: 'Ada' });
 * await telegram.deliver(ada.says('guide'));
 * ```
 */
export function chatWith(id: number, profile: Part = {}) {
  const from = { id, is_bot: false, first_name: 'Ada', language_code: 'en', ...profile };
  const { first_name, last_name, username } = from as Part;
  const chat = { id, type: 'private', first_name, last_name, username };
  const message = (content: Part, { messageId, at, extra }: PartOptions): Part => ({
    message_id: messageId ?? next(),
    from,
    chat,
    date: at ?? nowInSeconds(),
    ...content,
    ...extra,
  });
  return {
    id: String(id),
    from,
    chat,
    says: (text: string, options: PartOptions = {}) => update({ message: message({ text }, options) }),
    sends: (content: Part, options: PartOptions = {}) => update({ message: message(content, options) }),
    edits: (messageId: number, text: string, editDate: number, options: PartOptions = {}) =>
      update({ edited_message: message({ text, edit_date: editDate }, { ...options, messageId }) }),
    presses: (data: string, { id: queryId, keyboard }: PressOptions = {}) =>
      update({
        callback_query: {
          id: queryId ?? String(next()),
          from,
          chat_instance: '7',
          data,
          message: {
            message_id: next(),
            from: { id: 4000, is_bot: true, first_name: 'Studio' },
            chat,
            date: nowInSeconds(),
            text: 'Which?',
            ...(keyboard === undefined ? {} : { reply_markup: { inline_keyboard: keyboard } }),
          },
        },
      }),
    blocks: () => update({ my_chat_member: membership('member', 'kicked') }),
    unblocks: () => update({ my_chat_member: membership('kicked', 'member') }),
    reacts: (messageId: number, ...emoji: readonly string[]) =>
      update({
        message_reaction: {
          chat,
          message_id: messageId,
          user: from,
          date: nowInSeconds(),
          old_reaction: [],
          new_reaction: emoji.map((one) => ({ type: 'emoji', emoji: one })),
        },
      }),
  };

  function membership(before: string, after: string): Part {
    const member = (status: string): Part => ({
      status,
      user: { id: 4000, is_bot: true, first_name: 'Studio' },
    });
    return {
      chat,
      from,
      date: nowInSeconds(),
      old_chat_member: member(before),
      new_chat_member: member(after),
    };
  }
}
