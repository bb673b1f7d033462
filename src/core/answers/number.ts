import { READ_LIMIT, toWords } from '../words.js';
import type { AnswerSetting, NumberKind } from './answer-kind.js';
import { hasDoubt, isQuestion } from './doubt.js';
import { takeScale, type ScaledText } from './number-scale.js';
import { numberOfWord } from './number-words.js';

/** More digits than this do not come back from JavaScript as they went in. */
const mostDigits = 15;
const mostWords = 12;

/** A number as people write it, with dots, commas, apostrophes or spaces in it. */
const NUMBER = /(?<![\p{L}\p{N}.,/:])[-−+]?\d(?:[\d.,'’]|[ \u00a0\u202f](?=\d{3}(?!\d)))*/gu;

/** What stands beside a number and makes another one of it. */
const CHANGED = new Set(
  [
    'hundred hundreds thousand thousands million millions billion dozen k m mio mrd',
    'hundert tausend tsd millionen milliarde milliarden dutzend',
    'less more under over than least most weniger mehr unter uber mindestens hochstens maximal minimal halb half',
  ].flatMap((words) => words.split(' ')),
);

/** The number that a text names, in canonical form; null where there is none, several, or one that may be two. */
export function readNumber(text: string, kind: NumberKind, setting: AnswerSetting): string | null {
  const scaled = takeScale(text.slice(0, READ_LIMIT).normalize('NFKC'));
  const words = toWords(scaled.text);
  if (words.length > mostWords || isQuestion(scaled.text)) return null;
  if (hasDoubt(words) || words.some((word) => CHANGED.has(word))) return null;
  const tokens = scaled.text.match(NUMBER) ?? [];
  return tokens.length === 0 ? readWord(words, kind) : readToken(tokens, scaled, kind, setting);
}

function readWord(words: readonly string[], kind: NumberKind): string | null {
  const named = words.flatMap((word) => numberOfWord(word, words) ?? []);
  const [only, second] = named;
  return only === undefined || second !== undefined || !isAllowed(only, kind) ? null : String(only);
}

function readToken(
  tokens: readonly string[],
  { text, digits }: ScaledText,
  kind: NumberKind,
  setting: AnswerSetting,
): string | null {
  const [token = '', second] = tokens;
  if (second !== undefined || hasOtherDigits(text, token)) return null;
  const sign = /^[-−]/u.test(token) ? '-' : '';
  const isCount = kind.isWhole === true && digits === 0;
  const body = token.replace(/^[-−+]/u, '').replace(/[.,'’]+$/u, '');
  const readings = readingsOf(body, { ...setting, isCount })
    .map((reading) => canonical(sign, multiplied(reading, digits)))
    .filter((value) => value !== null && isAllowed(Number(value), kind));
  const [only, other] = readings;
  return only === undefined || other !== undefined ? null : only;
}

/** "A4", "20km" and "5/10" are no numbers that anybody could be sure of. */
function hasOtherDigits(text: string, token: string): boolean {
  const at = text.indexOf(token);
  const rest = `${text.slice(0, at)} ${text.slice(at + token.length)}`;
  return /\p{N}/u.test(rest) || /^[\p{L}/:]/u.test(text.slice(at + token.length));
}

interface Digits {
  readonly whole: string;
  readonly fraction: string;
}

interface Custom {
  /** Those that the contact may be writing in. */
  readonly languages: readonly string[];
  /** Nothing but a whole number is asked for: who writes a mark before three digits writes thousands, in any language. */
  readonly isCount: boolean;
}

function multiplied({ whole, fraction }: Digits, digits: number): Digits {
  if (digits === 0) return { whole, fraction };
  return {
    whole: `${whole}${fraction.slice(0, digits).padEnd(digits, '0')}`,
    fraction: fraction.slice(digits),
  };
}

/** Every number that these digits may be: 1.200 is one to a German and another to an American. */
function readingsOf(body: string, custom: Custom): readonly Digits[] {
  const plain = withoutGroups(body, /['’ \u00a0\u202f]/u);
  if (plain === null) return [];
  const marks = [...new Set(plain.match(/[.,]/gu) ?? [])];
  if (marks.length === 0) return [{ whole: plain, fraction: '' }];
  if (marks.length === 2) return withBoth(plain);
  const [mark = '.'] = marks;
  return withOne(mark, plain.split(mark), custom);
}

/** A mark that comes once or more often: between groups of three digits, or before decimals. */
function withOne(mark: string, [whole = '', ...parts]: readonly string[], custom: Custom): readonly Digits[] {
  const grouped = isGrouped(whole, parts) ? [{ whole: [whole, ...parts].join(''), fraction: '' }] : [];
  const [fraction, second] = parts;
  if (fraction === undefined || second !== undefined) return grouped;
  const decimal = { whole, fraction };
  if (grouped.length === 0) return whole === '' || fraction === '' ? [] : [decimal];
  return preferred(mark, decimal, grouped, custom);
}

/** Both, unless what is asked for settles it, or every language that the contact may be writing in. */
function preferred(
  mark: string,
  decimal: Digits,
  grouped: readonly Digits[],
  { languages, isCount }: Custom,
): readonly Digits[] {
  if (isCount) return grouped;
  const decimalMarks = new Set<string>(languages.map((language) => (language === 'en' ? '.' : ',')));
  if (decimalMarks.size !== 1) return [decimal, ...grouped];
  return decimalMarks.has(mark) ? [decimal] : grouped;
}

/** `1.200,50` and `1,200.50`: the last mark is the decimal one. */
function withBoth(plain: string): readonly Digits[] {
  const at = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  const mark = plain.charAt(at);
  const whole = withoutGroups(plain.slice(0, at), mark === '.' ? /,/u : /\./u);
  const fraction = plain.slice(at + 1);
  return whole === null || /[.,]/u.test(whole) || fraction === '' ? [] : [{ whole, fraction }];
}

function withoutGroups(body: string, mark: RegExp): string | null {
  const [first = '', ...groups] = body.split(mark);
  if (groups.length === 0) return body;
  const last = groups.at(-1) ?? '';
  const [lastWhole = ''] = last.split(/[.,]/u);
  return isGrouped(first, [...groups.slice(0, -1), lastWhole]) ? [first, ...groups].join('') : null;
}

function isGrouped(first: string, groups: readonly string[]): boolean {
  return /^[1-9]\d{0,2}$/u.test(first) && groups.every((group) => /^\d{3}$/u.test(group));
}

/** Three digits after the point become four: `1.234` would be read as a thousand and more where that is the custom. */
function canonical(sign: string, { whole, fraction }: Digits): string | null {
  if (!/^\d+$/u.test(whole) || !/^\d*$/u.test(fraction)) return null;
  const [integer, rest] = [whole.replace(/^0+(?=\d)/u, ''), fraction.replace(/0+$/u, '')];
  if (integer.length + rest.length > mostDigits) return null;
  const isTwofold = rest.length === 3 && isGrouped(integer, [rest]);
  const value = rest === '' ? integer : `${integer}.${isTwofold ? `${rest}0` : rest}`;
  return sign === '' || Number(value) === 0 ? value : `${sign}${value}`;
}

function isAllowed(value: number, { atLeast, atMost, isWhole = false }: NumberKind): boolean {
  if (isWhole && !Number.isInteger(value)) return false;
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}
