import type { ButtonTemplate, CardTemplate, FlowAction, SayExtras, Template } from '../flow.js';
import type { Card, MessageButton, QuickReply } from '../message.js';
import { flowPayload, typedPayload } from '../payload.js';
import { textsOfExtras } from '../say-texts.js';
import { clipText } from '../split-text.js';
import type { Composition } from './compose.js';
import { showSensitive } from './confidence.js';
import type { Draft } from './draft.js';
import { fill } from './fill.js';
import { templateFor, tokenFor } from './outside-window.js';
import { speakerOf, type Place } from './run-state.js';
import { speak, speakBody, trackLink } from './speak.js';
import { chooseVariant } from './variants.js';

type Said = Extract<FlowAction, { type: 'say' }>['params'];

/** Says a text, one of its variants, with all that goes with it. */
export function saySomething(
  draft: Draft,
  place: Place,
  { step, text, link, variants = [], extras = {} }: Said,
): void {
  const chosen =
    variants.length === 0 ? text : chooseVariant(draft, `${place.flow.name}/${step}`, [text, ...variants]);
  const speaker = speakerOf(place);
  const template = templateFor(draft, place, extras.outsideWindow);
  if (template !== null) {
    const { body, ...facts } = template;
    speakBody(draft, { ...facts, speaker }, body);
    return;
  }
  const { outsideWindow: _, ...shown } = extras;
  speak(draft, {
    text: fill(draft, place, chosen),
    speaker,
    basis: tokenFor(draft, extras.outsideWindow) ?? { kind: 'reply_window' },
    link: link === null ? null : trackLink(draft, link),
    ...fillExtras(draft, place, extras),
    isSensitive: showSensitive(draft, place, [chosen, ...textsOfExtras(shown)]),
  });
}

/** A button, card or quick reply whose title turns out empty is left out: platforms refuse a message for one. */
function fillExtras(draft: Draft, place: Place, extras: SayExtras): Omit<Composition, 'text' | 'link'> {
  const { media, buttons = [], cards = [], quickReplies = [], typing = 0 } = extras;
  const filled = (template: Template) => fill(draft, place, template).trim();
  return {
    media: media === undefined ? null : { ...media, alt: filled(media.alt) },
    buttons: buttons.flatMap((button) => fillButton(draft, button, filled) ?? []),
    cards: cards.flatMap((card) => fillCard(draft, card, filled) ?? []),
    quickReplies: quickReplies.map(filled).filter(isSomething).map(quickReply),
    typing,
  };
}

type Fill = (template: Template) => string;

function fillCard(draft: Draft, { title, text, image, button }: CardTemplate, filled: Fill): Card | null {
  const shown = filled(title);
  if (!isSomething(shown)) return null;
  return {
    title: shown,
    text: filled(text),
    image,
    button: button === null ? null : fillButton(draft, button, filled),
  };
}

function fillButton(draft: Draft, button: ButtonTemplate, filled: Fill): MessageButton | null {
  const title = button.title === null ? '' : filled(button.title);
  if (button.kind === 'link') return { kind: 'link', link: trackLink(draft, button.link, title) };
  if (!isSomething(title)) return null;
  return button.kind === 'flow'
    ? { kind: 'postback', title, payload: flowPayload(button.flow) }
    : { kind: 'call', title, phone: button.phone };
}

/** Enough for any words that a person would tap, and within every channel's limit for payloads. */
const wordsLimit = { size: 500, unit: 'characters' } as const;

function quickReply(words: string): QuickReply {
  return { title: words, payload: typedPayload(clipText(words, wordsLimit)) };
}

function isSomething(title: string): boolean {
  return title !== '';
}
