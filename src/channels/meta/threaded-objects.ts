import type { ParsedDelivery } from '../channel.js';
import type { Fields } from '../fields.js';
import { instagramChanges, pageChanges } from './changes.js';
import { readThreadedEntry, type ThreadedObject } from './entry.js';

const instagram: ThreadedObject = { object: 'instagram', channel: 'instagram', changes: instagramChanges };
const page: ThreadedObject = { object: 'page', channel: 'messenger', changes: pageChanges };

/** Reads an entry about an Instagram professional account. */
export function readInstagramEntry(entry: Fields, receivedAt: number): Required<ParsedDelivery> {
  return readThreadedEntry(instagram, entry, receivedAt);
}

/** Reads an entry about a Facebook page. */
export function readPageEntry(entry: Fields, receivedAt: number): Required<ParsedDelivery> {
  return readThreadedEntry(page, entry, receivedAt);
}
