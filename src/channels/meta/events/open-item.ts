import { asFields, type Fields, readId, readTime } from '../../fields.js';
import { standInForUserRef } from '../stand-in.js';
import { type Item, momentOf, type NotUnderstood, type Origin } from './item.js';

interface Sides {
  readonly contactId: string;
  readonly byOurSide: boolean;
}

const NOBODY: NotUnderstood = { reason: 'no contact is named' };
const A_REFERENCE: NotUnderstood = { reason: 'only a reference of a plugin is named' };
const TO_ITSELF: NotUnderstood = { reason: 'the account writes to itself' };

/** Tells whose thread an item belongs to, and which side did it. */
export function openItem(fields: Fields, origin: Origin): Item | NotUnderstood {
  const sides = findSides(fields, origin);
  if ('reason' in sides) return sides;
  const { channel, accountId, receivedAt } = origin;
  const time = readTime(fields['timestamp']) ?? origin.time;
  const formerly = sides.byOurSide ? null : readFormerName(fields, sides.contactId);
  return {
    fields,
    channel,
    accountId,
    ...sides,
    ...(formerly === null ? {} : { alsoKnownAs: [formerly] }),
    time,
    occurredAt: momentOf(time, receivedAt),
  };
}

/**
 * The contact is who is not the account; in an echo they stand the other way round. An account that writes to itself, as
 * those do who try Instagram out, has no contact: answering it would be talking to ourselves.
 */
function findSides(fields: Fields, origin: Origin): Sides | NotUnderstood {
  const { accountId } = origin;
  const sender = readSide(fields['sender']);
  const recipient = readSide(fields['recipient']);
  const message = asFields(fields['message']);
  if (message?.['is_self'] === true || (sender === accountId && recipient === accountId)) return TO_ITSELF;
  const byOurSide = sender === accountId || message?.['is_echo'] === true;
  const contactId = byOurSide && recipient !== accountId ? recipient : sender;
  return contactId === null ? findStandIn(fields, origin) : { contactId, byOurSide };
}

function readSide(value: unknown): string | null {
  return readId(asFields(value)?.['id']);
}

/**
 * Nobody is named: whoever opted in by a plugin may be called what the plugin calls them, until they write. Plugins lead
 * to Messenger, where alone one can be written to by such a name.
 */
function findStandIn(fields: Fields, { channel }: Origin): Sides | NotUnderstood {
  const referenced = readId(asFields(fields['sender'])?.['user_ref']);
  const optin = asFields(fields['optin']);
  const userRef = readId(optin?.['user_ref']) ?? referenced;
  if (channel === 'messenger' && optin !== null && userRef !== null) {
    return { contactId: standInForUserRef(userRef), byOurSide: false };
  }
  return referenced === null ? NOBODY : A_REFERENCE;
}

/** What the contact was called before they wrote: the checkbox that they ticked says so once more. */
function readFormerName(fields: Fields, contactId: string): string | null {
  const prior = asFields(fields['prior_message']);
  const ticked = prior?.['source'] === 'checkbox_plugin' ? readId(prior['identifier']) : null;
  const userRef = ticked ?? readId(asFields(fields['optin'])?.['user_ref']);
  const name = userRef === null ? null : standInForUserRef(userRef);
  return name === contactId ? null : name;
}
