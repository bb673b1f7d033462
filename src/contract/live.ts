import { z } from 'zod';
import { presentAnswer } from './desk.js';
import { endpoint, peopleWhoMay } from './endpoint.js';
import { doneAnswer, text } from './values.js';

/**
 * What `GET /api/v1/live` tells, as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html).
 * Each but `present` has an id; a browser that comes back names the last one, and gets what it missed, or `reset`.
 */
export const liveEvents = {
  /** Said at the beginning, when what was missed has been told, and every `heartbeatPause`: who hears nothing is cut off. */
  alive: z.object({}),
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

/** Between two signs of life on the stream, ms. */
export const heartbeatPause = 20_000;

export const listenLive = endpoint({
  method: 'get',
  path: '/live',
  summary: 'Hear what changes, as server-sent events, as long as one is signed in',
  access: peopleWhoMay('read_chats'),
  query: z.strictObject({
    page: text(60)
      .optional()
      .describe('As `/live/presence` has it: when the stream ends, this page has left its conversation.'),
    after: text(100)
      .optional()
      .describe('Id of the last event that was heard; browsers name it in `Last-Event-ID` by themselves.'),
  }),
  answer: z.string(),
});

/** Pages say it again while it is so, every few seconds: after `presenceLasts` without word they are taken to be gone. */
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
