import { z } from 'zod';
import { refusals } from '../core/message.js';
import { bodyAnswer } from './body.js';
import { endpoint, whoMay } from './endpoint.js';
import { id, moment } from './values.js';

export const basisAnswer = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('reply_window') }),
    z.object({ kind: z.literal('confirmation'), of: z.enum(['stop', 'start', 'help']) }),
    z.object({
      kind: z.literal('private_reply'),
      comment_id: z.string(),
      until: moment.describe('Until when the platform takes it.'),
    }),
    z.object({ kind: z.literal('public_reply'), comment_id: z.string() }),
    z.object({ kind: z.literal('person') }),
    z.object({ kind: z.literal('human_agent') }),
    z.object({ kind: z.literal('template'), topic: z.string().nullable() }),
    z.object({ kind: z.literal('marketing_token'), topic: z.string(), until: moment }),
    z.object({ kind: z.literal('person_after_stop'), answers: z.string().describe('An event’s id.') }),
  ])
  .meta({ id: 'Basis' });

export const speakerAnswer = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('flow'),
      flow: z.string(),
      version: z.string(),
      step: z.string(),
      run_id: z.string(),
    }),
    z.object({ kind: z.literal('system'), rule: z.string() }),
    z.object({
      kind: z.literal('person'),
      name: z.string(),
      id: z.string().nullable().describe('The user’s; null: a program spoke for them, or it is an old line.'),
    }),
  ])
  .meta({ id: 'Speaker' });

export const eventAnswer = z
  .object({
    id: z.string(),
    kind: z.string(),
    occurred_at: moment.describe('By the platform’s clock.'),
    received_at: moment.describe('By ours.'),
    disposition: z.enum(['handled', 'deferred', 'poison']),
    trace: z
      .array(z.object({ rule: z.string(), result: z.string() }))
      .describe('Each rule that was looked at, and what it said: why it was decided so.'),
  })
  .meta({ id: 'Event' });

export const attachmentAnswer = z
  .object({
    type: z.string().describe('In the platform’s words: image, audio, file, share …'),
    name: z.string().nullable(),
    mime_type: z.string().nullable(),
    has_content: z
      .boolean()
      .describe('Whether there is something to be fetched, as long as the platform keeps it.'),
  })
  .meta({ id: 'Attachment' });

export const lineAnswer = z
  .object({
    id: z.string(),
    direction: z.enum(['in', 'out']),
    from: z
      .enum(['contact', 'person_elsewhere'])
      .nullable()
      .describe('Of incoming lines: the contact, or someone in another app.'),
    ...bodyAnswer,
    attachments: z.array(attachmentAnswer).describe('What the contact sent along.'),
    public: z.boolean().describe('Whether it stands under the contact’s comment, for everybody to read.'),
    at: moment,
    state: z
      .enum(['queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'unknown', 'cancelled', 'not_sent'])
      .nullable(),
    refusal: z
      .enum(refusals)
      .nullable()
      .describe('Why it was not sent; null: it was, or the platform did not take it.'),
    reason: z.string().nullable().describe('Why it was not sent, or what went wrong; for people.'),
    basis: basisAnswer.nullable().describe('What permits it to be sent.'),
    speaker: speakerAnswer.nullable(),
    platform_message_id: z.string().nullable(),
    event: eventAnswer.nullable().describe('What caused the line.'),
  })
  .meta({ id: 'StoryLine' });

export const storyAnswer = z
  .object({ conversation_id: z.string(), lines: z.array(lineAnswer).describe('Oldest first.') })
  .meta({ id: 'Story' });

export const readStory = endpoint({
  method: 'get',
  path: '/conversations/:id/story',
  summary: 'Read a conversation’s story: each line, who said it, what permitted it and why it was said',
  access: whoMay('read_chats'),
  params: z.strictObject({ id }),
  answer: storyAnswer,
});
