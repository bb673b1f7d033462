import { accountShape } from '../workspace/accounts.js';
import { bookingShape } from '../workspace/bookings.js';
import { couponShape } from '../workspace/coupons.js';
import { escalationShape } from '../workspace/escalations.js';
import { intervalsShape } from '../workspace/hours.js';
import { trackedLinkShape } from '../workspace/links.js';
import { lookupShape } from '../workspace/lookup-shape.js';
import { workspaceShape } from '../workspace/read-workspace.js';
import { teamShape } from '../workspace/teams.js';
import { templateShape } from '../workspace/templates.js';
import { phraseShape } from '../workspace/texts.js';
import { topicShape } from '../workspace/topics.js';
import type { WorkspacePart } from '../shape/values.js';
import { schemaFromZod } from './from-zod.js';
import type { JsonSchema } from './json-schema.js';

/** What may stand in `workspace.yaml`. */
export function workspaceSchema(): JsonSchema {
  const parts: Readonly<Record<WorkspacePart, JsonSchema>> = {
    account: schemaFromZod(accountShape),
    topic: schemaFromZod(topicShape),
    template: schemaFromZod(templateShape),
    team: schemaFromZod(teamShape),
    link: schemaFromZod(trackedLinkShape),
    booking: schemaFromZod(bookingShape),
    lookup: schemaFromZod(lookupShape),
    coupon: schemaFromZod(couponShape),
    escalation: schemaFromZod(escalationShape),
    hours: schemaFromZod(intervalsShape),
    texts: schemaFromZod(phraseShape),
  };
  return {
    title: 'Workspace',
    ...schemaFromZod(workspaceShape),
    definitions: Object.fromEntries(
      Object.entries(parts).map(([title, schema]) => [title, { title, ...schema }]),
    ),
  };
}
