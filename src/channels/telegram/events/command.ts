import { flowPayload, getStartedPayload } from '../../../core/payload.js';
import type { ParsedContent } from '../../channel.js';

interface Circumstances {
  readonly occurredAt: number;
  readonly platformMessageId: string;
}

/** A command, of this bot or of the one it names, and what stands after it. */
const command = /^\/([A-Za-z0-9_]{1,64})(?:@[A-Za-z0-9_]{1,64})?(?:\s+([\s\S]*\S))?\s*$/;

/** What `t.me/<bot>?start=…` can carry. */
const startParameter = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * What a command means; null: the text is none.
 *
 * - `/start <payload>` is sent by who follows a link to the bot: a referral, as m.me and ig.me links make it.
 * - `/start` alone is sent by the button under which every chat begins: Get Started, as Messenger calls it. It is words
 *   too, so that it undoes a STOP, as START does.
 * - `/prices` is how a flow is chosen from the bot's menu (`commandsOf`): the press of a button that starts it, and words
 *   too: `/stop` is STOP, `/help` is HELP, and where no flow is called so it is what was typed.
 * - With more words behind it, it is a text that begins with them.
 *
 * Source: Telegram, Bots: commands, deep linking (platforms reference §7.2).
 */
export function readCommand(text: string, circumstances: Circumstances): ParsedContent | null {
  const [, name, rest] = command.exec(text) ?? [];
  if (name === undefined) return null;
  if (rest === undefined) return typedPress(name, circumstances);
  if (name === 'start' && startParameter.test(rest)) {
    const { occurredAt } = circumstances;
    return {
      kind: 'referralReceived',
      occurredAt,
      referral: { ref: rest, source: 'DEEP_LINK', adId: null },
    };
  }
  return {
    kind: 'messageReceived',
    ...circumstances,
    text: `/${name} ${rest}`,
    quickReply: null,
    storyReply: null,
    replyTo: null,
    referral: null,
    attachments: [],
  };
}

function typedPress(name: string, circumstances: Circumstances): ParsedContent {
  return {
    kind: 'postbackReceived',
    ...circumstances,
    title: `/${name}`,
    payload: name === 'start' ? getStartedPayload : flowPayload(name),
    referral: null,
    isTyped: true,
  };
}
