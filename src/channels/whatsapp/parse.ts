import type { AccountNotice, ParsedDelivery, ParsedUpdate, SkippedUpdate } from '../channel.js';
import { asFields, asList, type Fields, readId, readTime } from '../fields.js';
import { logName } from '../meta/log-name.js';
import { readAccountNotice } from './account-notices.js';
import type { Change, Finding } from './change.js';
import { readContacts, readPhone } from './contact-ids.js';
import { readCalls } from './events/call.js';
import { readEchoes } from './events/echo.js';
import { readMessages } from './events/message.js';
import { readPreferences } from './events/preference.js';
import { readStandby } from './events/standby.js';
import { readStatuses } from './events/status.js';

const OBJECT = 'whatsapp_business_account';

/** Meta's dashboard sends its samples in the name of this business. */
const DASHBOARD = '0';

/** Webhook fields that speak of one number's conversations, and who reads them. */
const threadFields: ReadonlyMap<string, (change: Change) => readonly Finding[]> = new Map([
  ['messages', readConversation],
  ['smb_message_echoes', readEchoes],
  ['message_echoes', readEchoes],
  ['standby', readStandby],
  ['user_preferences', readPreferences],
  ['calls', readCalls],
]);

/** Known, and nothing that a server which answers messages could do anything with. */
const unserved: ReadonlyMap<string, string> = new Map([
  ['history', 'chats from before we were connected'],
  ['smb_app_state_sync', 'the address book of the phone app'],
]);

/**
 * Makes events of one entry of a delivery of `whatsapp_business_account`. Never throws, whatever stands in it: what
 * cannot be understood is skipped with a reason and does not disturb its neighbours.
 *
 * `receivedAt` is our clock, epoch ms; no event occurs after it. An event's account is the phone number (its
 * `phone_number_id`), a notice's may be the business as a whole (its WABA id).
 *
 * Source: Meta, WhatsApp Cloud API, webhooks (platforms reference §2.5, §6.1–§6.4).
 */
export function readWhatsAppEntry(entry: Fields, receivedAt: number): Required<ParsedDelivery> {
  const updates: ParsedUpdate[] = [];
  const notices: AccountNotice[] = [];
  const skipped: SkippedUpdate[] = [];
  const changes = asList(entry['changes']);
  for (const change of changes.length > 0 ? changes : [entry]) {
    const fields = asFields(change) ?? {};
    const field = logName(fields['field']);
    for (const finding of readChange(entry, field, { value: fields['value'], receivedAt })) {
      if ('reason' in finding) skipped.push({ reason: finding.reason, object: OBJECT, field });
      else if ('content' in finding) updates.push(finding);
      else notices.push(finding);
    }
  }
  return { updates, notices, skipped };
}

interface Raw {
  readonly value: unknown;
  readonly receivedAt: number;
}

function readChange(entry: Fields, field: string | null, raw: Raw): readonly Finding[] {
  const value = asFields(raw.value);
  if (field === null || value === null) return [{ reason: 'an entry with nothing readable in it' }];
  if (readId(entry['id']) === DASHBOARD) return [{ reason: 'a sample from the dashboard' }];
  const reason = unserved.get(field);
  if (reason !== undefined) return [{ reason }];
  if (field.startsWith('group_')) return [{ reason: 'groups are not served' }];
  const time = readTime(entry['time']);
  const read = threadFields.get(field);
  if (read === undefined) return [readAccountNotice(field, { ...raw, value, time, entryId: entry['id'] })];
  const change = openChange(value, { time, receivedAt: raw.receivedAt });
  return change === null ? [{ reason: 'no phone number of ours is named' }] : read(change);
}

function openChange(value: Fields, times: Pick<Change, 'time' | 'receivedAt'>): Change | null {
  const metadata = asFields(value['metadata']);
  const accountId = readId(metadata?.['phone_number_id']);
  if (accountId === null) return null;
  return {
    value,
    accountId,
    ownPhone: readPhone(metadata?.['display_phone_number']),
    contacts: readContacts(asList(value['contacts'])),
    ...times,
  };
}

function readConversation(change: Change): readonly Finding[] {
  const findings = [...readMessages(change), ...readStatuses(change), ...readErrors(change)];
  return findings.length > 0 ? findings : [{ reason: 'a change in which nothing happened' }];
}

/** What the platform could not tell us; no event can be made of it. */
function readErrors({ value }: Change): readonly Finding[] {
  return asList(value['errors']).map((error) => {
    const code = readId(asFields(error)?.['code']) ?? 'without a code';
    return { reason: `the platform could not deliver something to us (error ${code.slice(0, 16)})` };
  });
}
