import type { Event } from '../../core/event.js';

/** Of an event whose message was taken back: the fact stays, so that one which still waits can be decided; what it said does not. */
export function withoutWords(event: Event): Event {
  switch (event.kind) {
    case 'messageReceived':
      return { ...event, text: '', quickReply: null, attachments: [] };
    case 'messageEdited':
      return { ...event, text: '' };
    default:
      return event;
  }
}
