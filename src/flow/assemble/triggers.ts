import { buildKeywordIndex } from '../../core/keyword.js';
import type { TriggerTarget, Triggers } from '../../core/workspace.js';
import type { FlowDefinition, TriggerDefinition } from '../definition.js';

interface Start {
  readonly trigger: TriggerDefinition;
  readonly target: TriggerTarget;
}

/** What starts which flow. Where two flows want the same, the first keeps it; the checker has reported it. */
export function buildTriggers(definitions: readonly FlowDefinition[]): Triggers {
  const starts = definitions.flatMap(({ name, start }) =>
    start.map((trigger): Start => ({ trigger, target: { flow: name } })),
  );
  return {
    keywords: buildKeywordIndex(starts.flatMap(keywordsOf)),
    refs: firstByKey(starts, ({ trigger }) => (trigger.kind === 'ref' ? trigger.refs : [])),
    postbacks: firstByKey(starts, ({ trigger }) => (trigger.kind === 'postback' ? trigger.payloads : [])),
    storyReply: starts.find(({ trigger }) => trigger.kind === 'story_reply')?.target ?? null,
  };
}

/** The first keyword of each flow that has one. */
export function suggestKeywords(definitions: readonly FlowDefinition[]): readonly string[] {
  return definitions.flatMap(({ start }) =>
    start.flatMap((trigger) => (trigger.kind === 'keyword' ? trigger.phrases : [])).slice(0, 1),
  );
}

function keywordsOf({ trigger, target }: Start) {
  return trigger.kind === 'keyword'
    ? trigger.phrases.map((phrase) => ({ phrase, match: trigger.match, value: target }))
    : [];
}

function firstByKey(
  starts: readonly Start[],
  keysOf: (start: Start) => readonly string[],
): ReadonlyMap<string, TriggerTarget> {
  const entries = starts.flatMap((start) => keysOf(start).map((key) => [key, start.target] as const));
  return new Map(entries.reverse());
}
