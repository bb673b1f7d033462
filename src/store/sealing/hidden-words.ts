import type { Inquiry } from '../../core/effect.js';
import type { Event } from '../../core/event.js';
import { linksOf } from '../../core/message.js';
import type { StoredBody } from '../stored-body.js';
import { hiddenText, type Hiding } from './hiding.js';

/** Parts an event into its facts and its words, which are sealed as the properties that they are. */
export function hideEvent(event: Event): Hiding<Event, Partial<Event>> {
  switch (event.kind) {
    case 'messageReceived': {
      const { text, quickReply, attachments } = event;
      const shown = { ...event, text: hiddenText, quickReply: null, attachments: [] };
      return { shown, hidden: { text, quickReply, attachments } };
    }
    case 'postbackReceived': {
      const { title, payload } = event;
      return { shown: { ...event, title: hiddenText, payload: '' }, hidden: { title, payload } };
    }
    case 'lookupAnswered':
      return { shown: { ...event, values: {} }, hidden: { values: event.values } };
    case 'messageEdited':
    case 'messageEchoed':
    case 'commentPosted':
    case 'standbyObserved':
    case 'personReplied':
      return { shown: { ...event, text: hiddenText }, hidden: { text: event.text } };
    default:
      return { shown: event, hidden: null };
  }
}

export function showEvent(shown: Event, hidden: unknown): Event {
  return { ...shown, ...(hidden as object) };
}

/** Of an event that may repeat what was said before: an edit of it, or an echo of our answer. */
export function mayRepeat({ kind }: Event): boolean {
  return kind === 'messageEdited' || kind === 'messageEchoed';
}

/** Nothing of what was sent along is shown, and of its links no label: reports know a booking by them. */
export function hideBody(body: StoredBody): Hiding<StoredBody, StoredBody> {
  const links = linksOf(body).map((link) => ({ ...link, label: hiddenText }));
  const shown = {
    text: hiddenText,
    ...(links.length > 0 ? { buttons: links.map((link) => ({ kind: 'link' as const, link })) } : {}),
    ...(body.isPublic ? { isPublic: true } : {}),
  };
  return { shown, hidden: body };
}

/** What a look-up is told. */
export function hideInquiry(inquiry: Inquiry): Hiding<Inquiry, Partial<Inquiry>> {
  if (inquiry.kind !== 'lookUp' || !inquiry.isSensitive) return { shown: inquiry, hidden: null };
  const { inputs } = inquiry;
  const blank = Object.fromEntries(Object.keys(inputs).map((name) => [name, hiddenText]));
  return { shown: { ...inquiry, inputs: blank }, hidden: { inputs } };
}

export function showInquiry(shown: Inquiry, hidden: unknown): Inquiry {
  return { ...shown, ...(hidden as object) };
}
