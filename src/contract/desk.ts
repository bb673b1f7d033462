import { z } from 'zod';
import { channelNames } from '../core/channel.js';
import { mediaKinds, refusals } from '../core/message.js';
import { endpoint, peopleWhoMay } from './endpoint.js';
import { queueItemAnswer } from './queue.js';
import { colleagueAnswer, id, listingOf, moment, pagingUpTo } from './values.js';
import { lineAnswer } from './story.js';
import { consentAnswer, conversationStates } from './conversation.js';

const params = z.strictObject({ id });

export const presentAnswer = z
  .object({ id: z.string(), name: z.string(), is_typing: z.boolean() })
  .meta({ id: 'Present' });

/** What permits a person's answer, in the words of `Basis`. */
const personBases = ['person', 'human_agent', 'person_after_stop'] as const;

/** Why a person may not write. `nothing_written`: the contact never has, so that no window was ever open. */
export const writingRefusals = [...refusals, 'blocked', 'nothing_written'] as const;

const composerAnswer = z.object({
  may_write: z.boolean(),
  basis: z.enum(personBases).nullable().describe('What permits an answer now; null: nothing does.'),
  closes_at: moment.nullable().describe('When this permission ends; null: it does not, or there is none.'),
  then: z
    .object({ basis: z.enum(personBases), until: moment.nullable() })
    .nullable()
    .describe('What permits an answer afterwards; null: nothing.'),
  refusal: z.enum(writingRefusals).nullable().describe('Why not; null: one may.'),
  explanation: z.string().nullable().describe('The same, for people.'),
  text: z.object({
    most: z.number().int(),
    unit: z.enum(['characters', 'bytes', 'utf16']).describe('In what the platform counts.'),
  }),
  attachments: z.array(z.enum(mediaKinds)).describe('What may be sent along; empty: nothing.'),
  templates: z
    .array(
      z.object({
        name: z.string(),
        language: z.string(),
        body: z.string(),
        gaps: z.number().int(),
        topic: z.string().nullable(),
        may_send: z.boolean(),
        refusal: z.enum(writingRefusals).nullable(),
        explanation: z.string().nullable(),
      }),
    )
    .describe('Approved messages that may be sent outside of the reply window.'),
});

export const deskAnswer = z
  .object({
    conversation_id: z.string(),
    version: z
      .string()
      .describe('Changes with whatever others say in here; `seen` of an answer names what its writer saw.'),
    workspace: z.string(),
    account: z.string(),
    channel: z.enum(channelNames),
    owner: z.enum(['bot', 'human', 'other']),
    state: z.enum(conversationStates),
    contact: z.object({
      id: z.string(),
      name: z.string().nullable(),
      first_name: z.string().nullable(),
      platform_ids: z.array(z.string()),
      language: z.string().nullable(),
      tags: z.array(z.string()),
      fields: z.record(z.string(), z.string()),
      is_unreachable: z.boolean(),
      is_blocked: z.boolean().describe('An agent called it spam: nobody and nothing answers.'),
      known_since: moment,
    }),
    handoff: queueItemAnswer.nullable().describe('The open one.'),
    earlier_handoffs: z.array(queueItemAnswer).describe('Newest first.'),
    origin: z
      .object({
        kind: z.enum(['comment', 'live_comment', 'story_reply', 'story_mention', 'ad', 'link']),
        text: z.string().nullable(),
        post: z.string().nullable().describe('The platform’s id of the post, story or advertisement.'),
        url: z.string().nullable(),
        at: moment,
      })
      .nullable()
      .describe('What brought them here last, beside words of their own.'),
    consent: consentAnswer,
    answers: z
      .array(z.object({ name: z.string(), value: z.string(), flow: z.string() }))
      .describe('Of the open run; what was said in confidence is left out.'),
    runs: z
      .array(
        z.object({
          id: z.string(),
          flow: z.string(),
          at: moment,
          outcomes: z.array(z.string()),
          is_open: z.boolean(),
        }),
      )
      .describe('Flows that spoke to them, newest first.'),
    outcomes: z
      .array(
        z.object({
          name: z.string(),
          at: moment,
          by: z.string().describe('The flow, person or system that says so.'),
          value: z.number().nullable(),
          currency: z.string().nullable(),
        }),
      )
      .describe('Newest first.'),
    composer: composerAnswer,
    present: z.array(presentAnswer).describe('Who has this chat open, whoever asks left out.'),
  })
  .meta({ id: 'Desk' });

export const readDesk = endpoint({
  method: 'get',
  path: '/conversations/:id/desk',
  summary: 'Read all that an agent has before them beside the story',
  access: peopleWhoMay('read_chats'),
  params,
  answer: deskAnswer,
});

export const facts = [
  'handoff_opened',
  'handoff_taken',
  'handoff_assigned',
  'handoff_unassigned',
  'handoff_moved',
  'handoff_snoozed',
  'handoff_woken',
  'handoff_resolved',
  'handoff_spam',
  'handed_back',
  'owner_changed',
  'stopped',
  'resumed',
  'consent_granted',
  'consent_withdrawn',
  'consent_refused',
  'run_started',
  'outcome_reached',
  'tags_changed',
  'unblocked',
  'merged',
  'poison',
] as const;

export const timelineItemAnswer = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('message'), id: z.string(), at: moment, line: lineAnswer }),
    z.object({
      kind: z.literal('note'),
      id: z.string(),
      at: moment,
      author: colleagueAnswer,
      text: z.string(),
      mentions: z.array(colleagueAnswer),
    }),
    z.object({
      kind: z.literal('fact'),
      id: z.string(),
      at: moment,
      fact: z.enum(facts),
      by: z.string().nullable().describe('The person who did it; null: nobody did.'),
      details: z
        .record(z.string(), z.string())
        .describe('By name: team, to, flow, outcome, value, topic, purpose, until, reason, added, removed.'),
    }),
  ])
  .meta({ id: 'TimelineItem' });

export const readTimeline = endpoint({
  method: 'get',
  path: '/conversations/:id/timeline',
  summary: 'Read the story with notes and what happened, newest page first, oldest item of a page first',
  access: peopleWhoMay('read_chats'),
  params,
  query: z.strictObject(pagingUpTo(500, 200)),
  answer: listingOf(timelineItemAnswer),
});
