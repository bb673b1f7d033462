import type { ThreadControlChanged } from '../../../core/platform-event.js';
import { type Fields, readId } from '../../fields.js';
import { type Item, type ReadEvent, type Reading, threadMoment } from './item.js';

/** Meta's own inboxes, where people answer: the page's and Instagram's (platforms reference §3.2). */
const inboxes = new Set(['263902037430900', '26390203743090', '1217981644879628']);

/**
 * `pass_thread_control`: the thread was given away. A payload does not say which app is ours, but Meta tells the app
 * that receives the thread; so it is ours now, unless a person's inbox is named, which is never us, or nobody.
 *
 * Source: Meta, messaging_handovers and Conversation Routing (platforms reference §3.2).
 */
export const readPassedControl: ReadEvent = (passed, item) =>
  controlChanged('pass', passed, item, () => {
    const receiver = readId(passed['new_owner_app_id']);
    if (receiver === null) return 'idle';
    return inboxes.has(receiver) ? 'other' : 'us';
  });

/**
 * `take_thread_control`: the thread was taken away. Meta tells the app that has lost it: us, whoever has it now. Older
 * payloads do not name the new owner; only one that is named as null is nobody.
 */
export const readTakenControl: ReadEvent = (taken, item) =>
  controlChanged('take', taken, item, () => (taken['new_owner_app_id'] === null ? 'idle' : 'other'));

function controlChanged(
  name: 'pass' | 'take',
  control: Fields,
  item: Item,
  findOwner: () => ThreadControlChanged['owner'],
): Reading {
  const moment = `${threadMoment(item)}:${readId(control['new_owner_app_id']) ?? ''}`;
  return {
    key: `${name}_thread_control:${moment}`,
    content: { kind: 'threadControlChanged', occurredAt: item.occurredAt, owner: findOwner() },
  };
}
