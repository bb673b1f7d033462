import type { ParsedDelivery } from '../channel.js';
import type { Fields } from '../fields.js';
import { readWhatsAppEntry } from '../whatsapp/parse.js';
import { instagramChanges, pageChanges } from './changes.js';
import { readThreadedEntry, type ThreadedObject } from './entry.js';

/** Reads one entry of a delivery. Never throws; no event of it occurs after `receivedAt`, our clock, epoch ms. */
export type ReadEntry = (entry: Fields, receivedAt: number) => Required<ParsedDelivery>;

const instagram: ThreadedObject = { object: 'instagram', channel: 'instagram', changes: instagramChanges };
const page: ThreadedObject = { object: 'page', channel: 'messenger', changes: pageChanges };

/** `object` of a delivery, and who reads its entries. */
export const objects: ReadonlyMap<unknown, ReadEntry> = new Map([
  ['instagram', (entry, receivedAt) => readThreadedEntry(instagram, entry, receivedAt)],
  ['page', (entry, receivedAt) => readThreadedEntry(page, entry, receivedAt)],
  ['whatsapp_business_account', readWhatsAppEntry],
] satisfies readonly (readonly [string, ReadEntry])[]);
