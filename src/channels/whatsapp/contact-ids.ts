import { asFields, type Fields, readId } from '../fields.js';

/** What WhatsApp calls one contact: the id that their thread is found by, and the others that are theirs as well. */
export interface ContactIds {
  readonly contactId: string;
  readonly alsoKnownAs?: readonly string[];
}

/** A phone number as webhooks write it: its digits, without the plus. */
const PHONE = /^\d{5,20}$/;

export function isPhone(contactId: string): boolean {
  return PHONE.test(contactId);
}

/** A phone number, or whatever else stands in its place. */
export function readPhone(value: unknown): string | null {
  return readId(value)?.replace(/^\+(?=\d+$)/, '') ?? null;
}

/** Where a payload names a person: fields that hold the phone number and the business-scoped user id. */
export interface Names {
  readonly phone: unknown;
  readonly userId: unknown;
}

/**
 * Who is meant: the phone number before the business-scoped user id (BSUID), which is all there is of people with a
 * username who have not let us see their number. What `contacts` adds is taken only from the card that carries one of
 * the two: a delivery may speak of several people. Null: nobody is named.
 *
 * The parent id (`US.ENT.…`) is left alone: it belongs to all businesses of a portfolio together, no message is addressed
 * to it here, and a BSUID or a number is always beside it.
 *
 * Source: Meta, WhatsApp Cloud API, business-scoped user ids (platforms reference §6.2).
 */
export function identify(names: Names, contacts: readonly Fields[]): ContactIds | null {
  const phone = readPhone(names.phone);
  const userId = readId(names.userId);
  const card = cardOf(names, contacts);
  return joinIds([phone, readPhone(card?.['wa_id']), userId, readId(card?.['user_id'])]);
}

/** The card of who is named, or the only one where nobody is. */
export function cardOf(names: Names, contacts: readonly Fields[]): Fields | undefined {
  const phone = readPhone(names.phone);
  const userId = readId(names.userId);
  const isNamed = phone !== null || userId !== null;
  return isNamed ? contacts.find((entry) => isOf(entry, phone, userId)) : soleCard(contacts);
}

/** The first id is whom messages are addressed to; the rest is what else they are called, here or until now. */
export function joinIds(ids: readonly (string | null)[]): ContactIds | null {
  const [contactId, ...alsoKnownAs] = new Set(ids.filter((id) => id !== null));
  if (contactId === undefined) return null;
  return alsoKnownAs.length === 0 ? { contactId } : { contactId, alsoKnownAs };
}

export function readContacts(list: readonly unknown[]): readonly Fields[] {
  return list.map(asFields).filter((card) => card !== null);
}

function isOf(card: Fields, phone: string | null, userId: string | null): boolean {
  return (
    (phone !== null && readPhone(card['wa_id']) === phone) ||
    (userId !== null && readId(card['user_id']) === userId)
  );
}

function soleCard(contacts: readonly Fields[]): Fields | undefined {
  return contacts.length === 1 ? contacts[0] : undefined;
}
