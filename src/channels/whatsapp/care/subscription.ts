import type { AccountFinding, ExpectedSetup } from '../../channel.js';
import { asFields, asList, type Fields, readText } from '../../fields.js';
import { ask, type Asking } from '../../meta/care/asking.js';
import { notTold, ok, problem, warning } from '../../meta/care/findings.js';

const subject = 'subscription';

/**
 * The third layer of a subscription, per business account: a missing one is the usual reason for "no events".
 *
 * Source: Meta, WhatsApp Business Management API, `/{waba-id}/subscribed_apps` (platforms reference §2.4).
 */
export async function checkSubscription(
  asking: Asking,
  business: string,
  { webhookUrl }: ExpectedSetup,
): Promise<AccountFinding> {
  const reply = await ask(asking, { path: [business, 'subscribed_apps'] });
  if (!reply.ok) return notTold(subject, reply.failure);
  const apps = asList(reply.fields['data']).map((app) => asFields(app) ?? {});
  if (apps.length === 0) {
    return problem(subject, 'The business account delivers nothing to any app.', 'heyword account subscribe');
  }
  const elsewhere = apps.map(overrideOf).filter((url) => url !== null && url !== webhookUrl);
  const names = apps.map(nameOf).join(', ');
  return elsewhere.length > 0
    ? warning(
        subject,
        `The business account delivers to ${names}, and some of it elsewhere: ${elsewhere.join(', ')}.`,
        `Unless that is meant, set its callback to ${webhookUrl}.`,
      )
    : ok(subject, `The business account delivers to ${names}.`);
}

/** Lets the business account deliver to the app whose token it is; to do so again changes nothing. */
export async function subscribe(asking: Asking, business: string): Promise<AccountFinding> {
  const reply = await ask(asking, { method: 'POST', path: [business, 'subscribed_apps'] });
  return reply.ok
    ? ok(subject, 'The business account now delivers to the app.')
    : problem(subject, `Meta did not subscribe the business account: ${reply.failure.explanation}`);
}

function nameOf(app: Fields): string {
  return readText(asFields(app['whatsapp_business_api_data'])?.['name']) ?? 'an app without a name';
}

function overrideOf(app: Fields): string | null {
  const url = readText(app['override_callback_uri']);
  return url === '' ? null : url;
}
