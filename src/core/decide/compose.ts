import type { ChannelCapabilities, TextLimit } from '../channel-capabilities.js';
import { measureText } from '../channel-capabilities.js';
import type { Card, Media, MessageBody, MessageButton, MessageLink, QuickReply } from '../message.js';
import { shortenPayload } from '../payload.js';
import { clipText, splitText } from '../split-text.js';

/** What is to be said, whole, whatever the channel can carry. */
export interface Composition {
  readonly text: string;
  readonly link?: MessageLink | null;
  readonly buttons?: readonly MessageButton[];
  readonly quickReplies?: readonly QuickReply[];
  readonly media?: Media | null;
  readonly cards?: readonly Card[];
  /** What opens the quick replies where the channel shows so many as a list. */
  readonly listLabel?: string;
  /** ms. */
  readonly typing?: number;
}

/**
 * Parts what is said into messages that the channel carries, each in one request: the medium first, then the text, cut
 * where it is too long, with its buttons under the last part, then the cards; quick replies stand under the last message.
 * What the channel does not have is said in words, quick replies as a numbered list. Nothing to say makes no message.
 */
export function compose(said: Composition, capabilities: ChannelCapabilities): readonly MessageBody[] {
  const { media, texts } = composeText(said, capabilities);
  const { cards = [] } = said;
  // Under the text they stand in it.
  const list = cards.length === 0 ? [] : composeList(said, capabilities);
  const bodies = [...media, ...texts, ...composeCards(cards, capabilities), ...list];
  return withTyping(withQuickReplies(bodies, said, capabilities), said.typing ?? 0, capabilities);
}

/**
 * What stands in a numbered list, the first one at 1: buttons that send something and have no place on the message, and
 * quick replies where the channel has none, has them not beside what else goes with the text, or has too few.
 */
export function numberedIn(said: Composition, capabilities: ChannelCapabilities): readonly QuickReply[] {
  const { buttons = [], quickReplies = [], text, media, cards = [] } = said;
  if (text.trim() === '' && !media && cards.length === 0) return [];
  const shown = shownButtons(said, capabilities);
  const told = capabilities.mixesButtons
    ? []
    : buttons.flatMap((button) => (button.kind === 'postback' && !shown.includes(button) ? [button] : []));
  const replies = showsQuickReplies(said, capabilities) ? [] : quickReplies;
  return [...told, ...replies].map(({ title, payload }) => ({ title, payload }));
}

function showsQuickReplies(said: Composition, capabilities: ChannelCapabilities): boolean {
  const { quickReplies = [], text, link, cards = [] } = said;
  if (quickReplies.length > capabilities.quickReplies.most) return false;
  if (capabilities.mixesButtons) return true;
  const isAlone = !link && shownButtons(said, capabilities).length === 0 && cards.length === 0;
  return isAlone && text !== '';
}

/** Whether quick replies make of a text what buttons make of it, a message of another kind. */
function areLikeButtons(said: Composition, capabilities: ChannelCapabilities): boolean {
  const { quickReplies = [] } = said;
  return quickReplies.length > 0 && !capabilities.mixesButtons && showsQuickReplies(said, capabilities);
}

function numberedLines(said: Composition, capabilities: ChannelCapabilities): readonly string[] {
  return numberedIn(said, capabilities).map(({ title }, index) => `${String(index + 1)}. ${title}`);
}

function composeList(said: Composition, capabilities: ChannelCapabilities): readonly MessageBody[] {
  return composeTexts(joinLines(numberedLines(said, capabilities)), capabilities.text);
}

function composeTexts(text: string, limit: TextLimit): readonly MessageBody[] {
  return splitText(text, limit)
    .filter((part) => part !== '')
    .map((part): MessageBody => ({ text: part }));
}

interface ComposedText {
  readonly media: readonly MessageBody[];
  readonly texts: readonly MessageBody[];
}

