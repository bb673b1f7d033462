import type { TriggerName } from '../definition.js';
import { adTrigger } from './ad.js';
import { afterTrigger } from './after.js';
import { commentTrigger } from './comment.js';
import { firstMessageTrigger } from './first-message.js';
import { iceBreakerTrigger } from './ice-breaker.js';
import { keywordTrigger } from './keyword.js';
import { menuTrigger } from './menu.js';
import { outsideHoursTrigger } from './outside-hours.js';
import { postbackTrigger } from './postback.js';
import { refTrigger } from './ref.js';
import { storyMentionTrigger } from './story-mention.js';
import { storyReplyTrigger } from './story-reply.js';
import type { TriggerKind } from './trigger.js';

/** Everything that can start a flow, in the order in which it is learnt; which goes first is `triggerRanks`. */
export const triggerKinds: readonly TriggerKind[] = [
  keywordTrigger,
  commentTrigger,
  storyReplyTrigger,
  storyMentionTrigger,
  refTrigger,
  adTrigger,
  postbackTrigger,
  iceBreakerTrigger,
  menuTrigger,
  firstMessageTrigger,
  outsideHoursTrigger,
  afterTrigger,
];

export const triggerNames: readonly TriggerName[] = triggerKinds.map(({ name }) => name);
