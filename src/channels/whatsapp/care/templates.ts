import type { AccountFinding, ExpectedTemplate } from '../../channel.js';
import { asFields, asList, type Fields, readText } from '../../fields.js';
import { ask, type Asking } from '../../meta/care/asking.js';
import { notTold } from '../../meta/care/findings.js';
import { compareTemplate } from './compare-template.js';

/** Of 250 a business account can have: a few pages at most. */
const pageSize = '100';
const mostPages = 20;

/**
 * Whether the templates that the workspace declares are approved, and read as it says.
 *
 * Source: Meta, WhatsApp Business Management API, `/{waba-id}/message_templates` (platforms reference §6.5).
 */
export async function checkTemplates(
  asking: Asking,
  business: string,
  expected: readonly ExpectedTemplate[],
): Promise<readonly AccountFinding[]> {
  if (expected.length === 0) return [];
  const present = await readTemplates(asking, business);
  return 'severity' in present ? [present] : expected.map((template) => compareTemplate(template, present));
}

async function readTemplates(asking: Asking, business: string): Promise<readonly Fields[] | AccountFinding> {
  const templates: Fields[] = [];
  const wanted = { fields: 'name,status,category,language,components', limit: pageSize };
  let after: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    const query: Record<string, string> = after === null ? wanted : { ...wanted, after };
    const reply = await ask(asking, { path: [business, 'message_templates'], query });
    if (!reply.ok) return notTold('templates', reply.failure);
    templates.push(...asList(reply.fields['data']).map((entry) => asFields(entry) ?? {}));
    after = nextPage(reply.fields);
    if (after === null) break;
  }
  return templates;
}

/** Only where there is a `next` is there another page; a cursor stands on the last one as well. */
function nextPage(fields: Fields): string | null {
  const paging = asFields(fields['paging']);
  return paging?.['next'] === undefined ? null : readText(asFields(paging['cursors'])?.['after']);
}
