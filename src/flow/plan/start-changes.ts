import { defaultPriority } from '../../core/trigger-order.js';
import type { FlowDefinition, TriggerDefinition } from '../definition.js';

/** Something that starts a flow, and whose it was and will be; null: nobody's. */
export interface StartChange {
  readonly start: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What starts another flow than before, or none, or did not start any. */
export function compareStarts(
  before: readonly FlowDefinition[],
  after: readonly FlowDefinition[],
): readonly StartChange[] {
  const [earlier, later] = [ownersOf(before), ownersOf(after)];
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .map((start) => ({ start, from: earlier.get(start) ?? null, to: later.get(start) ?? null }))
    .filter(({ from, to }) => from !== to);
}

/**
 * Of two flows that want the same start the one with the better priority has it, then the first, as in `buildTriggers`.
 * An outcome is followed by every flow that comes after it.
 */
function ownersOf(flows: readonly FlowDefinition[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  const starts = flows
    .flatMap(({ name, start }) => start.map((trigger) => ({ name, trigger })))
    .toSorted((a, b) => priorityOf(a.trigger) - priorityOf(b.trigger))
    .flatMap(({ name, trigger }) => startsOf(name, trigger).map((start) => ({ start, name })));
  for (const { start, name } of starts) if (!owners.has(start)) owners.set(start, name);
  return owners;
}

function priorityOf({ priority = defaultPriority }: TriggerDefinition): number {
  return priority;
}

/** `keyword “guide”`, `keyword contains “preis” (de)`, `story reply`: one for each word where a trigger has several. */
function startsOf(flow: string, trigger: TriggerDefinition): readonly string[] {
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
