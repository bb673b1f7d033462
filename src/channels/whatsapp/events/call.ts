import { asFields, asList, type Fields, readId, readText } from '../../fields.js';
import { keepPayload } from '../../keep-payload.js';
import { address, type Change, type Finding } from '../change.js';
import { identify } from '../contact-ids.js';
import { momentOf } from '../moment.js';

/** `calls`: a call of the contact's opens the window (platforms reference §6.6); what becomes of it, and our own, is kept. */
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
  const event = readText(fields['event'])?.slice(0, 64) ?? 'unknown';
  const facts = { change, side: isTheirs ? 'from' : 'to', event } as const;
  return isTheirs && event === 'connect'
    ? about(fields, facts, (callId) => ({ kind: 'contactCalled', callId }))
    : about(fields, facts, () => noticed(`call_${event}`, fields));
}

function readCallStatus(fields: Fields, change: Change): Finding {
  const event = readText(fields['status'])?.slice(0, 64) ?? 'unknown';
  return about(fields, { change, side: 'recipient', event }, () => noticed('call_status', fields));
}

function noticed(type: string, fields: Fields) {
  return { kind: 'platformNoticed', type, payload: keepPayload(fields) } as const;
}

interface CallFacts {
  readonly change: Change;
  /** Where the contact is named. */
  readonly side: 'from' | 'to' | 'recipient';
  readonly event: string;
}

type CallContent = { readonly kind: 'contactCalled'; readonly callId: string } | ReturnType<typeof noticed>;

function about(
  fields: Fields,
  { change, side, event }: CallFacts,
  contentOf: (callId: string) => CallContent,
): Finding {
  const id = readId(fields['id']);
  if (id === null) return { reason: 'a call without an id' };
  const phone = fields[side === 'recipient' ? 'recipient_id' : side];
  const who = identify({ phone, userId: fields[`${side}_user_id`] }, change.contacts);
  if (who === null) return { reason: 'no contact is named' };
  const content = { ...contentOf(id), occurredAt: momentOf(fields, change) };
  return address({ key: `call:${id}:${event}`, content }, change, who);
}
