import type { ChannelCapabilities, TextLimit } from '../channel-capabilities.js';
import { measureText } from '../channel-capabilities.js';
import type { Card, Media, MessageBody, MessageButton, MessageLink, QuickReply } from '../message.js';
import { splitText } from '../split-text.js';

/** What is to be said, whole, whatever the channel can carry. */
export interface Composition {
  readonly text: string;
  readonly link?: MessageLink | null;
  readonly buttons?: readonly MessageButton[];
  readonly quickReplies?: readonly QuickReply[];
  readonly media?: Media | null;
  readonly cards?: readonly Card[];
  /** ms. */
  readonly typing?: number;
}

/**
 * Parts what is said into messages that the channel carries, each in one request: the medium first, then the text, cut
 * where it is too long, with its buttons under the last part, then the cards; quick replies stand under the last message.
 * What the channel does not have is said in words. Nothing to say makes no message.
 */
export function compose(said: Composition, capabilities: ChannelCapabilities): readonly MessageBody[] {
  const { media, texts } = composeText(said, capabilities);
  const bodies = [...media, ...texts, ...composeCards(said.cards ?? [], capabilities)];
  return withTyping(withQuickReplies(bodies, said.quickReplies ?? []), said.typing ?? 0, capabilities);
}

interface ComposedText {
  readonly media: readonly MessageBody[];
  readonly texts: readonly MessageBody[];
}

function composeText(said: Composition, capabilities: ChannelCapabilities): ComposedText {
  const { shown, told } = partButtons(said, capabilities);
  const media = said.media ?? null;
  const isSent = media !== null && capabilities.media.kinds.includes(media.kind);
  const text = joinLines([said.text, ...told, ...(media === null || isSent ? [] : [tellMedia(media)])]);
  const link = said.link ?? null;
  const hasButtons = link !== null || shown.length > 0;
  const texts = splitText(text, hasButtons ? capabilities.linkText : capabilities.text)
    .filter((part) => part !== '')
    .map((part): MessageBody => ({ text: part }));
  const withButtons = changeLast(texts, (last) => ({
    ...last,
    ...(link === null ? {} : { link }),
    ...(shown.length > 0 ? { buttons: shown } : {}),
  }));
  if (media === null || !isSent) return { media: [], texts: withButtons };
  return isCaption(
    withButtons,
    hasButtons,
    capabilities.media.captioned.includes(media.kind) ? capabilities.media.caption : null,
  )
    ? { media: [], texts: changeLast(withButtons, (only) => ({ ...only, media })) }
    : { media: [{ text: '', media }], texts: withButtons };
}

function isCaption(texts: readonly MessageBody[], hasButtons: boolean, limit: TextLimit | null): boolean {
  const [only, ...more] = texts;
  if (limit === null || only === undefined || more.length > 0 || hasButtons) return false;
  return measureText(only.text, limit) <= limit.size;
}

interface PartedButtons {
  readonly shown: readonly MessageButton[];
  /** A line each. */
  readonly told: readonly string[];
}

/** The link is the first button. */
function partButtons(
  { buttons = [], link }: Composition,
  { buttons: { most, canCall } }: ChannelCapabilities,
): PartedButtons {
  const pressable = buttons.filter(({ kind }) => kind !== 'call' || canCall);
  const shown = most === 0 ? [] : pressable.slice(0, link ? most - 1 : most);
  return { shown, told: buttons.filter((button) => !shown.includes(button)).map(tellButton) };
}

function tellButton(button: MessageButton): string {
  switch (button.kind) {
    case 'link':
      return `${button.link.label}: ${button.link.target}`;
    case 'postback':
      return `• ${button.title}`;
    case 'call':
      return `${button.title}: ${button.phone}`;
  }
}

function tellMedia({ alt, url }: Media): string {
  return alt === '' ? url : `${alt}: ${url}`;
}

function composeCards(cards: readonly Card[], capabilities: ChannelCapabilities): readonly MessageBody[] {
  const { most } = capabilities.cards;
  if (most === 0) return cards.flatMap((card, index) => composeLoneCard(card, index + 1, capabilities));
  const bodies: MessageBody[] = [];
  for (let at = 0; at < cards.length; at += most) {
    bodies.push({
      text: '',
      cards: cards.slice(at, at + most).map((card) => withoutCall(card, capabilities)),
    });
  }
  return bodies;
}

/** A number that the channel's cards cannot call stands in the card's text. */
function withoutCall(card: Card, { buttons }: ChannelCapabilities): Card {
  if (card.button?.kind !== 'call' || buttons.canCall) return card;
  return { ...card, text: joinLines([card.text, tellButton(card.button)]), button: null };
}

/** Where there are no cards: a picture, and a numbered text. */
function composeLoneCard(
  card: Card,
  number: number,
  capabilities: ChannelCapabilities,
): readonly MessageBody[] {
  const { image, button, title } = card;
  return compose(
    {
      text: joinLines([`${String(number)}. ${title}`, card.text]),
      media: image === null ? null : { kind: 'image', url: image, alt: title },
      buttons: button === null ? [] : [button],
    },
    capabilities,
  );
}

function withQuickReplies(
  bodies: readonly MessageBody[],
  quickReplies: readonly QuickReply[],
): readonly MessageBody[] {
  return quickReplies.length === 0 ? bodies : changeLast(bodies, (last) => ({ ...last, quickReplies }));
}

function withTyping(
  bodies: readonly MessageBody[],
  wanted: number,
  capabilities: ChannelCapabilities,
): readonly MessageBody[] {
  const typing = Math.min(wanted, capabilities.typing);
  const [first, ...rest] = bodies;
  return first === undefined || typing <= 0 ? bodies : [{ ...first, typing }, ...rest];
}

function changeLast(
  bodies: readonly MessageBody[],
  change: (last: MessageBody) => MessageBody,
): readonly MessageBody[] {
  const last = bodies.at(-1);
  return last === undefined ? bodies : [...bodies.slice(0, -1), change(last)];
}

function joinLines(lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join('\n');
}
