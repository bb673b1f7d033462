import { z } from 'zod';
import { handoffStates } from '../../core/effect.js';
import type { HandoffView } from '../../store/reads.js';
import { HttpProblem } from '../problem.js';
import { handoffDeedRoutes } from './deed-routes.js';
import { id, listingOf, oneOf, paging, text } from '../../contract/values.js';
import { toPage } from './to-page.js';
import { found } from './found.js';
import { handoffAnswer, showHandoff } from './handoff-answer.js';
import { type ApiDeps, defineRoute, type Route } from './route.js';

/** Requests for a person: the inbox of those who answer. */
export const handoffRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/handoffs',
    summary: 'List handoffs',
    query: z.strictObject({
      state: oneOf(handoffStates).optional(),
      team: text(100).optional(),
      ...paging,
    }),
    answer: listingOf(handoffAnswer),
    handle: async ({ query: { state, team, ...page } }, { store }) => {
      const filter = { ...(state && { state }), ...(team && { team }) };
      const { items, next } = await store.listHandoffs(filter, toPage(page));
      return { items: items.map(showHandoff), next };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/handoffs/:id',
    summary: 'Read a handoff',
    params: z.strictObject({ id }),
    answer: handoffAnswer,
    handle: async ({ params }, { store }) =>
      showHandoff(found(await store.readHandoff(params.id), 'handoff')),
  }),
  ...handoffDeedRoutes(async (id, _caller, deps) => (await readOpen(id, deps)).conversationId),
];

/** The engine acts on conversations; a closed handoff must not reach one that has moved on. */
async function readOpen(id: string, { store }: ApiDeps): Promise<HandoffView> {
  const handoff = found(await store.readHandoff(id), 'handoff');
  if (handoff.closedAt === null) return handoff;
  throw new HttpProblem(
    409,
    'handoff_closed',
    `This handoff is ${handoff.state.replace('_', ' ')} already.`,
    {
      allowed: ['open', 'taken', 'snoozed'],
    },
  );
}
