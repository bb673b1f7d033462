/**
 * What can start a flow, the more specific first: of several triggers that fit one event the first in this order wins,
 * whatever their priorities. Links and buttons say which flow is meant; a whole message says it nearly as well; a part of
 * one less; `first_message` and `outside_hours` take what nothing else takes. `postback` stands for every button.
 */
export const triggerRanks = [
  'ref',
  'ad',
  'postback',
  'exact',
  'starts_with',
  'contains',
  'near',
  'pattern',
  'story_reply',
  'story_mention',
  'comment',
  'first_message',
  'outside_hours',
] as const;

export type TriggerRank = (typeof triggerRanks)[number];

/** What is taken where an author says nothing: in the middle of 1 (first) and 9 (last). */
export const defaultPriority = 5;

/** What the order between two triggers depends on. */
export interface TriggerPlace {
  readonly rank: TriggerRank;
  /** 1 first, 9 last. */
  readonly priority: number;
  /** How much of the event it names: words of a keyword, a post, an advertisement; 0 of one that takes any. */
  readonly size: number;
}

const rankWords: Readonly<Record<TriggerRank, string>> = {
  ref: 'a link',
  ad: 'an advertisement',
  postback: 'a button',
  exact: 'a keyword that is the whole message',
  starts_with: 'a keyword at its beginning',
  contains: 'a keyword somewhere in it',
  near: 'a keyword that is nearly the message',
  pattern: 'a pattern',
  story_reply: 'a story reply',
  story_mention: 'a story mention',
  comment: 'a comment',
  first_message: 'the first message',
  outside_hours: 'a message outside of the office hours',
};

/** Why, of two triggers that fit the same event, the winner goes first: a sentence without its full stop. */
export function explainOrder(winner: TriggerPlace, loser: TriggerPlace): string {
  if (winner.rank !== loser.rank) return `${rankWords[winner.rank]} goes before ${rankWords[loser.rank]}`;
  if (winner.priority !== loser.priority) {
    return `priority ${String(winner.priority)} goes before ${String(loser.priority)}`;
  }
  return winner.size === loser.size
    ? 'the one that stands first goes first'
    : 'what names more of it goes before what names less';
}
