import { z } from 'zod';
import { handoffPriorities } from '../core/resources.js';
import { mediaKinds } from '../core/message.js';
import { endpoint, peopleWhoMay, whoMay } from './endpoint.js';
import { givenMoment, id, oneOf, requestId, text } from './values.js';

const params = z.strictObject({ id });

/** What is answered to a deed that was done: the event that it has become. */
export const deedAnswer = z
  .object({ event_id: z.string().describe('The event that it became; the story’s trace names it.') })
  .meta({ id: 'Deed' });

/** Programs say for whom they act; whoever is signed in acts for themselves. */
export const person = text(100)
  .optional()
  .describe('Who does this, as others shall see it: for programs, which must say it; people are themselves.');

export const take = endpoint({
  method: 'post',
  path: '/conversations/:id/take',
  summary: 'Take over: from now on the bot is silent, and what it still had to say is cancelled',
  access: whoMay('work_chats'),
  params,
  body: z.strictObject({ person }),
  answer: deedAnswer,
});

export const reply = endpoint({
  method: 'post',
  path: '/conversations/:id/reply',
  summary: 'Answer the contact; taking over is implied',
  access: whoMay('work_chats'),
  params,
  body: z.strictObject({
    person,
    text: z.string().trim().max(20_000).default('').describe('What the contact will read.'),
    uploads: z
      .array(text(100))
      .max(10)
      .default([])
      .describe('Ids of uploads: each is sent as a message of its own, before the text.'),
    request_id: requestId,
    seen: text(300)
      .optional()
      .describe(
        'The desk’s `version` when this was written: if somebody else has said something since, it is refused.',
      ),
  }),
  answer: deedAnswer,
});

export const sendTemplate = endpoint({
  method: 'post',
  path: '/conversations/:id/template',
  summary: 'Send a message that the platform has approved, when nothing else may be sent',
  access: peopleWhoMay('work_chats'),
  params,
  body: z.strictObject({
    template: text(100),
    language: text(20),
    gaps: z.array(text(1_000)).max(20).default([]),
    request_id: requestId,
  }),
  answer: deedAnswer,
});

export const resolve = endpoint({
  method: 'post',
  path: '/conversations/:id/resolve',
  summary: 'Close the open handoff as done; the flow that asks for a mark begins, where there is one',
  access: whoMay('work_chats'),
  params,
  body: z.strictObject({
    person,
    outcome: text(100).optional().describe('A named result, such as `booked`.'),
    ask_for_rating: z.boolean().default(true),
  }),
  answer: deedAnswer,
});

export const handBack = endpoint({
  method: 'post',
  path: '/conversations/:id/hand-back',
  summary: 'Give the conversation back to the bot',
  access: whoMay('work_chats'),
  params,
  body: z.strictObject({
    person,
    flow: text(100)
      .optional()
      .describe('A flow to begin at once; without one the bot waits for the contact.'),
    step: text(300)
      .optional()
      .describe('Where in that flow to begin: the path of a step, as `/flows` names it.'),
  }),
  answer: deedAnswer,
});

export const assign = endpoint({
  method: 'post',
  path: '/conversations/:id/assign',
  summary: 'Give the open handoff to someone, to another team, or back to everybody',
  access: peopleWhoMay('work_chats'),
  params,
  body: z.strictObject({
    to: text(100).nullable().optional().describe('A user’s id; null: nobody. Left out: stays as it is.'),
    team: text(100)
      .optional()
      .describe(
        'A team of the workspace, which gets it without an assignee unless `to` names one. Left out: stays as it is.',
      ),
    priority: oneOf(handoffPriorities).optional(),
  }),
  answer: deedAnswer,
});

export const snooze = endpoint({
  method: 'post',
  path: '/conversations/:id/snooze',
  summary: 'Put the open handoff out of the way until then, or until the contact writes; null wakes it',
  access: peopleWhoMay('work_chats'),
  params,
  body: z.strictObject({ until: givenMoment.nullable() }),
  answer: deedAnswer,
});

export const addNote = endpoint({
  method: 'post',
  path: '/conversations/:id/notes',
  summary: 'Write a note that only colleagues read',
  access: peopleWhoMay('work_chats'),
  params,
  body: z.strictObject({
    text: text(10_000),
    mentions: z.array(text(100)).max(20).default([]).describe('Users’ ids.'),
    request_id: requestId,
  }),
  answer: deedAnswer,
});

export const changeTags = endpoint({
  method: 'post',
  path: '/conversations/:id/tags',
  summary: 'Add tags to the contact, and take some away',
  access: peopleWhoMay('work_chats'),
  params,
  body: z.strictObject({
    add: z.array(text(60)).max(20).default([]),
    remove: z.array(text(60)).max(20).default([]),
  }),
  answer: deedAnswer,
});

export const block = endpoint({
  method: 'post',
  path: '/conversations/:id/block',
  summary: 'Call it spam: the handoff is closed, and nothing answers the contact any more; or take that back',
  access: peopleWhoMay('work_chats'),
  params,
  body: z.strictObject({ is_blocked: z.boolean() }),
  answer: deedAnswer,
});

export const merge = endpoint({
  method: 'post',
  path: '/conversations/:id/merge',
  summary: 'Join another contact of the same account with this one: they are the same human',
  access: peopleWhoMay('lead_chats'),
  params,
  body: z.strictObject({
    contact: text(300).describe(
      'The other one’s contact id. Whoever of the two wrote last is the one that stays.',
    ),
  }),
  answer: z
    .object({ conversation_id: z.string().describe('Where both are from now on; the other one is gone.') })
    .meta({ id: 'Merged' }),
});

/** Something that an agent will send along. */
export const uploadAnswer = z
  .object({ id: z.string(), kind: z.enum(mediaKinds), name: z.string(), bytes: z.number().int() })
  .meta({ id: 'Upload' });

export const upload = endpoint({
  method: 'post',
  path: '/conversations/:id/uploads',
  summary: 'Upload a file to be sent along with an answer: the body is its bytes, Content-Type its type',
  access: whoMay('work_chats'),
  params,
  query: z.strictObject({ name: text(200).describe('What the file is called.') }),
  answer: uploadAnswer,
});
