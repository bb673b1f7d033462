import type { ParsedDelivery, SkippedUpdate } from '../channel.js';
import { asFields, type Fields, objectsIn, readId, readText } from '../fields.js';
import { type Activity, type Outcome, skip } from './events/activity.js';
import { readDirectMessage } from './events/direct-message.js';
import { readEncrypted, readRevoke } from './events/other.js';
import { readReadMark } from './events/read-mark.js';

/**
 * Makes events of one delivery, in the form of the X Activity API, one or several at once, or in that of the Account
 * Activity API before it. Never throws, whatever the JSON. Public posts are read by nobody here: automation answers on X
 * only who wrote a direct message first (platforms reference §8.4).
 *
 * `receivedAt` is our clock, epoch ms; no event occurs after it.
 *
 * Source: X Activity API, Account Activity API (platforms reference §8.2).
 */
export function parseActivity(json: unknown, receivedAt: number): ParsedDelivery {
  const delivery = asFields(json);
  const activities = delivery === null ? [] : activitiesIn(delivery, receivedAt);
  const read = activities.flatMap((activity) =>
    outcomesOf(activity).map((outcome) => ({ outcome, field: activity.type?.slice(0, 64) ?? null })),
  );
  if (read.length === 0) {
    return { updates: [], skipped: [{ reason: 'a delivery with nothing in it', object: null, field: null }] };
  }
  return {
    updates: read.flatMap(({ outcome }) => ('update' in outcome ? [outcome.update] : [])),
    notices: read.flatMap(({ outcome }) => ('notice' in outcome ? [outcome.notice] : [])),
    skipped: read.flatMap(({ outcome, field }): readonly SkippedUpdate[] =>
      'skipped' in outcome ? [{ ...outcome.skipped, object: 'activity', field }] : [],
    ),
  };
}

function activitiesIn(delivery: Fields, receivedAt: number): readonly Activity[] {
  const { data } = delivery;
  if (data == null) return [legacyActivity(delivery, receivedAt)];
  const events = Array.isArray(data) ? objectsIn(data) : [asFields(data) ?? {}];
  return events.map((event) => ({
    accountId: readId(asFields(event['filter'])?.['user_id']) ?? readId(event['for_user_id']),
    type: readText(event['event_type']) ?? 'unnamed',
    eventId: readId(event['event_uuid']),
    payload: asFields(event['payload']) ?? {},
    receivedAt,
  }));
}

function legacyActivity(delivery: Fields, receivedAt: number): Activity {
  const accountId = readId(delivery['for_user_id']);
  return { accountId, type: null, eventId: null, payload: delivery, receivedAt };
}

/** What an event of another type is, of which nothing comes. */
const unserved: ReadonlyMap<string, string> = new Map([
  ['dm.indicate_typing', 'typing'],
  ['post.mention.create', 'a public post, which is not answered'],
  ['post.reply.create', 'a public post, which is not answered'],
]);

function outcomesOf(activity: Activity): readonly Outcome[] {
  const { type, payload } = activity;
  if (type === 'oauth.revoke') return [readRevoke(activity)];
  if (type?.startsWith('chat.') === true) return [readEncrypted(activity)];
  if (type !== null && !type.startsWith('dm.'))
    return [skip(unserved.get(type) ?? 'of a type that we do not know')];
  const read = [
    ...objectsIn(payload['direct_message_events']).map((event) => readDirectMessage(event, activity)),
    ...objectsIn(payload['direct_message_mark_read_events']).map((event) => readReadMark(event, activity)),
    ...(asFields(asFields(payload['user_event'])?.['revoke']) === null ? [] : [readRevoke(activity)]),
  ];
  return read.length > 0 ? read : [skip(unserved.get(type ?? '') ?? 'nothing of a direct message')];
}
