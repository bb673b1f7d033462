import type { SupportedChannel } from '../../core/channel.js';
import type { ParsedDelivery, ParsedUpdate, SkippedUpdate } from '../channel.js';
import { asFields, asList, type Fields, readId, readTime } from '../fields.js';
import type { Item, Reading } from './events/item.js';
import { openItem } from './events/open-item.js';
import { readItem } from './events/read-item.js';
import { observe } from './events/standby.js';
import { logName } from './log-name.js';

/** Fields whose changes are about comments under posts, not about a thread of messages. */
const commentFields = new Set(['comments', 'live_comments', 'feed']);

/** Meta's dashboard sends its samples in the name of this account. */
const DASHBOARD = '0';

/** Reads the entries of an object whose accounts have threads of messages and comments under posts. */
export function entryReader(
  object: string,
  channel: SupportedChannel,
): (entry: Fields, receivedAt: number) => Required<ParsedDelivery> {
  return (entry, receivedAt) => {
    const updates: ParsedUpdate[] = [];
    const skipped: SkippedUpdate[] = [];
    for (const happening of openEntry(entry)) {
      const result = readHappening(happening, channel, receivedAt);
      if ('reason' in result) skipped.push({ ...result, object, field: happening.field });
      else updates.push(result);
    }
    return { updates, notices: [], skipped };
  };
}

/** One thing out of an entry, whichever way it was put in. */
interface Happening {
  readonly entry: Fields;
  /** The webhook field it came by, where the entry says so; for the log. */
  readonly field: string | null;
  readonly standby: boolean;
  readonly value: unknown;
}

function openEntry(entry: Fields): readonly Happening[] {
  const happenings = [
    ...asList(entry['messaging']).map((item) => ({ entry, field: 'messaging', standby: false, value: item })),
    ...asList(entry['standby']).map((item) => ({ entry, field: 'standby', standby: true, value: item })),
    ...asList(entry['changes']).map((change) => openChange(entry, asFields(change) ?? {})),
    ...('field' in entry ? [openChange(entry, entry)] : []),
  ];
  return happenings.length > 0 ? happenings : [{ entry, field: null, standby: false, value: undefined }];
}

/** A named change: in `changes`, or flat in the entry, as the pages on Instagram Login show it. */
function openChange(entry: Fields, change: Fields): Happening {
  const field = logName(change['field']);
  return { entry, field, standby: field === 'standby', value: change['value'] };
}

function readHappening(
  { entry, field, standby, value }: Happening,
  channel: SupportedChannel,
  receivedAt: number,
): ParsedUpdate | { readonly reason: string } {
  const accountId = readId(entry['id']);
  const fields = asFields(value);
  if (accountId === null) return { reason: 'an entry without an account' };
  if (accountId === DASHBOARD) return { reason: 'a sample from the dashboard' };
  if (field !== null && commentFields.has(field)) return { reason: 'comments are not served yet' };
  if (fields === null) return { reason: 'an entry with nothing readable in it' };
  if (!('sender' in fields || 'recipient' in fields)) return { reason: 'no message of a thread' };
  const item = openItem(fields, { channel, accountId, time: readTime(entry['time']), receivedAt });
  if (item === null) return { reason: 'no contact is named' };
  return addressed(standby ? observe(readItem(item)) : readItem(item), item);
}

function addressed(reading: Reading, item: Item): ParsedUpdate | { readonly reason: string } {
  if ('reason' in reading) return reading;
  const { channel, accountId, contactId } = item;
  return { channel, accountId, contactId, ...reading };
}
