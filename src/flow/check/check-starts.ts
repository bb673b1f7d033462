import { buildKeywordIndex, findKeywords, isForLanguage, keywordMatches } from '../../core/keyword.js';
import type { KeywordIndex, KeywordMatch } from '../../core/keyword.js';
import { defaultPriority, explainOrder, triggerRanks } from '../../core/trigger-order.js';
import type { TriggerRank } from '../../core/trigger-order.js';
import { toMatchText, toWords } from '../../core/words.js';
import type { ReadFlow, StartKind, StartWord } from '../flow-source.js';
import type { Place } from '../issue.js';
import type { Report } from '../report.js';

interface OwnedStart {
  readonly start: StartWord;
  readonly flow: string;
}

/** What more than one flow wants, or one flow twice; and who gets it. */
export function checkStarts(flows: readonly ReadFlow[], report: Report): void {
  const starts = flows.flatMap(({ definition, notes }) =>
    notes.starts.map((start): OwnedStart => ({ start, flow: definition.name })),
  );
  checkSame(starts, report);
  checkOverlaps(starts, report);
}

/** Of triggers that are started by the very same: only one can win, and the author says which. */
function checkSame(starts: readonly OwnedStart[], report: Report): void {
  const owners = new Map<string, OwnedStart[]>();
  for (const owned of starts) {
    const key = keyOf(owned);
    if (key === null) continue;
    const earlier = owners.get(key) ?? [];
    const rival = earlier.find((other) => canMeet(other.start, owned.start));
    if (rival !== undefined) reportSame(rival, owned, report);
    owners.set(key, [...earlier, owned]);
  }
}

/** What two starts have in common when they are started by the same; null where nothing can start them. */
function keyOf({ start: { kind, text }, flow }: OwnedStart): string | null {
  switch (kind) {
    case 'exact':
    case 'near':
    case 'contains':
    case 'starts_with':
      return keyOfWords('keyword', text);
    case 'comment':
    case 'story_reply':
      return keyOfWords(kind, text);
    case 'pattern':
      return `pattern ${text}`;
    case 'postback':
      return `postback ${text}`;
    case 'ice_breaker':
    case 'menu':
      return `${kind} ${toMatchText(text)}`;
    case 'after':
      return `after ${text} ${flow}`;
    default:
      return `${kind} ${text}`;
  }
}

function keyOfWords(what: string, text: string): string | null {
  const words = toMatchText(text);
  return words === '' ? null : `${what} ${words}`;
}

/** Whether one event can be for both: one language, one post. */
function canMeet(one: StartWord, other: StartWord): boolean {
  const { language: spoken = null } = one;
  if (!isForLanguage(other.language, spoken)) return false;
  const [posts, others] = [one.posts ?? null, other.posts ?? null];
  return posts === null ? others === null : (others?.some((post) => posts.includes(post)) ?? false);
}

function reportSame(first: OwnedStart, second: OwnedStart, report: Report): void {
  const { start, flow } = second;
  const named = nameOf(start);
  const where = formatPlace(first.start.place);
  if (first.flow === flow) {
    report.warning(start.place, 'repeated-start', `${named} starts this flow already (${where}).`);
    return;
  }
  const [rank, otherRank] = [rankOf(first.start.kind), rankOf(start.kind)];
  if (rank !== otherRank) {
    reportOverlap({ ...first, rank }, { ...second, rank: otherRank }, report);
    return;
  }
  if (priorityOf(first.start) !== priorityOf(start)) return;
  report.error(
    start.place,
    'start-collision',
    `${named} starts the flow "${first.flow}" already (${where}).`,
    {
      hint: 'One of the two must give way: a message can start one flow only. Or say which by a priority, 1 to 9: the lower number goes first.',
    },
  );
}

/** Keywords of other flows that a message which is this keyword, or nearly, would start too. */
function checkOverlaps(starts: readonly OwnedStart[], report: Report): void {
  const keywords = starts.filter(({ start }) => isKeyword(start.kind) && toMatchText(start.text) !== '');
  const vague = keywords.filter(({ start }) => start.kind === 'near' || start.kind === 'pattern');
  if (vague.length === 0) return;
  const index = indexOf(vague);
  for (const owned of keywords) if (owned.start.kind !== 'pattern') checkOverlap(owned, index, report);
}

function indexOf(starts: readonly OwnedStart[]): KeywordIndex<OwnedStart> {
  return buildKeywordIndex(
    starts.map((value) => ({ phrase: value.start.text, match: value.start.kind as KeywordMatch, value })),
  );
}

function checkOverlap(owned: OwnedStart, index: KeywordIndex<OwnedStart>, report: Report): void {
  const reading = { language: owned.start.language ?? null, isThorough: true };
  for (const { entry, by } of findKeywords(index, owned.start.text, reading)) {
    const other = entry.value;
    if (other.flow === owned.flow || by === 'exact' || !canMeet(owned.start, other.start)) continue;
    reportOverlap({ ...owned, rank: rankOf(owned.start.kind) }, { ...other, rank: by }, report);
  }
}

interface RankedStart extends OwnedStart {
  readonly rank: TriggerRank;
}

/** Said at the one that gives way, unless its author has seen it: then the priority of the other says so. */
function reportOverlap(one: RankedStart, other: RankedStart, report: Report): void {
  const isFirst = triggerRanks.indexOf(one.rank) <= triggerRanks.indexOf(other.rank);
  const [winner, loser] = isFirst ? [one, other] : [other, one];
  if (priorityOf(winner.start) < priorityOf(loser.start)) return;
  const where = formatPlace(winner.start.place);
  report.warning(
    loser.start.place,
    'keyword-overlap',
    `"${winner.start.text}" is a keyword of "${winner.flow}" too (${where}), which goes first there: ${explainOrder(placeOf(winner), placeOf(loser))}.`,
    {
      hint: `Priorities do not change that order. If you want it so, give "${winner.start.text}" there a priority below ${priorityOf(loser.start)}, and this is not said again.`,
    },
  );
}

function placeOf({ start, rank }: RankedStart) {
  return { rank, priority: priorityOf(start), size: toWords(start.text).length };
}

/** As it stands a `near` keyword is as good as an exact one; ice breakers and menu entries are buttons. */
function rankOf(kind: StartKind): TriggerRank {
  switch (kind) {
    case 'near':
      return 'exact';
    case 'ice_breaker':
    case 'menu':
      return 'postback';
    case 'after':
      return 'outside_hours';
    default:
      return kind;
  }
}

function isKeyword(kind: StartKind): boolean {
  return keywordMatches.some((match) => match === kind);
}

function priorityOf({ priority = defaultPriority }: StartWord): number {
  return priority;
}

const names: Partial<Record<StartKind, string>> = {
  story_reply: 'A story reply',
  story_mention: 'A story mention',
  comment: 'A comment',
  ad: 'An ad',
  first_message: 'A first message',
  outside_hours: 'A message outside of the office hours',
};

function nameOf({ kind, text }: StartWord): string {
  const name = names[kind];
  return name === undefined || text !== 'any' ? `"${text}"` : name;
}

function formatPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
