import { asFields, asList, type Fields, readId, readText } from '../../fields.js';
import { keepPayload } from '../../keep-payload.js';
import { address, type Change, type Finding } from '../change.js';
import { identify } from '../contact-ids.js';
import { momentOf } from '../moment.js';

/** `calls`: a call of the contact's is `call`; what becomes of it, and our own, is only kept. Nobody picks up here. */
export function readCalls(change: Change): readonly Finding[] {
  const { value } = change;
  const findings = [
    ...asList(value['calls']).map((entry) => readCall(asFields(entry) ?? {}, change)),
    ...asList(value['statuses']).map((entry) => readCallStatus(asFields(entry) ?? {}, change)),
  ];
  return findings.length > 0 ? findings : [{ reason: 'a change in which nothing happened' }];
}

function readCall(fields: Fields, change: Change): Finding {
  const isTheirs = fields['direction'] === 'USER_INITIATED';
  const side = isTheirs ? 'from' : 'to';
  const event = readText(fields['event'])?.slice(0, 64) ?? 'unknown';
  const isRinging = isTheirs && event === 'connect';
  return noticed(isRinging ? 'call' : `call_${event}`, fields, { change, side, event });
}

function readCallStatus(fields: Fields, change: Change): Finding {
  const event = readText(fields['status'])?.slice(0, 64) ?? 'unknown';
  return noticed('call_status', fields, { change, side: 'recipient', event });
}

interface CallFacts {
  readonly change: Change;
  /** Where the contact is named. */
  readonly side: 'from' | 'to' | 'recipient';
  readonly event: string;
}

function noticed(type: string, fields: Fields, { change, side, event }: CallFacts): Finding {
  const id = readId(fields['id']);
  if (id === null) return { reason: 'a call without an id' };
  const phone = fields[side === 'recipient' ? 'recipient_id' : side];
  const who = identify({ phone, userId: fields[`${side}_user_id`] }, change.contacts);
  if (who === null) return { reason: 'no contact is named' };
  const occurredAt = momentOf(fields, change);
  const content = { kind: 'platformNoticed', occurredAt, type, payload: keepPayload(fields) } as const;
  return address({ key: `call:${id}:${event}`, content }, change, who);
}
