import type { Random } from '../random.js';
import { SealBroken } from './seal-broken.js';
import { openValue, sealValue } from './sealed-text.js';

/** Whose key opens what is sealed, and whose is to. */
export interface KeyChange {
  readonly from: { readonly contactId: string; readonly key: string };
  readonly to: { readonly contactId: string; readonly key: string };
}

/** The same words under another contact's key, in their place; what cannot be opened stays as it is. */
export function reseal(
  sealed: string,
  place: readonly string[],
  { from, to }: KeyChange,
  random: Random,
): string {
  try {
    const value = openValue(from.key, { contactId: from.contactId, place }, sealed);
    return sealValue(to.key, { contactId: to.contactId, place }, value, random);
  } catch (fault) {
    if (fault instanceof SealBroken) return sealed;
    throw fault;
  }
}
