import { z } from 'zod';
import { presentAnswer } from './desk.js';
import { endpoint, peopleWhoMay } from './endpoint.js';
import { doneAnswer, text } from './values.js';

/**
 * What `GET /api/v1/live` tells, as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html).
 * Each but `present` has an id; a browser that comes back names the last one, and gets what it missed, or `reset`.
 */
export const liveEvents = {
  /** A conversation has changed: its story, its handoff, or what is known of the contact. */
  conversation: z.object({ conversation_id: z.string() }),
  /** Who has a conversation open, and who types in it; everybody in it, whoever is told included. */
  present: z.object({ conversation_id: z.string(), people: z.array(presentAnswer) }),
  /** Someone of the team came, left, or is away. */
  people: z.object({}),
  /** Somebody wrote of you in a note. */
  mentioned: z.object({ conversation_id: z.string(), by: z.string() }),
  /** Too much was missed: everything is to be read anew. */
  reset: z.object({}),
} as const;

export type LiveEventName = keyof typeof liveEvents;

/** Pages say it again while it is so: after `presenceLasts` without word they are taken to be gone. */
export const presenceLasts = 20_000;

export const tellPresence = endpoint({
  method: 'post',
  path: '/live/presence',
  summary: 'Say which conversation one has open, and whether one types in it',
  access: peopleWhoMay('read_chats'),
  body: z.strictObject({
    page: text(60).describe('Made by the page, the same as long as it is open.'),
    conversation_id: text(300).nullable(),
    is_typing: z.boolean().default(false),
  }),
  answer: doneAnswer,
});
