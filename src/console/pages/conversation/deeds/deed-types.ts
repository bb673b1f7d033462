import type { z } from 'zod';
import type * as contract from '../../../../contract/deeds.js';

type Body<E extends { readonly body?: z.ZodType }> = z.input<NonNullable<E['body']>>;

export type Assignment = Body<typeof contract.assign>;
export type TagChange = Required<Body<typeof contract.changeTags>>;
export type Resolution = Body<typeof contract.resolve>;
export type HandingBack = Body<typeof contract.handBack>;

/** What may be done to a conversation. Each says what has become of it, and resolves to whether it was done. */
export interface Deeds {
  readonly take: () => Promise<boolean>;
  readonly assign: (assignment: Assignment) => Promise<boolean>;
  readonly handBack: (handingBack: HandingBack) => Promise<boolean>;
  readonly snooze: (until: number | null) => Promise<boolean>;
  readonly resolve: (resolution: Resolution) => Promise<boolean>;
  readonly changeTags: (change: TagChange) => Promise<boolean>;
  readonly block: (isBlocked: boolean) => Promise<boolean>;
  readonly merge: (contactId: string) => Promise<boolean>;
}

/** Does something, says so with a way back where there is one, and reads the conversation anew. */
export type Doing = (
  act: () => Promise<unknown>,
  words: string,
  undo?: () => Promise<boolean>,
) => Promise<boolean>;
