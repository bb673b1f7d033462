import { flowPayload } from '../../core/payload.js';
import { findCommentTriggers, findTriggers } from '../../core/trigger-match.js';
import type { TriggerFacts, TriggerHit } from '../../core/trigger-match.js';
import { buildTriggers } from '../assemble/triggers.js';
import type { TriggerDefinition } from '../definition.js';

/** What is looked at: something said or pressed in a chat, or a comment in public. */
export type Asked =
  | { readonly kind: 'message'; readonly facts: TriggerFacts }
  | {
      readonly kind: 'comment';
      readonly text: string;
      readonly postId: string | null;
      readonly language: string | null;
    };

/** How one trigger, as if there were no other, fits what is asked; best first, empty: not at all. */
export function hitsOf(flow: string, trigger: TriggerDefinition, asked: Asked): readonly TriggerHit[] {
  const alone = buildTriggers([{ name: flow, title: '', start: [trigger], steps: [] }]);
  if (asked.kind === 'comment') return findCommentTriggers(alone, asked);
  const { postback } = asked.facts;
  const isIts = postback !== null && payloadsOf(flow, trigger).includes(postback);
  return findTriggers(alone, { ...asked.facts, postback: isIts ? postback : null }, true);
}

/** A button of ours names its flow whatever starts that: only those of this trigger count. */
function payloadsOf(flow: string, trigger: TriggerDefinition): readonly string[] {
  if (trigger.kind === 'postback') return trigger.payloads;
  return trigger.kind === 'ice_breaker' || trigger.kind === 'menu' ? [flowPayload(flow)] : [];
}
