import type { AccountFinding, ExpectedSetup } from '../../channel.js';
import { asFields, asList, readText } from '../../fields.js';
import { ask, type Asking } from './asking.js';
import { notTold, ok, problem, warning } from './findings.js';

const subject = 'subscription';

/** What an account is to deliver. */
export interface WantedFields {
  /** The node that is subscribed: the page's id, or `me`. */
  readonly node: string;
  /** Without these nothing works. */
  readonly needed: readonly string[];
  /** What something would be missed without. */
  readonly wanted: readonly string[];
}

/**
 * The third layer of a subscription, per account: a missing one is the usual reason for "no events".
 *
 * Source: Meta, Graph API, `/{page-id}/subscribed_apps`, and Instagram Platform, webhooks (platforms reference §2.4).
 */
export async function checkSubscription(asking: Asking, fields: WantedFields): Promise<AccountFinding> {
  const present = await presentFields(asking, fields);
  if ('severity' in present) return present;
  if (present.length === 0) {
    return problem(subject, 'The account delivers nothing to the app.', remedy);
  }
  const missing = without(fields.needed, present);
  if (missing.length > 0)
    return problem(subject, `The account does not deliver: ${missing.join(', ')}.`, remedy);
  const missed = without(fields.wanted, present);
  return missed.length === 0
    ? ok(subject, 'The account delivers all that is needed.')
    : warning(subject, `The account does not deliver: ${missed.join(', ')}.`, remedy);
}

const remedy = 'heyword account subscribe';

/** Adds what is missing, and leaves what else the app has subscribed to. */
export async function subscribe(asking: Asking, fields: WantedFields): Promise<AccountFinding> {
  const present = await presentFields(asking, fields);
  if ('severity' in present) return present;
  const missing = without([...fields.needed, ...fields.wanted], present);
  if (missing.length === 0) return ok(subject, 'The account delivers all that is needed already.');
  const reply = await ask(asking, {
    method: 'POST',
    path: [fields.node, 'subscribed_apps'],
    query: { subscribed_fields: [...present, ...missing].join(',') },
  });
  return reply.ok
    ? ok(subject, `The account now delivers also: ${missing.join(', ')}.`)
    : problem(subject, `Meta did not subscribe the account: ${reply.failure.explanation}`);
}

async function presentFields(
  asking: Asking,
  { node }: WantedFields,
): Promise<readonly string[] | AccountFinding> {
  const reply = await ask(asking, { path: [node, 'subscribed_apps'] });
  if (!reply.ok) return notTold(subject, reply.failure);
  const fields = asList(reply.fields['data'])
    .flatMap((app) => asList(asFields(app)?.['subscribed_fields']))
    .map(readText)
    .filter((field) => field !== null);
  return [...new Set(fields)];
}

function without(fields: readonly string[], present: readonly string[]): readonly string[] {
  return fields.filter((field) => !present.includes(field));
}

/** The first two layers belong to the app, and only its own token sees them. */
export function appLevel(
  object: 'page' | 'instagram' | 'whatsapp_business_account',
  { webhookUrl }: ExpectedSetup,
): AccountFinding {
  return warning(
    'app webhook',
    `Where the app sends what it is told cannot be seen with an account’s token.`,
    `In the app dashboard under Webhooks, object "${object}": the callback URL must be ${webhookUrl}, the verify token that of META_VERIFY_TOKEN, and the fields must be ticked.`,
  );
}
