import { z } from 'zod';
import { endpoint, peopleWhoMay } from './endpoint.js';
import { doneAnswer, id, text } from './values.js';

/**
 * An answer that is kept to be given again. Its variables are filled when it is chosen: `{{contact.first_name}}`,
 * `{{contact.name}}`, `{{agent.name}}`, `{{workspace.brand}}`, `{{answer.…}}`, each with `or "…"`.
 */
export const savedReplyAnswer = z
  .object({
    id: z.string(),
    shortcut: z.string().describe('What is typed after `/`.'),
    text: z.string(),
    workspace: z.string().nullable().describe('Null: for all of them.'),
    is_shared: z.boolean(),
    is_mine: z.boolean(),
  })
  .meta({ id: 'SavedReply' });

const shortcut = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u, 'must be up to 40 letters, digits, - and _');

export const listReplies = endpoint({
  method: 'get',
  path: '/replies',
  summary: 'List saved replies: one’s own, and those that are shared',
  access: peopleWhoMay('read_chats'),
  answer: z.object({ items: z.array(savedReplyAnswer) }),
});

export const saveReply = endpoint({
  method: 'post',
  path: '/replies',
  summary: 'Save a reply',
  access: peopleWhoMay('work_chats'),
  body: z.strictObject({
    shortcut,
    text: text(5_000),
    workspace: text(100).nullable().default(null),
    is_shared: z.boolean().default(false).describe('Only leads and owners share.'),
  }),
  answer: savedReplyAnswer,
});

export const changeReply = endpoint({
  method: 'patch',
  path: '/replies/:id',
  summary: 'Change a saved reply',
  access: peopleWhoMay('work_chats'),
  params: z.strictObject({ id }),
  body: z.strictObject({
    shortcut: shortcut.optional(),
    text: text(5_000).optional(),
    is_shared: z.boolean().optional(),
  }),
  answer: savedReplyAnswer,
});

export const deleteReply = endpoint({
  method: 'delete',
  path: '/replies/:id',
  summary: 'Delete a saved reply',
  access: peopleWhoMay('work_chats'),
  params: z.strictObject({ id }),
  answer: doneAnswer,
});
