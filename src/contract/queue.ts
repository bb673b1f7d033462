import { z } from 'zod';
import { channelNames } from '../core/channel.js';
import { handoffReasons, handoffStates } from '../core/effect.js';
import { handoffPriorities } from '../core/resources.js';
import { serviceLevels } from '../core/service-level.js';
import { endpoint, peopleWhoMay } from './endpoint.js';
import { colleagueAnswer, doneAnswer, id, listingOf, moment, oneOf, pagingUpTo, text } from './values.js';

export const queueViews = ['mine', 'unassigned', 'team', 'late', 'all', 'snoozed', 'resolved'] as const;

export type QueueView = (typeof queueViews)[number];

const deadlineAnswer = z.object({
  due_at: moment.nullable().describe('Null: not promised, or the clock stands still.'),
  at_risk_at: moment.nullable().describe('From when on it is at risk: then `level` changes by itself.'),
  level: z
    .enum(serviceLevels)
    .describe(
      '`none`: not promised, or kept already; `paused`: the clock stands still while the contact is waited for.',
    ),
});

export const queueItemAnswer = z
  .object({
    id: z.string(),
    conversation_id: z.string(),
    workspace: z.string(),
    account: z.string(),
    channel: z.enum(channelNames),
    contact_name: z.string().nullable(),
    contact_id: z.string(),
    tags: z.array(z.string()),
    team: z.string().nullable(),
    reason: z.enum(handoffReasons),
    note: z.string().describe('What the flow’s author wants the person to know.'),
    priority: z.enum(handoffPriorities),
    reference: z.string().nullable(),
    state: z.enum(handoffStates),
    assignee: colleagueAnswer.nullable(),
    opened_at: moment,
    waits_for: z.enum(['team', 'contact']).describe('Whose turn it is.'),
    waiting_since: moment,
    first_reply_at: moment.nullable(),
    first_reply: deadlineAnswer,
    resolution: deadlineAnswer,
    snoozed_until: moment.nullable(),
    closed_at: moment.nullable(),
    closed_by: z.string().nullable(),
    outcome: z.string().nullable().describe('What it was resolved as.'),
    rating: z.number().nullable().describe('The mark from 1 to 5 that the contact gave afterwards.'),
    last_message: z.object({ text: z.string(), direction: z.enum(['in', 'out']), at: moment }).nullable(),
  })
  .meta({ id: 'QueueItem' });

const filters = {
  workspace: text(100).optional(),
  team: text(100).optional().describe('Of all workspaces, or of the one that is named.'),
  assignee: text(100).optional().describe('A user’s id.'),
  channel: oneOf(channelNames).optional(),
  account: text(100).optional(),
  priority: oneOf(handoffPriorities).optional(),
  tag: text(100).optional(),
};

/** What a view may be narrowed to. */
export const queueFilters = z.strictObject(filters);

export const queueSorts = ['urgency', 'oldest', 'newest'] as const;

export type QueueSort = (typeof queueSorts)[number];

export const listQueue = endpoint({
  method: 'get',
  path: '/queue',
  summary: 'List handoffs as agents see them',
  access: peopleWhoMay('read_chats'),
  query: z.strictObject({
    view: oneOf(queueViews).default('all'),
    sort: oneOf(queueSorts)
      .default('urgency')
      .describe('`urgency`: by priority, then by what is due next, then by who has waited longest.'),
    ...filters,
    ...pagingUpTo(500, 100),
  }),
  answer: listingOf(queueItemAnswer),
});

export const readQueueItem = endpoint({
  method: 'get',
  path: '/queue/:id',
  summary: 'Read a handoff as agents see it',
  access: peopleWhoMay('read_chats'),
  params: z.strictObject({ id }),
  answer: queueItemAnswer,
});

export const countQueue = endpoint({
  method: 'get',
  path: '/queue/counts',
  summary: 'Count the handoffs of each view, and of each team',
  access: peopleWhoMay('read_chats'),
  answer: z
    .object({
      views: z.object(
        Object.fromEntries(queueViews.map((view) => [view, z.number().int()])) as Record<
          QueueView,
          z.ZodNumber
        >,
      ),
      teams: z.array(
        z.object({
          workspace: z.string(),
          team: z.string().nullable(),
          open: z.number().int(),
          unassigned: z.number().int(),
          late: z.number().int(),
        }),
      ),
    })
    .meta({ id: 'QueueCounts' }),
});

/** A view with filters, as someone saved it under a name. */
export const savedViewAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    is_shared: z.boolean(),
    is_mine: z.boolean(),
    view: z.enum(queueViews),
    sort: z.enum(queueSorts),
    filters: z.record(z.string(), z.string()),
  })
  .meta({ id: 'SavedView' });

export const listViews = endpoint({
  method: 'get',
  path: '/views',
  summary: 'List saved views: one’s own, and those that are shared',
  access: peopleWhoMay('read_chats'),
  answer: z.object({ items: z.array(savedViewAnswer) }),
});

export const saveView = endpoint({
  method: 'post',
  path: '/views',
  summary: 'Save a view',
  access: peopleWhoMay('read_chats'),
  body: z.strictObject({
    name: text(60),
    is_shared: z.boolean().default(false).describe('Only leads and owners share.'),
    view: oneOf(queueViews),
    sort: oneOf(queueSorts).default('urgency'),
    filters: queueFilters.default({}),
  }),
  answer: savedViewAnswer,
});

export const deleteView = endpoint({
  method: 'delete',
  path: '/views/:id',
  summary: 'Delete a saved view',
  access: peopleWhoMay('read_chats'),
  params: z.strictObject({ id }),
  answer: doneAnswer,
});

const excerpt = z.string().describe('Around what was found, which stands between U+E000 and U+E001.');

export const search = endpoint({
  method: 'get',
  path: '/search',
  summary: 'Search contacts by name, platform id or tag, and messages and notes by their words',
  access: peopleWhoMay('read_chats'),
  query: z.strictObject({ q: text(200), ...pagingUpTo(50, 20) }),
  answer: z.object({
    contacts: z.array(
      z.object({
        contact_id: z.string(),
        conversation_id: z.string(),
        name: z.string().nullable(),
        channel: z.enum(channelNames),
        account: z.string(),
        platform_ids: z.array(z.string()),
      }),
    ),
    messages: z.array(
      z.object({
        conversation_id: z.string(),
        message_id: z.string(),
        contact_name: z.string().nullable(),
        channel: z.enum(channelNames),
        direction: z.enum(['in', 'out', 'note']),
        excerpt,
        at: moment,
      }),
    ),
    next: z.string().nullable().describe('Of the messages.'),
  }),
});
