import type { Conversation } from '../../core/conversation.js';
import type { Inquiry } from '../../core/effect.js';
import type { Event } from '../../core/event.js';
import type { StoredBody } from '../stored-body.js';
import type { Thread } from '../transactions/thread.js';
import { showState, type HiddenState } from './hidden-state.js';
import { showEvent, showInquiry } from './hidden-words.js';
import { SealBroken } from './seal-broken.js';
import { openValue } from './sealed-text.js';
import { eventPlace, handoffPlace, messagePlace, requestPlace, statePlace } from './seals.js';

/** What a row has for who may read it, and whose key opens it; `sealed` null: nothing in it is hidden. */
interface Sealed {
  readonly contactId: string;
  /** Null: the contact has none. */
  readonly key: string | null;
  readonly sealed: string | null;
}

/** Throws `SealBroken`. */
export function openState(shown: Conversation, { contactId, key, sealed }: Sealed): Conversation {
  if (sealed === null) return shown;
  return showState(shown, openValue(key, { contactId, place: statePlace(shown) }, sealed) as HiddenState);
}

/** A conversation's row as transactions work on it; where its seal is broken, with what is shown and the seal. */
export function openThread(
  { sealed, ...row }: Thread & { readonly sealed: string | null },
  findKey: (contactId: string) => string | null,
): Thread {
  if (sealed === null) return row;
  const { contactId } = row;
  const state = orBroken(() => openState(row.state, { contactId, key: findKey(contactId), sealed }));
  return state === null ? { ...row, unreadable: sealed } : { ...row, state };
}

/** Null: the seal is broken. */
export function openEvent(shown: Event, { contactId, key, sealed }: Sealed): Event | null {
  if (sealed === null) return shown;
  return orBroken(() => showEvent(shown, openValue(key, { contactId, place: eventPlace(shown) }, sealed)));
}

/** Null: the seal is broken. */
export function openBody(
  { id, body }: { readonly id: string; readonly body: StoredBody },
  { contactId, key, sealed }: Sealed,
): StoredBody | null {
  if (sealed === null) return body;
  return orBroken(() => openValue(key, { contactId, place: messagePlace(id) }, sealed) as StoredBody);
}

interface HandoffWords {
  readonly id: string;
  readonly note: string;
  readonly reference: string | null;
}

/** Where the seal is broken, what is shown. */
export function openHandoff<Row extends HandoffWords>(row: Row, { contactId, key, sealed }: Sealed): Row {
  if (sealed === null) return row;
  const words = orBroken(() => openValue(key, { contactId, place: handoffPlace(row.id) }, sealed));
  return { ...row, ...(words as Pick<HandoffWords, 'note' | 'reference'> | null) };
}

/** Null: the seal is broken. */
export function openInquiry(shown: Inquiry, { contactId, key, sealed }: Sealed): Inquiry | null {
  if (sealed === null) return shown;
  const place = requestPlace(shown.requestId);
  return orBroken(() => showInquiry(shown, openValue(key, { contactId, place }, sealed)));
}

function orBroken<T>(open: () => T): T | null {
  try {
    return open();
  } catch (fault) {
    if (fault instanceof SealBroken) return null;
    throw fault;
  }
}
