import type { Desk } from './answers.js';

export type Standing =
  | 'blocked'
  | 'stopped'
  | 'unreachable'
  | 'snoozed'
  | 'yours'
  | 'assigned'
  | 'unassigned'
  | 'human'
  | 'other'
  | 'bot';

/** How a conversation stands, in the one word that counts most. */
export function standingOf(desk: Desk, ownId: string): Standing {
  const { contact, handoff, owner, consent } = desk;
  if (contact.is_blocked) return 'blocked';
  if (contact.is_unreachable) return 'unreachable';
  if (consent.stopped_at !== null) return 'stopped';
  if (handoff?.state === 'snoozed') return 'snoozed';
  if (handoff?.assignee != null) return handoff.assignee.id === ownId ? 'yours' : 'assigned';
  if (handoff !== null) return owner === 'human' ? 'human' : 'unassigned';
  return owner;
}
