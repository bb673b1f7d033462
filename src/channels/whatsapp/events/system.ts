import type { IdentityChanged } from '../../../core/platform-event.js';
import { asFields, type Fields, readId, readText } from '../../fields.js';
import { keepPayload } from '../../keep-payload.js';
import { address, type Change, type Finding } from '../change.js';
import { type ContactIds, identify, joinIds, readPhone } from '../contact-ids.js';
import { messageKey, type Received } from './received.js';

interface Renaming {
  readonly what: IdentityChanged['what'];
  /** What they are called from now on, then until now. Null: it does not say. */
  readonly who: (system: Fields, message: Fields) => ContactIds | null;
}

/** A number needs both to be the same person still: the new one is written to, the old one is who they were. */
function changedNumber(system: Fields, message: Fields): ContactIds | null {
  const now = readPhone(system['wa_id']) ?? readPhone(system['new_wa_id']);
  const until = readPhone(message['from']) ?? readPhone(system['customer']);
  if (now === null || until === null) return null;
  return joinIds([now, until, readId(system['user_id']), readId(message['from_user_id'])]);
}

function changedUserId(system: Fields, message: Fields): ContactIds | null {
  const now = readId(system['user_id']) ?? readId(message['from_user_id']);
  const until = readId(system['previous_user_id']);
  return now === null || until === null ? null : joinIds([readPhone(message['from']), now, until]);
}

const renamings: ReadonlyMap<string, Renaming> = new Map([
  ['user_changed_number', { what: 'number', who: changedNumber }],
  ['user_changed_user_id', { what: 'user_id', who: changedUserId }],
]);

/** WhatsApp's own words about a contact: they have another number or id, or another phone. */
export function readSystem(received: Received, change: Change): Finding {
  const { fields } = received;
  const system = asFields(fields['system']) ?? {};
  const type = readText(system['type']) ?? 'unknown';
  const renaming = renamings.get(type);
  const renamed = renaming?.who(system, fields) ?? null;
  if (renaming !== undefined && renamed !== null) {
    return identityChanged(renaming.what, received, { change, who: renamed });
  }
  const who = identify({ phone: fields['from'], userId: fields['from_user_id'] }, change.contacts);
  if (who === null) return { reason: 'no contact is named' };
  if (type === 'customer_identity_changed') {
    return identityChanged('security_code', received, { change, who });
  }
  const { id, occurredAt } = received;
  const noticed = { type: `system_${type.slice(0, 64)}`, payload: keepPayload(system) };
  return address(
    { key: messageKey(id), content: { kind: 'platformNoticed', occurredAt, ...noticed } },
    change,
    who,
  );
}

function identityChanged(
  what: IdentityChanged['what'],
  { id, occurredAt }: Received,
  { change, who }: { readonly change: Change; readonly who: ContactIds },
): Finding {
  return address(
    { key: messageKey(id), content: { kind: 'identityChanged', occurredAt, what } },
    change,
    who,
  );
}
