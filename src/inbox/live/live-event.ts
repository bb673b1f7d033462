import type { z } from 'zod';
import type { LiveEventName, liveEvents } from '../../contract/live.js';

/** Something that pages are told, as the contract has it. */
export type LiveEvent = {
  [Name in LiveEventName]: { readonly name: Name; readonly data: z.output<(typeof liveEvents)[Name]> };
}[LiveEventName];

/** Whom an event is for. */
export interface Reach {
  /** Those who may see this conversation; null: everybody. */
  readonly conversationId: string | null;
  /** Of those, these users; null: all. */
  readonly userIds: readonly string[] | null;
}

export const everybody: Reach = { conversationId: null, userIds: null };
