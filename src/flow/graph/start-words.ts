import type { TriggerDefinition } from '../definition.js';
import { formatDuration } from '../duration.js';
import { inWords } from './words.js';

/** `keyword: guide, growth guide`. */
export function startWords(trigger: TriggerDefinition): string {
  const words = wordsOf(trigger);
  return words === '' ? inWords(trigger.kind) : `${inWords(trigger.kind)}: ${words}`;
}

function wordsOf(trigger: TriggerDefinition): string {
  switch (trigger.kind) {
    case 'keyword':
      return `${trigger.match === 'exact' ? '' : `${inWords(trigger.match)} `}${trigger.phrases.join(', ')}`;
    case 'comment':
      return orAny(trigger.words);
    case 'story_reply':
      return orAny(trigger.words ?? []);
    case 'ref':
      return trigger.refs.join(', ');
    case 'ad':
      return orAny(trigger.ads);
    case 'postback':
      return trigger.payloads.join(', ');
    case 'ice_breaker':
    case 'menu':
      return trigger.titles.join(', ');
    case 'after':
      return `${inWords(trigger.outcome)}, ${formatDuration(trigger.wait)} later`;
    case 'story_mention':
    case 'first_message':
    case 'outside_hours':
      return '';
  }
}

function orAny(words: readonly string[]): string {
  return words.length === 0 ? 'any' : words.join(', ');
}
