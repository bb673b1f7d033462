import { asFields, asList, type Fields, readText, readTime } from '../../fields.js';
import { keepPayload } from '../../keep-payload.js';
import { address, type Change, type Finding } from '../change.js';
import { identify } from '../contact-ids.js';
import { momentOf } from '../moment.js';

/** `user_preferences`: what a contact chose in WhatsApp's own settings (platforms reference §6.4). */
export function readPreferences(change: Change): readonly Finding[] {
  const preferences = asList(change.value['user_preferences']);
  if (preferences.length === 0) return [{ reason: 'a change in which nothing happened' }];
  return preferences.map((entry) => {
    const fields = asFields(entry);
    return fields === null ? { reason: 'a preference that is no object' } : readPreference(fields, change);
  });
}

/** `signup` follows a link by which they ask for offers: whoever had stopped them resumes. */
const changes: ReadonlyMap<string, 'stop' | 'resume'> = new Map([
  ['stop', 'stop'],
  ['resume', 'resume'],
  ['signup', 'resume'],
]);

function readPreference(fields: Fields, change: Change): Finding {
  const who = identify({ phone: fields['wa_id'], userId: fields['user_id'] }, change.contacts);
  if (who === null) return { reason: 'no contact is named' };
  const category = readText(fields['category'])?.slice(0, 64) ?? '';
  const value = readText(fields['value'])?.slice(0, 64) ?? '';
  const occurredAt = momentOf(fields, change);
  const moment = readTime(fields['timestamp']) ?? change.time ?? 'untimed';
  // The value is in the key as well: whoever stops and resumes within a second has done both.
  const key = `preference:${who.contactId}:${category}:${moment}:${value}`;
  const wish = category === 'marketing_messages' ? changes.get(value) : undefined;
  if (wish === undefined) {
    const noticed = { type: 'user_preference', payload: keepPayload(fields) };
    return address({ key, content: { kind: 'platformNoticed', occurredAt, ...noticed } }, change, who);
  }
  const content = { kind: 'preferenceChanged', occurredAt, change: wish, token: null } as const;
  return address({ key, content }, change, who);
}
