import { z } from 'zod';
import { endpoint, whoMay } from './endpoint.js';
import { text } from './values.js';

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

export const listFlows = endpoint({
  method: 'get',
  path: '/flows',
  summary: 'List the flows that run now',
  access: whoMay('read_flows'),
  query: z.strictObject({ workspace: text(100).optional() }),
  answer: z.object({ items: z.array(flowAnswer) }),
});

export const readFlowSteps = endpoint({
  method: 'get',
  path: '/flows/:workspace/:flow/steps',
  summary: 'List the steps of a flow, at each of which a chat may be handed back',
  access: whoMay('read_flows'),
  params: z.strictObject({ workspace: text(100), flow: text(100) }),
  answer: z.object({
    items: z.array(
      z
        .object({
          path: z.string().describe('What `step` of a hand-back takes.'),
          verb: z.string().describe('As its author wrote it: `say`, `ask`.'),
          says: z
            .string()
            .nullable()
            .describe('How what it says begins, in the workspace’s first language; null: it says nothing.'),
        })
        .meta({ id: 'FlowStep' }),
    ),
  }),
});
