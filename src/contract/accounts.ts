import { z } from 'zod';
import { endpoint, whoMay } from './endpoint.js';
import { moment } from './values.js';

export const listAccounts = endpoint({
  method: 'get',
  path: '/accounts',
  summary: 'How it stands with the connected accounts',
  access: whoMay('see_accounts'),
  answer: z
    .object({
      items: z.array(
        z.object({
          workspace: z.string(),
          name: z.string(),
          channel: z.string(),
          state: z.enum(['good', 'slowed', 'stopped', 'catching_up']),
          troubles: z
            .array(z.string())
            .describe('For people: why it is stopped, that its token ends, what the platform said.'),
          rests_until: moment.nullable(),
          budgets: z.array(
            z.object({ what: z.string(), left: z.number(), of: z.number(), renews_at: moment.nullable() }),
          ),
        }),
      ),
    })
    .meta({ id: 'Accounts' }),
});
