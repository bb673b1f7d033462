import { asFields, asList, type Fields, readId, readText } from '../../fields.js';
import { keepPayload } from '../../keep-payload.js';
import { address, type Change, type Finding } from '../change.js';
import { type ContactIds, identify, readPhone } from '../contact-ids.js';
import { momentOf } from '../moment.js';
import { readOriginal } from './received.js';
import { readSaid } from './said.js';

/** `message_echoes`: what a person of ours wrote in the phone app, beside us (platforms reference §6.4). */
export function readEchoes(change: Change): readonly Finding[] {
  const echoes = asList(change.value['message_echoes']);
  if (echoes.length === 0) return [{ reason: 'a change in which nothing happened' }];
  return echoes.map((entry) => {
    const fields = asFields(entry);
    return fields === null ? { reason: 'an echo that is no object' } : readEcho(fields, change);
  });
}

function readEcho(fields: Fields, change: Change): Finding {
  if (readText(fields['group_id']) !== null) return { reason: 'groups are not served' };
  const id = readId(fields['id']);
  if (id === null) return { reason: 'an echo without an id' };
  const who = otherSide(fields, change);
  if (who === null) return { reason: 'no contact is named' };
  const occurredAt = momentOf(fields, change);
  const type = readText(fields['type']) ?? 'unknown';
  const key = `echo:${id}`;
  const takenBack = type === 'revoke' ? readOriginal(asFields(fields['revoke'])) : null;
  if (takenBack !== null) {
    const unsent = { kind: 'messageUnsent', occurredAt, platformMessageId: takenBack } as const;
    return address({ key, content: unsent }, change, who);
  }
  if (afterthoughts.has(type)) {
    const noticed = { type: `own_${type}`, payload: keepPayload(fields[type]) };
    return address({ key, content: { kind: 'platformNoticed', occurredAt, ...noticed } }, change, who);
  }
  const echo = {
    platformMessageId: id,
    text: readSaid(fields)?.text ?? '',
    appId: null,
    metadata: null,
    ownMessageId: null,
  };
  return address({ key, content: { kind: 'messageEchoed', occurredAt, ...echo } }, change, who);
}

/** Changes to what our side has said say nothing new; what it took back is forgotten. */
const afterthoughts: ReadonlySet<string> = new Set(['edit', 'revoke', 'reaction']);

/** Who is not us. `to` is, as a rule; changes to older messages have been seen the other way round. */
function otherSide(fields: Fields, { ownPhone, contacts }: Change): ContactIds | null {
  const isReversed = ownPhone !== null && readPhone(fields['to']) === ownPhone;
  const side = isReversed ? 'from' : 'to';
  return identify({ phone: fields[side], userId: fields[`${side}_user_id`] }, contacts);
}
