import { asFields, asList, type Fields, readId, readText } from '../../fields.js';
import { readName } from '../../meta/profile.js';
import { address, type Change, type Finding } from '../change.js';
import { cardOf, identify } from '../contact-ids.js';
import { momentOf } from '../moment.js';
import { readEdit, readReaction, readRevoke } from './afterthought.js';
import { readContent } from './content.js';
import { notice, type ReadReceived } from './received.js';
import { readSystem } from './system.js';

/** `messages`: whatever the contacts of a change wrote, pressed, sent or took back. */
export function readMessages(change: Change): readonly Finding[] {
  return asList(change.value['messages']).map((entry) => {
    const fields = asFields(entry);
    return fields === null ? { reason: 'a message that is no object' } : readMessage(fields, change);
  });
}

function readMessage(fields: Fields, change: Change): Finding {
  if (readText(fields['group_id']) !== null) return { reason: 'groups are not served' };
  const id = readId(fields['id']);
  if (id === null) return { reason: 'a message without an id' };
  const type = readText(fields['type']) ?? 'unknown';
  const names = { phone: fields['from'], userId: fields['from_user_id'] };
  const profile = asFields(cardOf(names, change.contacts)?.['profile']);
  const name = readName(profile?.['name']);
  const received = { fields, id, type, occurredAt: momentOf(fields, change), name };
  if (type === 'system') return readSystem(received, change);
  const who = identify(names, change.contacts);
  if (who === null) return { reason: 'no contact is named' };
  const read = readers.get(type) ?? readContent;
  return address(read(received), change, who);
}

/** What is no message to be read and answered; everything else is (platforms reference §6.1). */
const readers: ReadonlyMap<string, ReadReceived> = new Map([
  ['reaction', readReaction],
  ['edit', readEdit],
  ['revoke', readRevoke],
  ['request_welcome', notice],
]);
