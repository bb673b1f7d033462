import type { AccountNotice } from '../channel.js';
import { asFields, asList, type Fields, readId, readText } from '../fields.js';
import type { Finding } from './change.js';

/** What a webhook field says about an account. */
interface Notice {
  readonly kind: AccountNotice['kind'];
  readonly explanation: string;
}

interface Setting {
  readonly value: Fields;
  readonly entryId: unknown;
  /** Epoch ms; null: it does not say. */
  readonly time: number | null;
  readonly receivedAt: number;
}

/** Webhook fields about the business, its number and its templates, for the operator (platforms reference §6.4). */
const fields: ReadonlyMap<string, (value: Fields) => Notice> = new Map([
  ['account_update', readAccountUpdate],
  ['account_review_update', readReview],
  ['account_alerts', readAlert],
  ['phone_number_quality_update', readQuality],
  ['phone_number_name_update', readName],
  ['message_template_status_update', readTemplateStatus],
  ['message_template_quality_update', readTemplateQuality],
  ['message_template_components_update', readTemplateText],
  ['template_category_update', readTemplateCategory],
  ['business_username_update', readUsername],
  ['business_capability_update', () => changed('WhatsApp has changed the limits of the business.')],
  ['security', readSecurity],
]);

/** A notice about the business that the entry is of, or that it names. */
export function readAccountNotice(field: string, setting: Setting): Finding {
  const { value, entryId, time, receivedAt } = setting;
  const accountId = readId(asFields(value['waba_info'])?.['waba_id']) ?? readId(entryId);
  const read = fields.get(field);
  if (read === undefined) return { reason: 'a field that is not served' };
  if (accountId === null) return { reason: 'an entry without an account' };
  return {
    channel: 'whatsapp',
    accountId,
    ...read(value),
    occurredAt: Math.min(time ?? receivedAt, receivedAt),
  };
}

/** What an event of `account_update` means; every other one is only told. */
const accountEvents: ReadonlyMap<string, Notice> = new Map<string, Notice>([
  ['ACCOUNT_DELETED', { kind: 'access_revoked', explanation: 'The business account was deleted.' }],
  ['ACCOUNT_OFFBOARDED', { kind: 'access_revoked', explanation: 'The number was taken off the Cloud API.' }],
  ['ACCOUNT_RECONNECTED', { kind: 'policy_lifted', explanation: 'The number is on the Cloud API again.' }],
  [
    'PARTNER_REMOVED',
    { kind: 'access_revoked', explanation: 'The business no longer shares its account with our app.' },
  ],
]);

function readAccountUpdate(value: Fields): Notice {
  const event = word(value['event']);
  if (event === 'DISABLED_UPDATE') return readBan(asFields(value['ban_info']) ?? {});
  if (event === 'ACCOUNT_RESTRICTION') return readRestriction(asList(value['restriction_info']));
  if (event === 'ACCOUNT_VIOLATION') {
    const violation = word(asFields(value['violation_info'])?.['violation_type']);
    return changed(`WhatsApp says that the business broke a policy: ${violation}.`);
  }
  return accountEvents.get(event) ?? changed(`WhatsApp says about the business account: ${event}.`);
}

function readBan(ban: Fields): Notice {
  const state = word(ban['waba_ban_state']);
  switch (state) {
    case 'DISABLE':
      return { kind: 'policy_enforced', explanation: 'WhatsApp has disabled the business account.' };
    case 'REINSTATE':
      return { kind: 'policy_lifted', explanation: 'WhatsApp has enabled the business account again.' };
    default:
      return changed(`WhatsApp is about to disable the business account: ${state}.`);
  }
}

/** Who may not answer those who write is stopped; who may not write first still answers. */
function readRestriction(restrictions: readonly unknown[]): Notice {
  const types = restrictions.map((entry) => word(asFields(entry)?.['restriction_type']));
  const explanation = `WhatsApp has restricted the business account: ${types.join(', ')}.`;
  const isSilenced = types.includes('RESTRICTED_CUSTOMER_INITIATED_MESSAGING');
  return isSilenced ? { kind: 'policy_enforced', explanation } : changed(explanation);
}

function readReview({ decision }: Fields): Notice {
  return changed(`WhatsApp has reviewed the business account: ${word(decision)}.`);
}

function readAlert(value: Fields): Notice {
  const alert = asFields(value['alert_info']) ?? value;
  const { alert_severity: severity, alert_type: type, alert_description: description } = alert;
  const text = sentence(description);
  return changed(`WhatsApp alerts (${word(severity)}): ${word(type)}${text === '' ? '' : `, “${text}”`}.`);
}

function readQuality({ event, current_limit: limit }: Fields): Notice {
  const now = limit === undefined ? '' : `; the limit is now ${word(limit)}`;
  return { kind: 'quality_changed', explanation: `WhatsApp judges the number anew: ${word(event)}${now}.` };
}

function readName({ decision }: Fields): Notice {
  return changed(`WhatsApp has reviewed the display name of the number: ${word(decision)}.`);
}

function readTemplateStatus(value: Fields): Notice {
  const reason = word(value['reason']);
  const why = reason === 'unknown' || reason === 'NONE' ? '' : ` (${reason})`;
  return aboutTemplate(value, `is now ${word(value['event'])}${why}`);
}

function readTemplateQuality(value: Fields): Notice {
  const { previous_quality_score: before, new_quality_score: now } = value;
  return aboutTemplate(value, `has another quality: ${word(before)} before, ${word(now)} now`);
}

/** What it reads now is the platform's to say; the check of the account compares it. */
function readTemplateText(value: Fields): Notice {
  return aboutTemplate(value, 'reads differently now');
}

function readTemplateCategory(value: Fields): Notice {
  return aboutTemplate(value, `now counts as ${word(value['new_category'] ?? value['correct_category'])}`);
}

function aboutTemplate(value: Fields, what: string): Notice {
  const [name, language] = [value['message_template_name'], value['message_template_language']].map(word);
  return { kind: 'template_changed', explanation: `The template ${name ?? ''} (${language ?? ''}) ${what}.` };
}

function readUsername({ username, status }: Fields): Notice {
  return changed(`The username of the business, ${word(username)}, is now ${word(status)}.`);
}

function readSecurity({ event }: Fields): Notice {
  return changed(`Somebody has changed the security settings of the number: ${word(event)}.`);
}

function changed(explanation: string): Notice {
  return { kind: 'account_changed', explanation };
}

/** A name out of the platform's own lists, or one that the business chose, fit for a log. */
function word(value: unknown): string {
  const text = (readText(value) ?? readId(value) ?? '').replaceAll(/[^\w.@-]/g, '').slice(0, 100);
  return text === '' ? 'unknown' : text;
}

function sentence(value: unknown): string {
  return (readText(value) ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 300);
}