function composeText(said: Composition, capabilities: ChannelCapabilities): ComposedText {
  const buttons = shownButtons(said, capabilities);
  const link = said.link ?? null;
  const hasButtons = link !== null || buttons.length > 0 || areLikeButtons(said, capabilities);
  const texts = changeLast(
    composeTexts(wordsOf(said, capabilities), hasButtons ? capabilities.linkText : capabilities.text),
    (last) => ({
      ...last,
      ...(link === null ? {} : { link }),
      ...(buttons.length > 0 ? { buttons: buttons.map((button) => fitButton(button, capabilities)) } : {}),
    }),
  );
  const media = said.media ?? null;
  if (media === null || !isSent(media, capabilities)) return { media: [], texts };
  const caption = capabilities.media.captioned.includes(media.kind) ? capabilities.media.caption : null;
  return isCaption(texts, hasButtons, caption)
    ? { media: [], texts: changeLast(texts, (only) => ({ ...only, media })) }
    : { media: [{ text: '', media }], texts };
}

/** The text, with all that is said in words because the channel shows it not. */
function wordsOf(said: Composition, capabilities: ChannelCapabilities): string {
  const { text, media, cards = [] } = said;
  return joinLines([
    text,
    ...toldButtons(said, capabilities).map(tellButton),
    ...(media && !isSent(media, capabilities) ? [tellMedia(media)] : []),
    ...(cards.length === 0 ? numberedLines(said, capabilities) : []),
  ]);
}

function isSent({ kind }: Media, { media }: ChannelCapabilities): boolean {
  return media.kinds.includes(kind);
}

function isCaption(texts: readonly MessageBody[], hasButtons: boolean, limit: TextLimit | null): boolean {
  const [only, ...more] = texts;
  if (limit === null || only === undefined || more.length > 0 || hasButtons) return false;
  return measureText(only.text, limit) <= limit.size;
}

/** Those that stand under the text; the link is the first button, and where kinds do not mix it goes before the others. */
function shownButtons(
  { buttons = [], link }: Composition,
  { buttons: { most, canCall }, mixesButtons }: ChannelCapabilities,
): readonly MessageButton[] {
  const pressable = buttons.filter(({ kind }) => kind !== 'call' || canCall);
  if (most === 0) return [];
  if (mixesButtons) return pressable.slice(0, link ? most - 1 : most);
  if (link) return [];
  const leading = pressable.find(({ kind }) => kind === 'link');
  return leading === undefined ? pressable.slice(0, most) : [leading];
}

/** Those that are said in words and stand in no numbered list. */
function toldButtons(said: Composition, capabilities: ChannelCapabilities): readonly MessageButton[] {
  const shown = shownButtons(said, capabilities);
  return (said.buttons ?? []).filter(
    (button) => !shown.includes(button) && (button.kind !== 'postback' || capabilities.mixesButtons),
  );
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
      cards: cards.slice(at, at + most).map((card) => fitCard(card, capabilities)),
    });
  }
  return bodies;
}

/** A number that the channel's cards cannot call stands in the card's text. */
function fitCard(card: Card, capabilities: ChannelCapabilities): Card {
  if (card.button === null) return card;
  if (card.button.kind !== 'call' || capabilities.buttons.canCall)
    return { ...card, button: fitButton(card.button, capabilities) };
  return { ...card, text: joinLines([card.text, tellButton(card.button)]), button: null };
}

function fitButton(button: MessageButton, { buttons }: ChannelCapabilities): MessageButton {
  if (button.kind !== 'postback') return button;
  return { ...button, payload: shortenPayload(button.payload, buttons.payload) };
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
  said: Composition,
  capabilities: ChannelCapabilities,
): readonly MessageBody[] {
  const { quickReplies = [], listLabel = '' } = said;
  if (quickReplies.length === 0 || !showsQuickReplies(said, capabilities)) return bodies;
  const { list, payload: limit } = capabilities.quickReplies;
  const fitting = quickReplies.map(({ title, payload }) => ({
    title,
    payload: shortenPayload(payload, limit),
  }));
  const isList = list !== undefined && quickReplies.length > list.above;
  return changeLast(bodies, (last) => ({
    ...last,
    quickReplies: fitting,
    ...(isList ? { listLabel: clipText(listLabel, list.label) } : {}),
  }));
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
