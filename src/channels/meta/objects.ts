import type { ParsedDelivery } from '../channel.js';
import type { Fields } from '../fields.js';
import { readWhatsAppEntry } from '../whatsapp/parse.js';
import { readInstagramEntry, readPageEntry } from './threaded-objects.js';

/** Reads one entry of a delivery. Never throws; no event of it occurs after `receivedAt`, our clock, epoch ms. */
export type ReadEntry = (entry: Fields, receivedAt: number) => Required<ParsedDelivery>;

/** `object` of a delivery, and who reads its entries. */
export const objects: ReadonlyMap<unknown, ReadEntry> = new Map([
  ['instagram', readInstagramEntry],
  ['page', readPageEntry],
  ['whatsapp_business_account', readWhatsAppEntry],
] satisfies readonly (readonly [string, ReadEntry])[]);
