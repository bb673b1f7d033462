import type { ChannelCapabilities, TextLimit } from '../../core/channel-capabilities.js';
import type { Card, Media, MessageBody, MessageButton, QuickReply } from '../../core/message.js';
import { clipText } from '../../core/split-text.js';
import type { OutboundMessage } from '../channel.js';

/** `message` of a Send API request; the same for Messenger and Instagram. */
export type GraphMessage = ({ readonly text: string } | { readonly attachment: GraphAttachment }) & {
  readonly quick_replies?: readonly GraphQuickReply[];
  /** Comes back in the echo of the message: tells our own from a person's. */
  readonly metadata: string;
};

type GraphAttachment =
  | { readonly type: 'template'; readonly payload: ButtonTemplate | GenericTemplate }
  | { readonly type: Media['kind']; readonly payload: { readonly url: string } };

interface ButtonTemplate {
  readonly template_type: 'button';
  readonly text: string;
  readonly buttons: readonly GraphButton[];
}

interface GenericTemplate {
  readonly template_type: 'generic';
  readonly elements: readonly GraphElement[];
}

interface GraphElement {
  readonly title: string;
  readonly subtitle?: string;
  readonly image_url?: string;
  readonly buttons?: readonly GraphButton[];
}

type GraphButton =
  | { readonly type: 'web_url'; readonly url: string; readonly title: string }
  | { readonly type: 'postback'; readonly title: string; readonly payload: string }
  | { readonly type: 'phone_number'; readonly title: string; readonly payload: string };

interface GraphQuickReply {
  readonly content_type: 'text';
  readonly title: string;
  readonly payload: string;
}

/**
 * Puts a message into Meta's words: a text, a button template, a generic template for cards, or an attachment. The core
 * has parted what is said so that each message is one of these, and texts fit; titles that are too long are shortened
 * here, without cutting what a reader sees as one character.
 *
 * Source: Meta, Send API, quick replies, button and generic template (platforms reference §3.3, §4.4).
 */
export function renderGraphMessage(
  { body, linkBase, reference }: OutboundMessage,
  capabilities: ChannelCapabilities,
): GraphMessage {
  const quickReplies = renderQuickReplies(body.quickReplies ?? [], capabilities);
  return {
    ...renderContent(body, { linkBase, capabilities }),
    ...(quickReplies.length === 0 ? {} : { quick_replies: quickReplies }),
    metadata: reference,
  };
}

interface Setting {
  readonly linkBase: string;
  readonly capabilities: ChannelCapabilities;
}

function renderContent(body: MessageBody, setting: Setting) {
  const { cards = [], media, text } = body;
  if (cards.length > 0) return renderCards(cards, setting);
  if (media !== undefined) {
    return { attachment: { type: media.kind, payload: { url: media.url } } } as const;
  }
  const buttons = renderButtons(buttonsOf(body), setting);
  if (buttons.length === 0) return { text };
  return { attachment: { type: 'template', payload: { template_type: 'button', text, buttons } } } as const;
}

/** Stands under the title of a card that has nothing else: the platform takes none that is a title alone. */
const NOTHING_TO_ADD = '·';

function renderCards(cards: readonly Card[], setting: Setting) {
  const { most, title, text } = setting.capabilities.cards;
  const elements = cards.slice(0, most).map((card): GraphElement => {
    const buttons = renderButtons(card.button === null ? [] : [card.button], setting);
    const isBare = card.text === '' && card.image === null && buttons.length === 0;
    const subtitle = isBare ? NOTHING_TO_ADD : clipText(card.text, text);
    return {
      title: clipText(card.title, title),
      ...(subtitle === '' ? {} : { subtitle }),
      ...(card.image === null ? {} : { image_url: card.image }),
      ...(buttons.length === 0 ? {} : { buttons }),
    };
  });
  return { attachment: { type: 'template', payload: { template_type: 'generic', elements } } } as const;
}

function buttonsOf({ link, buttons = [] }: MessageBody): readonly MessageButton[] {
  return link === undefined ? buttons : [{ kind: 'link', link }, ...buttons];
}

function renderButtons(buttons: readonly MessageButton[], setting: Setting): readonly GraphButton[] {
  const { most, title } = setting.capabilities.buttons;
  return buttons.slice(0, most).map((button) => renderButton(button, title, setting.linkBase));
}

function renderButton(button: MessageButton, limit: TextLimit, linkBase: string): GraphButton {
  switch (button.kind) {
    case 'link':
      return {
        type: 'web_url',
        url: `${linkBase}${button.link.code}`,
        title: clipText(button.link.label, limit),
      };
    case 'postback':
      return { type: 'postback', title: clipText(button.title, limit), payload: button.payload };
    case 'call':
      return { type: 'phone_number', title: clipText(button.title, limit), payload: button.phone };
  }
}

function renderQuickReplies(
  quickReplies: readonly QuickReply[],
  { quickReplies: limits }: ChannelCapabilities,
): readonly GraphQuickReply[] {
  return quickReplies.slice(0, limits.most).map(({ title, payload }) => ({
    content_type: 'text',
    title: clipText(title, limits.title),
    payload,
  }));
}
