import type { KeywordMatch } from '../../core/keyword.js';
import { nearStopWord } from '../../core/stop-words.js';
import type { TriggerFacts } from '../../core/trigger-match.js';
import { toWords } from '../../core/words.js';
import type { TriggerDefinition } from '../definition.js';
import { hitsOf } from './asked.js';
import type { Asked } from './asked.js';

/** Why a trigger does not fit what is asked, though it may look as if it did; without a full stop. */
export function whyNot(flow: string, trigger: TriggerDefinition, asked: Asked): string {
  const { language, ...inAnyLanguage } = trigger;
  if (language !== undefined && hitsOf(flow, inAnyLanguage, asked).length > 0) {
    return `counts only for contacts who speak ${language}`;
  }
  if (asked.kind === 'message') return whyNotSaid(trigger, asked.facts);
  if (trigger.kind !== 'comment') return 'takes no comments';
  return trigger.posts !== null && hitsOf(flow, { ...trigger, posts: null }, asked).length > 0
    ? 'the comment is under another post'
    : 'the comment has none of its words';
}

function whyNotSaid(trigger: TriggerDefinition, facts: TriggerFacts): string {
  switch (trigger.kind) {
    case 'keyword':
      return facts.text === '' ? 'waits for words' : whyNotMet(trigger.match, facts.text);
    case 'comment':
      return 'waits for a comment under a post';
    case 'story_reply':
      return facts.isStoryReply ? 'the answer has none of its words' : 'waits for an answer to a story';
    case 'story_mention':
      return 'waits for a mention in a story';
    case 'ref':
      return facts.ref === null ? 'waits for a link' : 'is another link';
    case 'ad':
      return facts.ad === null ? 'waits for an advertisement' : 'is another advertisement';
    case 'postback':
    case 'ice_breaker':
    case 'menu':
      return facts.postback === null ? 'waits for a tap' : 'is another button';
    case 'first_message':
      return facts.isMessage ? 'they have written before' : 'waits for a message';
    case 'outside_hours':
      return facts.isMessage ? 'you are open then' : 'waits for a message';
    case 'after':
      return `comes by itself, some time after the outcome “${trigger.outcome}”`;
  }
}

const unmet: Readonly<Record<KeywordMatch, string>> = {
  exact: 'the message is something else',
  starts_with: 'the message begins otherwise',
  contains: 'the message does not hold it in whole words',
  near: 'the message is more than one slip away',
  pattern: 'the whole message does not fit it',
};

function whyNotMet(match: KeywordMatch, text: string): string {
  const stop = match === 'near' ? nearStopWord(toWords(text)) : null;
  return stop === null ? unmet[match] : `forgives no slip here: it may be a slip on “${stop}”`;
}
