import { z } from 'zod';
import { endpoint, whoMay } from './endpoint.js';
import { id, moment } from './values.js';

export const conversationStates = ['stopped', 'with_person', 'in_flow', 'idle'] as const;

export const consentAnswer = z
  .object({
    stopped_at: moment.nullable().describe('When the contact said STOP; null: they may be answered.'),
    topics: z.array(
      z.object({ topic: z.string(), state: z.enum(['granted', 'withdrawn', 'refused']), at: moment }),
    ),
  })
  .meta({ id: 'Consent' });

export const runAnswer = z
  .object({
    id: z.string(),
    started_at: moment,
    flow: z.string(),
    version: z.string(),
    step: z.string().describe('Where the contact is: the stable path of the step.'),
    answers: z.record(z.string(), z.string()),
    outcomes: z.array(z.string()),
  })
  .meta({ id: 'Run' });

export const conversationAnswer = z
  .object({
    id: z.string(),
    workspace: z.string(),
    account: z.string(),
    channel: z.string(),
    contact: z.object({
      id: z.string(),
      name: z.string().nullable(),
      tags: z.array(z.string()),
      fields: z.record(z.string(), z.string()),
      is_unreachable: z.boolean(),
    }),
    state: z.enum(conversationStates).describe('The first of these that holds.'),
    owner: z.enum(['bot', 'human', 'other']).describe('Who may speak now; `other` is another app.'),
    window: z.object({
      is_open: z.boolean().describe('Whether the contact may be written to freely.'),
      closes_at: moment.nullable().describe('Null: the contact has not written yet, or there is no limit.'),
    }),
    run: runAnswer.nullable().describe('The open run with what was answered in it; null: none.'),
    handoff: z
      .object({ id: z.string(), team: z.string().nullable(), taken_by: z.string().nullable() })
      .nullable(),
    consent: consentAnswer,
  })
  .meta({ id: 'Conversation' });

export const readConversation = endpoint({
  method: 'get',
  path: '/conversations/:id',
  summary: 'Read where a conversation stands',
  access: whoMay('read_chats'),
  params: z.strictObject({ id }),
  answer: conversationAnswer,
});
