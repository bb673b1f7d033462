import { z } from 'zod';
import type { OutcomeReached } from '../../core/effect.js';
import type { OutcomeReport } from '../../engine/deeds.js';
import { HttpProblem } from '../problem.js';
import { deedAnswer } from '../../contract/deeds.js';
import { answerDeed } from './answer-deed.js';
import { id, listingOf, moment, paging, requestId, text } from '../../contract/values.js';
import { showMoment } from './show-moment.js';
import { toPage } from './to-page.js';
import { found } from './found.js';
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

const reported = {
  source: text(100).describe('Who reports it: the booking system, the shop.'),
  value: z.number('must be a number').optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be a code of ISO 4217, such as EUR')
    .optional(),
  request_id: requestId,
};

const outcomeName = text(100);

interface Worth {
  readonly value?: number | undefined;
  readonly currency?: string | undefined;
}

const hasValue = ({ value, currency }: Worth) => currency === undefined || value !== undefined;
const valueMissing = { path: ['currency'], error: 'needs a value beside it' };

const reportBody = z
  .strictObject({ outcome: outcomeName.describe('Its name, such as `booked`.'), ...reported })
  .refine(hasValue, valueMissing);

const linkReportBody = z
  .strictObject({
    link: text(100).describe(
      'The code that the booking’s address carried (`hw=…`): it names the conversation that the link was sent in.',
    ),
    outcome: outcomeName
      .optional()
      .describe('Its name. Of a booking’s link it may be left out: then it is the booking’s own.'),
    ...reported,
  })
  .refine(hasValue, valueMissing);

type Reported = z.output<typeof reportBody>;

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
      answerDeed(engine.reportOutcome(params.id, toReport(body.outcome, body))),
  }),
  defineRoute({
    method: 'post',
    path: '/outcomes',
    summary: 'Report an outcome that was reached behind a link, by the link’s code',
    body: linkReportBody,
    answer: deedAnswer,
    handle: async ({ body }, { engine, store }) => {
      const link = found(await store.findLink(body.link), 'link');
      const outcome = body.outcome ?? link.outcome;
      if (outcome === null) throw outcomeMissing();
      return answerDeed(engine.reportOutcome(link.conversationId, toReport(outcome, body)));
    },
  }),
];

function toReport(
  outcome: string,
  { source, value, currency, request_id }: Omit<Reported, 'outcome'>,
): OutcomeReport {
  return { outcome, source, value: value ?? null, currency: currency ?? null, requestId: request_id };
}

function outcomeMissing(): HttpProblem {
  return new HttpProblem(422, 'outcome_missing', 'This link is no booking’s: say which outcome was reached.');
}

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
