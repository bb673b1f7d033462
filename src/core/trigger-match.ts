import {
  findExactKeywords,
  findKeywords,
  isForLanguage,
  type KeywordHit,
  type KeywordMatch,
} from './keyword.js';
import { flowOfPayload } from './payload.js';
import { defaultPriority, type TriggerPlace, type TriggerRank } from './trigger-order.js';
import type { CommentTarget, TriggerTarget, Triggers, WordTriggers } from './workspace.js';

/** A trigger that an event fits. */
export interface TriggerHit<T extends TriggerTarget = TriggerTarget> extends TriggerPlace {
  readonly target: T;
  /** What fits, in the author's words: `keyword "guide"`. Nothing of the contact's own words. */
  readonly what: string;
}

/** An event as triggers look at it. */
export interface TriggerFacts {
  readonly text: string;
  readonly postback: string | null;
  readonly ref: string | null;
  readonly ad: { readonly id: string | null } | null;
  readonly isStoryReply: boolean;
  readonly isStoryMention: boolean;
  /** Whether it is something said or pressed, and not only a link that was followed or a mention in a story. */
  readonly isMessage: boolean;
  /** Whether the contact has never written before. */
  readonly isFirst: boolean;
  /** Whether the workspace is closed, and has not told this contact so since it closed. */
  readonly isOutsideHours: boolean;
  /** The contact's; null: not known. */
  readonly language: string | null;
}

/**
 * Plain wishes, which start their flow even in the middle of another: links, buttons, keywords that are the whole
 * message. Best first.
 */
export function findWishes(triggers: Triggers, facts: TriggerFacts): readonly TriggerHit[] {
  const { text, postback, ref, ad, language } = facts;
  const all = (rank: TriggerRank, what: string, targets: readonly TriggerTarget[] = []) =>
    hitsOf(rank, what, targets, language);
  return [
    ...(ref === null ? [] : all('ref', `ref ${ref}`, triggers.refs.get(ref))),
    ...(ad === null ? [] : findAds(triggers, ad.id, language)),
    ...(postback === null ? [] : findButtons(triggers, postback, language)),
    ...findExactKeywords(triggers.keywords, text, { language, isThorough: false }).map(keywordHit),
  ];
}

/**
 * Everything that an event fits, best first: {@link findWishes}, then what counts only where no question is open.
 *
 * @param isThorough Also tries patterns where something else goes before them anyway: for explanations.
 */
export function findTriggers(
  triggers: Triggers,
  facts: TriggerFacts,
  isThorough = false,
): readonly TriggerHit[] {
  const { text, language, isStoryReply, isStoryMention, isMessage, isFirst, isOutsideHours } = facts;
  const any = (rank: TriggerRank, what: string, targets: readonly TriggerTarget[]) =>
    hitsOf(rank, what, targets, language);
  return [
    ...findWishes(triggers, facts).filter(({ rank }) => rank !== 'exact'),
    ...findKeywords(triggers.keywords, text, { language, isThorough }).map(keywordHit),
    ...(isStoryReply ? findWords('story_reply', triggers.storyReplies, text, language) : []),
    ...(isStoryMention ? any('story_mention', 'a story mention', triggers.storyMentions) : []),
    ...(isMessage && isFirst ? any('first_message', 'the first message', triggers.firstMessage) : []),
    ...(isMessage && isOutsideHours
      ? any('outside_hours', 'a message outside of the office hours', triggers.outsideHours)
      : []),
  ];
}

/** Its post says more of a comment than any number of words. */
const namesPost = 1_000;

/** What a comment under a post starts, best first; of one priority, a trigger for this very post goes before one for all. */
export function findCommentTriggers(
  { comments }: Triggers,
  comment: { readonly text: string; readonly postId: string | null; readonly language: string | null },
): readonly TriggerHit<CommentTarget>[] {
  const found = findWords('comment', comments, comment.text, comment.language).filter(
    ({ target: { posts } }) => posts === null || (comment.postId !== null && posts.includes(comment.postId)),
  );
  return found
    .map((hit) => ({ ...hit, size: hit.size + (hit.target.posts === null ? 0 : namesPost) }))
    .toSorted((a, b) => a.priority - b.priority || b.size - a.size);
}

/** A payload that a flow is started by, or a button of ours that names its flow. */
function findButtons(
  { postbacks }: Triggers,
  payload: string,
  language: string | null,
): readonly TriggerHit[] {
  const flow = flowOfPayload(payload);
  return [
    ...hitsOf('postback', `postback ${payload}`, postbacks.get(payload) ?? [], language),
    ...(flow === null ? [] : hitsOf('postback', `a button for ${flow}`, [{ flow }], null)),
  ];
}

function findAds({ ads }: Triggers, id: string | null, language: string | null): readonly TriggerHit[] {
  const named = id === null ? [] : hitsOf('ad', `ad ${id}`, ads.byId.get(id) ?? [], language);
  return [...named.map((hit) => ({ ...hit, size: 1 })), ...hitsOf('ad', 'an ad', ads.any, language)];
}

const eventWords = { story_reply: 'a story reply', comment: 'a comment' } as const;

function findWords<T extends TriggerTarget>(
  rank: keyof typeof eventWords,
  { byWord, any }: WordTriggers<T>,
  text: string,
  language: string | null,
): readonly TriggerHit<T>[] {
  const named = findKeywords(byWord, text, { language, isThorough: false }).map(({ entry, words }) => ({
    rank,
    priority: entry.priority ?? defaultPriority,
    size: words,
    target: entry.value,
    what: `${eventWords[rank]} with "${entry.phrase}"`,
  }));
  return [...named, ...hitsOf(rank, eventWords[rank], any, language)];
}

const keywordWords: Readonly<Record<KeywordMatch, string>> = {
  exact: 'keyword',
  starts_with: 'leading keyword',
  contains: 'contained keyword',
  near: 'nearly the keyword',
  pattern: 'pattern',
};

function keywordHit({ entry, by, words }: KeywordHit<TriggerTarget>): TriggerHit {
  return {
    rank: by,
    priority: entry.priority ?? defaultPriority,
    size: words,
    target: entry.value,
    what: `${keywordWords[by]} "${entry.phrase}"`,
  };
}

function hitsOf<T extends TriggerTarget>(
  rank: TriggerRank,
  what: string,
  targets: readonly T[],
  language: string | null,
): readonly TriggerHit<T>[] {
  return targets
    .filter((target) => isForLanguage(target.language, language))
    .map((target) => ({ rank, what, target, priority: target.priority ?? defaultPriority, size: 0 }));
}
