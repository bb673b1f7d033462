import type { Card, MessageButton, OutgoingMessage } from '../../core/message.js';
import { offersOf } from '../../flow/transcript/offers.js';
import type { Offer } from '../../flow/transcript/offers.js';
import { describeSpeaker } from '../../flow/transcript/speaker-words.js';

/**
 * Messages as lines for a terminal: who speaks, then what a follower sees. What can be tapped has its number among
 * everything that these messages offer.
 *
 *     guide › size
 *       How big is your shop?
 *       1. Small
 *       2. Large
 */
export function showSaid(said: readonly OutgoingMessage[]): string {
  const offers = offersOf(said.map(({ body }) => body));
  return said.map((message) => showMessage(message, offers)).join('\n');
}

function showMessage({ body, speaker }: OutgoingMessage, offers: readonly Offer[]): string {
  const lines = [
    ...(body.text === '' ? [] : body.text.split('\n')),
    ...(body.media ? [`(${body.media.kind}: ${body.media.alt || body.media.url})`] : []),
    ...(body.cards ?? []).flatMap((card) => showCard(card, offers)),
    ...(body.link ? [`[${body.link.label}] ${body.link.target}`] : []),
    ...(body.buttons ?? []).map((button) => showButton(button, offers)),
    ...(body.quickReplies ?? []).map(({ title, payload }) => `${numberOf(payload, offers)}${title}`),
  ];
  const place = body.isPublic === true ? ', in public' : '';
  return [`${describeSpeaker(speaker)}${place}`, ...lines.map((line) => `  ${line}`)].join('\n');
}

function showCard({ title, text, image, button }: Card, offers: readonly Offer[]): readonly string[] {
  return [
    `| ${title}${text === '' ? '' : `: ${text}`}`,
    ...(image === null ? [] : [`|   (image: ${image})`]),
    ...(button === null ? [] : [`|   ${showButton(button, offers)}`]),
  ];
}

function showButton(button: MessageButton, offers: readonly Offer[]): string {
  switch (button.kind) {
    case 'link':
      return `[${button.link.label}] ${button.link.target}`;
    case 'call':
      return `[${button.title}] ${button.phone}`;
    case 'postback':
      return `${numberOf(button.payload, offers)}[${button.title}]`;
  }
}

/** Empty: it cannot be tapped any more, because other quick replies came after it. */
function numberOf(payload: string, offers: readonly Offer[]): string {
  const index = offers.findIndex((offer) => offer.payload === payload);
  return index === -1 ? '' : `${index + 1}. `;
}
