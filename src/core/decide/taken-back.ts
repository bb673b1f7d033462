import type { Conversation } from '../conversation.js';
import type { Draft } from './draft.js';

/** Messages remembered as taken back, per contact; more than anybody takes back before they come. */
const mostTakenBack = 20;

/** What a message said is forgotten, also where platforms tell first that it was taken back, and only then of it. */
export function takeBack(draft: Draft, platformMessageId: string): void {
  const others = (draft.conversation.takenBack ?? []).filter((one) => one !== platformMessageId);
  draft.change({ takenBack: [...others, platformMessageId].slice(-mostTakenBack) });
  draft.ask({ kind: 'forgetMessage', platformMessageId });
}

/** Whether the message that an event is about was taken back before. */
export function isTakenBack({ takenBack = [] }: Conversation, event: object): boolean {
  return (
    'platformMessageId' in event &&
    typeof event.platformMessageId === 'string' &&
    takenBack.includes(event.platformMessageId)
  );
}
