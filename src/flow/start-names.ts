import type { TriggerDefinition } from './definition.js';

/** `keyword “guide”`, `keyword contains “preis” (de)`, `story reply`: one for each word where a trigger has several. */
export function namesOfStart(flow: string, trigger: TriggerDefinition): readonly string[] {
  const match = trigger.kind === 'keyword' && trigger.match !== 'exact' ? ` ${trigger.match}` : '';
  const kind = `${trigger.kind}${match}`.replaceAll('_', ' ');
  const language = trigger.language === undefined ? '' : ` (${trigger.language})`;
  if (trigger.kind === 'after') return [`${kind} “${trigger.outcome}” (${flow})`];
  const words = wordsOf(trigger).map((word) => `${kind} “${word}”`);
  const posts = trigger.kind === 'comment' ? trigger.posts : null;
  return (words.length === 0 ? [kind] : words).flatMap((start) =>
    posts === null
      ? [`${start}${language}`]
      : posts.map((post) => `${start} under the post ${post}${language}`),
  );
}

/** Empty: whatever it is. */
function wordsOf(trigger: Exclude<TriggerDefinition, { readonly kind: 'after' }>): readonly string[] {
  switch (trigger.kind) {
    case 'keyword':
      return trigger.phrases;
    case 'comment':
      return trigger.words;
    case 'story_reply':
      return trigger.words ?? [];
    case 'ref':
      return trigger.refs;
    case 'ad':
      return trigger.ads;
    case 'postback':
      return trigger.payloads;
    case 'ice_breaker':
    case 'menu':
      return trigger.titles;
    case 'story_mention':
    case 'first_message':
    case 'outside_hours':
      return [];
  }
}
