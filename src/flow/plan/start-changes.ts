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

/** Of two flows that want the same start the first has it, as in `buildTriggers`. */
function ownersOf(flows: readonly FlowDefinition[]): ReadonlyMap<string, string> {
  const owned = flows.flatMap(({ name, start }) =>
    start.flatMap(startsOf).map((key) => [key, name] as const),
  );
  return new Map(owned.reverse());
}

/** `keyword “guide”`, `keyword contains “price”`, `story reply`: one for each word where a trigger has several. */
function startsOf(trigger: TriggerDefinition): readonly string[] {
  const match = 'match' in trigger && trigger.match !== 'exact' ? ` ${trigger.match}` : '';
  const kind = `${trigger.kind}${match}`.replaceAll('_', ' ');
  const words = wordsOf(trigger);
  return words.length === 0 ? [kind] : words.map((word) => `${kind} “${String(word)}”`);
}

/** Of what names more than what starts the flow, only that. */
function wordsOf(trigger: TriggerDefinition): readonly unknown[] {
  if (trigger.kind === 'comment') return trigger.words;
  if (trigger.kind === 'after') return [trigger.outcome];
  return Object.values(trigger).flatMap((value: unknown) =>
    Array.isArray(value) ? (value as unknown[]) : [],
  );
}
