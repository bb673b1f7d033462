import { type ChannelCapabilities, measureText, type TextLimit } from '../../core/channel.js';
import type { MessageLink, QuickReply } from '../../core/message.js';
import type { OutboundMessage } from '../channel.js';

/** `message` of a Send API request; the same for Messenger and Instagram. */
export type GraphMessage = (
  | { readonly text: string }
  | { readonly attachment: { readonly type: 'template'; readonly payload: ButtonTemplate } }
) & {
  readonly quick_replies?: readonly GraphQuickReply[];
  /** Comes back in the echo of the message: tells our own from a person's. */
  readonly metadata: string;
};

interface ButtonTemplate {
  readonly template_type: 'button';
  readonly text: string;
  readonly buttons: readonly { readonly type: 'web_url'; readonly url: string; readonly title: string }[];
}

interface GraphQuickReply {
  readonly content_type: 'text';
  readonly title: string;
  readonly payload: string;
}

/**
 * Puts a message into Meta's words. Texts fit already, since the core cuts them to the channel's limits; labels that are
 * too long are shortened here, without cutting what a reader sees as one character.
 *
 * Source: Meta, Send API, quick replies, button template (platforms reference §3.3, §4.4).
 */
export function renderGraphMessage(
  message: OutboundMessage,
  capabilities: ChannelCapabilities,
): GraphMessage {
  const { body, linkAddress, reference } = message;
  const content =
    body.link === undefined || linkAddress === null
      ? { text: body.text }
      : linkTemplate(body.text, body.link, linkAddress, capabilities.linkLabel);
  const quickReplies = renderQuickReplies(body.quickReplies ?? [], capabilities);
  return {
    ...content,
    ...(quickReplies.length === 0 ? {} : { quick_replies: quickReplies }),
    metadata: reference,
  };
}

function linkTemplate(text: string, { label }: MessageLink, url: string, limit: TextLimit) {
  const payload: ButtonTemplate = {
    template_type: 'button',
    text,
    buttons: [{ type: 'web_url', url, title: shorten(label, limit) }],
  };
  return { attachment: { type: 'template', payload } } as const;
}

function renderQuickReplies(
  quickReplies: readonly QuickReply[],
  { quickReplies: limits }: ChannelCapabilities,
): readonly GraphQuickReply[] {
  return quickReplies.slice(0, limits.most).map(({ title, payload }) => ({
    content_type: 'text',
    title: shorten(title, limits.title),
    payload,
  }));
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function shorten(label: string, limit: TextLimit): string {
  if (measureText(label, limit) <= limit.size) return label;
  let short = '';
  for (const { segment } of graphemes.segment(label)) {
    if (measureText(short + segment, limit) > limit.size) break;
    short += segment;
  }
  return short.trimEnd();
}
