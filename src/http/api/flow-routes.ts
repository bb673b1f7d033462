import { z } from 'zod';
import { defineRoute, type Route } from './route.js';

const flowAnswer = z
  .object({
    workspace: z.string(),
    brand: z.string(),
    name: z.string(),
    title: z.string(),
    version: z.string(),
    keywords: z.array(z.string()).describe('What starts it, as its author wrote it.'),
    refs: z.array(z.string()).describe('Links that start it.'),
  })
  .meta({ id: 'Flow' });

export const flowRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/flows',
    summary: 'List the flows that run now',
    answer: z.object({ items: z.array(flowAnswer) }),
    handle: (_input, { engine }) =>
      Promise.resolve({
        items: engine.describeFlows().map((flow) => ({
          workspace: flow.workspace,
          brand: flow.brand,
          name: flow.name,
          title: flow.title,
          version: flow.version,
          keywords: [...flow.keywords],
          refs: [...flow.refs],
        })),
      }),
  }),
];
