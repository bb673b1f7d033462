import type { SupportedChannel } from '../../core/channel.js';
import type { AccountNotice, ParsedDelivery, ParsedUpdate, SkippedUpdate } from '../channel.js';
import { asFields, asList, type Fields, readId, readTime } from '../fields.js';
import { readAccountItem } from './account-notice.js';
import type { Found, ReadChange } from './changes.js';
import type { Item, Origin, Reading } from './events/item.js';
import { openItem } from './events/open-item.js';
import { readItem } from './events/read-item.js';
import { observe } from './events/standby.js';
import { logName } from './log-name.js';

/** Meta's dashboard sends its samples in the name of this account. */
const DASHBOARD = '0';

/** An object whose accounts have threads of messages, and posts with comments under them. */
export interface ThreadedObject {
  readonly object: 'instagram' | 'page';
  readonly channel: SupportedChannel;
  /** By `field`: what is about no thread. */
  readonly changes: ReadonlyMap<string, ReadChange>;
}

/** Reads one entry of a delivery, in the order in which things stand in it. */
export function readThreadedEntry(
  { object, channel, changes }: ThreadedObject,
  entry: Fields,
  receivedAt: number,
): Required<ParsedDelivery> {
  const updates: ParsedUpdate[] = [];
  const notices: AccountNotice[] = [];
  const skipped: SkippedUpdate[] = [];
  const accountId = readId(entry['id']);
  const origin =
    accountId === null ? null : { channel, accountId, time: readTime(entry['time']), receivedAt };
  for (const happening of openEntry(entry)) {
    const found = find(happening, changes, origin);
    if ('reason' in found) skipped.push({ ...found, object, field: happening.field });
    else if ('notice' in found) notices.push(found.notice);
    else updates.push(found);
  }
  return { updates, notices, skipped };
}

/** One thing out of an entry, whichever way it was put in. */
interface Happening {
  /** The webhook field it came by, where the entry says so. */
  readonly field: string | null;
  readonly standby: boolean;
  readonly value: unknown;
}

function openEntry(entry: Fields): readonly Happening[] {
  const happenings = [
    ...asList(entry['messaging']).map((value) => ({ field: 'messaging', standby: false, value })),
    ...asList(entry['standby']).map((value) => ({ field: 'standby', standby: true, value })),
    ...asList(entry['changes']).map((change) => openChange(asFields(change) ?? {})),
    ...('field' in entry ? [openChange(entry)] : []),
  ];
  return happenings.length > 0 ? happenings : [{ field: null, standby: false, value: undefined }];
}

/** A named change: in `changes`, or flat in the entry, as the pages on Instagram Login show it. */
function openChange(change: Fields): Happening {
  const field = logName(change['field']);
  return { field, standby: field === 'standby', value: change['value'] };
}

function find(
  { field, standby, value }: Happening,
  changes: ReadonlyMap<string, ReadChange>,
  origin: Origin | null,
): Found {
  if (origin === null) return { reason: 'an entry without an account' };
  if (origin.accountId === DASHBOARD) return { reason: 'a sample from the dashboard' };
  const fields = asFields(value);
  if (fields === null) return { reason: 'an entry with nothing readable in it' };
  const readChange = field === null ? undefined : changes.get(field);
  return readChange === undefined ? readThread(fields, standby, origin) : readChange(fields, origin);
}

/** An item of `messaging` or `standby`, or one that came as a change. */
function readThread(fields: Fields, standby: boolean, origin: Origin): Found {
  if (!('sender' in fields || 'recipient' in fields)) return { reason: 'no message of a thread' };
  const notice = readAccountItem(fields, origin);
  if (notice !== null) return { notice };
  const item = openItem(fields, origin);
  if ('reason' in item) return item;
  return addressed(standby ? observe(readItem(item)) : readItem(item), item);
}

function addressed(reading: Reading, { channel, accountId, contactId, alsoKnownAs }: Item): Found {
  if ('reason' in reading) return reading;
  const update = { channel, accountId, contactId, ...reading };
  return alsoKnownAs === undefined ? update : { ...update, alsoKnownAs };
}
