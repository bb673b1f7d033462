import type { Choice } from '../flow.js';
import { READ_LIMIT, toMatchText } from '../words.js';
import type { AnswerSetting, RatingKind } from './answer-kind.js';
import { readNumber } from './number.js';

const FILLED = /⭐|★|🌟/gu;
const OUT_OF = /(?<![\p{N}.,/])(\d{1,2})\s*(?:\/|of|out of|von|aus)\s*(\d{1,3})(?![\p{N}.,/])/iu;

/** What people say instead of a mark, on a scale of five. */
const opinions: ReadonlyMap<string, number> = new Map(
  [
    'terrible|awful|horrible|very bad|schrecklich|furchtbar|sehr schlecht|katastrophe',
    'bad|poor|not good|schlecht|nicht gut',
    'ok|okay|so so|average|mittel|geht so|naja|in ordnung',
    'good|fine|nice|gut|schon',
    'very good|great|excellent|perfect|amazing|awesome|super|sehr gut|toll|perfekt|grossartig|ausgezeichnet',
  ].flatMap((words, index) => words.split('|').map((word) => [word, index + 1] as const)),
);

/** The mark that a text gives: 4, 4/5, four, ⭐⭐⭐⭐, "very good"; null where it gives none that is on the scale. */
export function readRating(text: string, { scale }: RatingKind, setting: AnswerSetting): string | null {
  const head = text.slice(0, READ_LIMIT);
  const stars = head.match(FILLED)?.length ?? 0;
  const hasFigures = /\p{Nd}/u.test(head);
  // "4 ⭐" names the mark beside a single star.
  if (stars > 0 && !(stars === 1 && hasFigures)) return hasFigures ? null : within(stars, scale);
  const [, mark, best] = OUT_OF.exec(head) ?? [];
  if (mark !== undefined) return Number(best) === scale ? within(Number(mark), scale) : null;
  const opinion = scale === 5 ? opinions.get(toMatchText(head)) : undefined;
  if (opinion !== undefined) return String(opinion);
  return readNumber(head, { kind: 'number', atLeast: 1, atMost: scale, isWhole: true }, setting);
}

/** The marks as buttons: stars on a short scale, figures on a long one. */
export function ratingChoices(scale: number): readonly Choice[] {
  return Array.from({ length: scale }, (_, index) => {
    const value = String(index + 1);
    return { title: scale === 5 ? '⭐'.repeat(index + 1) : value, value, words: [value] };
  });
}

function within(mark: number, scale: number): string | null {
  return mark >= 1 && mark <= scale ? String(mark) : null;
}
