import { buildKeywordIndex } from '../../core/keyword.js';
import type { KeywordEntry, KeywordMatch } from '../../core/keyword.js';
import { defaultPriority } from '../../core/trigger-order.js';
import { flowPayload } from '../../core/payload.js';
import type {
  CommentTarget,
  FollowUpTarget,
  StartButton,
  TriggerTarget,
  Triggers,
  WordTriggers,
} from '../../core/workspace.js';
import type { FlowDefinition, TriggerDefinition, TriggerName } from '../definition.js';

type TriggerOf<K extends TriggerName> = Extract<TriggerDefinition, { readonly kind: K }>;

/** A trigger and the flow that it starts, the better priorities first, then in file order. */
interface Start<K extends TriggerName = TriggerName> {
  readonly trigger: TriggerOf<K>;
  readonly target: TriggerTarget;
}

/**
 * What starts which flow. Where two flows want the same, the one with the better priority gets it, else the first; the
 * checker has reported it.
 */
export function buildTriggers(definitions: readonly FlowDefinition[]): Triggers {
  const starts = definitions
    .flatMap(({ name, start }) => start.map((trigger) => ({ trigger, target: targetOf(name, trigger) })))
    .toSorted((a, b) => priorityOf(a.target) - priorityOf(b.target));
  const of = <K extends TriggerName>(...kinds: readonly K[]): readonly Start<K>[] =>
    starts.filter((start): start is Start<K> => kinds.some((kind) => kind === start.trigger.kind));
  return {
    keywords: buildKeywordIndex(
      of('keyword').flatMap(({ trigger, target }) => entriesOf(trigger.phrases, trigger.match, target)),
    ),
    refs: byKey(of('ref'), ({ refs }) => refs),
    ads: {
      byId: byKey(of('ad'), ({ ads }) => ads),
      any: targets(of('ad').filter(({ trigger }) => trigger.ads.length === 0)),
    },
    postbacks: gather([
      ...pairs(of('postback'), ({ payloads }) => payloads),
      ...of('ice_breaker', 'menu').map(({ target }) => [flowPayload(target.flow), target] as const),
    ]),
    buttons: definitions.flatMap(buttonsOf),
    storyReplies: buildWords(of('story_reply').map(({ trigger, target }) => [trigger.words ?? [], target])),
    storyMentions: targets(of('story_mention')),
    comments: buildWords(of('comment').map((start) => [start.trigger.words, commentTarget(start)])),
    firstMessage: targets(of('first_message')),
    outsideHours: targets(of('outside_hours')),
    followUps: buildFollowUps(of('after')),
  };
}

/** The first word of each flow that people may simply write, in the workspace's first language. */
export function suggestKeywords(
  definitions: readonly FlowDefinition[],
  spoken: string | undefined,
): readonly string[] {
  return definitions.flatMap(({ start }) =>
    start
      .filter(({ language = spoken }) => language === spoken)
      .flatMap((trigger) =>
        trigger.kind === 'keyword' && trigger.match !== 'pattern' ? trigger.phrases : [],
      )
      .slice(0, 1),
  );
}

function buttonsOf({ name, start }: FlowDefinition): readonly StartButton[] {
  return start.flatMap((trigger) =>
    trigger.kind === 'ice_breaker' || trigger.kind === 'menu'
      ? trigger.titles.map((title) => ({ place: trigger.kind, title, payload: flowPayload(name) }))
      : [],
  );
}

function targetOf(flow: string, { priority, language }: TriggerDefinition): TriggerTarget {
  return {
    flow,
    ...(priority === undefined ? {} : { priority }),
    ...(language === undefined ? {} : { language }),
  };
}

function commentTarget({ trigger, target }: Start<'comment'>): CommentTarget {
  return { ...target, posts: trigger.posts, publicReplies: trigger.publicReplies };
}

function buildFollowUps(starts: readonly Start<'after'>[]): Triggers['followUps'] {
  return gather(
    starts.map(({ trigger: { outcome, wait, unless }, target }): readonly [string, FollowUpTarget] => [
      outcome,
      { ...target, wait, unless },
    ]),
  );
}

/** Comments and answers to stories are met by a word anywhere in them; without words, by any. */
function buildWords<T extends TriggerTarget>(
  starts: readonly (readonly [words: readonly string[], target: T])[],
): WordTriggers<T> {
  return {
    byWord: buildKeywordIndex(starts.flatMap(([words, target]) => entriesOf(words, 'contains', target))),
    any: starts.filter(([words]) => words.length === 0).map(([, target]) => target),
  };
}

function entriesOf<T extends TriggerTarget>(
  phrases: readonly string[],
  match: KeywordMatch,
  value: T,
): readonly KeywordEntry<T>[] {
  const { priority, language } = value;
  return phrases.map((phrase) => ({
    ...{ phrase, match, value },
    ...(priority === undefined ? {} : { priority }),
    ...(language === undefined ? {} : { language }),
  }));
}

function targets(starts: readonly Pick<Start, 'target'>[]): readonly TriggerTarget[] {
  return starts.map(({ target }) => target);
}

function byKey<K extends TriggerName>(
  starts: readonly Start<K>[],
  keysOf: (trigger: TriggerOf<K>) => readonly string[],
): ReadonlyMap<string, readonly TriggerTarget[]> {
  return gather(pairs(starts, keysOf));
}

function pairs<K extends TriggerName>(
  starts: readonly Start<K>[],
  keysOf: (trigger: TriggerOf<K>) => readonly string[],
): readonly (readonly [string, TriggerTarget])[] {
  return starts.flatMap(({ trigger, target }) => keysOf(trigger).map((key) => [key, target] as const));
}

function gather<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const lists = new Map<string, T[]>();
  for (const [key, value] of entries) {
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [value]);
    else list.push(value);
  }
  return lists;
}

function priorityOf({ priority = defaultPriority }: TriggerTarget): number {
  return priority;
}
