import type { Event } from '../../core/event.js';

/** Of an event whose message or comment was taken back: the fact stays, so that one which still waits can be decided; what it said does not. */
export function withoutWords(event: Event): Event {
  switch (event.kind) {
    case 'messageReceived':
      return { ...event, text: '', quickReply: null, attachments: [] };
    case 'postbackReceived':
      return { ...event, title: '', payload: '' };
    case 'messageEdited':
    case 'messageEchoed':
    case 'standbyObserved':
    case 'commentPosted':
      return { ...event, text: '' };
    case 'commentChanged':
      return { ...event, text: null };
    default:
      return event;
  }
}
