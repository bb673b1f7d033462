import { z } from 'zod';
import type { OutcomeReached } from '../../core/effect.js';
import { answerDeed, deedAnswer } from './answer-deed.js';
import { id, listingOf, moment, paging, requestId, showMoment, text, toPage } from './fields.js';
import { defineRoute, type Route } from './route.js';

const outcomeAnswer = z
  .object({
    id: z.string(),
    conversation_id: z.string(),
    name: z.string(),
    at: moment,
    source: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('flow'),
        flow: z.string(),
        version: z.string(),
        step: z.string(),
        splits: z
          .record(z.string(), z.string())
          .optional()
          .describe('The ways that were drawn for the contact, by the name of the split.'),
      }),
      z.object({ kind: z.literal('person'), name: z.string() }),
      z.object({ kind: z.literal('outside'), name: z.string() }),
    ]),
    run_id: z.string().nullable(),
    value: z.number().nullable(),
    currency: z.string().nullable(),
  })
  .meta({ id: 'Outcome' });

const reportBody = z
  .strictObject({
    outcome: text(100).describe('Its name, such as `booked`.'),
    source: text(100).describe('Who reports it: the booking system, the shop.'),
    value: z.number('must be a number').optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be a code of ISO 4217, such as EUR')
      .optional(),
    request_id: requestId,
  })
  .refine(({ value, currency }) => currency === undefined || value !== undefined, {
    path: ['currency'],
    error: 'needs a value beside it',
  });

/** What came of conversations, also where it happened elsewhere. */
export const outcomeRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/outcomes',
    summary: 'List outcomes',
    query: z.strictObject({ name: text(100).optional(), ...paging }),
    answer: listingOf(outcomeAnswer),
    handle: async ({ query: { name, ...page } }, { store }) => {
      const { items, next } = await store.listOutcomes({ ...(name && { name }) }, toPage(page));
      return { items: items.map(showOutcome), next };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/conversations/:id/outcomes',
    summary: 'Report an outcome that was reached outside: a booking, a sale',
    params: z.strictObject({ id }),
    body: reportBody,
    answer: deedAnswer,
    handle: ({ params, body }, { engine }) =>
      answerDeed(
        engine.reportOutcome(params.id, {
          outcome: body.outcome,
          source: body.source,
          value: body.value ?? null,
          currency: body.currency ?? null,
          requestId: body.request_id,
        }),
      ),
  }),
];

function showOutcome(
  outcome: OutcomeReached & { readonly conversationId: string },
): z.input<typeof outcomeAnswer> {
  const { id, conversationId, name, at, source, runId, value, currency } = outcome;
  return {
    id,
    conversation_id: conversationId,
    name,
    at: showMoment(at),
    source,
    run_id: runId,
    value,
    currency,
  };
}
