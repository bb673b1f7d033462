import type { ContactView } from '../../store/reads.js';
import type { Store } from '../../store/store.js';
import { UsageError } from '../command.js';

/** The contact that a command is about; throws UsageError where none is named, or none is known by that name. */
export async function findContact(store: Store, reference: string | undefined): Promise<ContactView> {
  if (reference === undefined) throw new UsageError('Which contact? Name our id, or account/platform id.');
  const contact = await store.readContact(reference);
  if (contact === null) throw new UsageError(`There is no contact "${reference}".`);
  return contact;
}
