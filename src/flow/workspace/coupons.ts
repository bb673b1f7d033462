import { z } from 'zod';
import { startOfNextDay } from '../../core/calendar-day.js';
import type { CouponList } from '../../core/coupon.js';
import type { Place } from '../issue.js';
import type { Report } from '../report.js';
import { mapping, refuse, text, writtenLike } from '../shape/values.js';
import { wholeNumber } from '../shape/whole-number.js';
import { topOf } from '../yaml/source-file.js';
import type { SourceFile } from '../yaml/source-file.js';
import { entryAt } from '../yaml/source-node.js';
import type { SourceNode } from '../yaml/source-node.js';
import type { NamedEntry, Section } from './named-things.js';

const MOST_CODES = 1_000_000;
const LONGEST_CODE = 100;

const dayRule = 'Write year, month and day: 2026-12-31.';

const day = z
  .string()
  .transform((value, context) =>
    startOfNextDay(value, 'UTC') === null
      ? refuse(context, { code: 'bad-date', message: `"${value}" is not a day.`, hint: dayRule })
      : value,
  )
  .meta(writtenLike('^\\d{4}-\\d{2}-\\d{2}$', dayRule));

const perContact = wholeNumber({ from: 1, to: 100, message: 'A contact can get 1 to 100 codes of a list.' });

/** A code that looks like a number to YAML is written as it is meant to be read only in quotes. */
export const couponShape = mapping({
  codes: z
    .union([text, z.array(text).min(1)])
    .describe('The codes, or a file of this folder that ends in .txt and has one on each line.'),
  per_contact: perContact.describe('How many codes one contact gets (1).').optional(),
  until: day.describe('The last day on which codes are given. None: until all are gone.').optional(),
});

type WrittenCoupons = z.output<typeof couponShape>;

interface Setting {
  readonly timezone: string;
  /** By path from the workspace's folder. */
  readonly textFiles: ReadonlyMap<string, SourceFile>;
}

interface PlacedCode {
  readonly code: string;
  readonly place: Place;
}

/** Lists of codes, here or in a file of their own with a code on each line. */
export function couponSection(setting: Setting): Section<WrittenCoupons, CouponList> {
  return {
    what: 'coupon',
    shape: couponShape,
    read: (entry) => {
      const { written, report } = entry;
      const placed = readCodes(entry, setting);
      if (placed === null) return null;
      const { per_contact: most = 1, until } = written;
      const endsAt = until === undefined ? null : startOfNextDay(until, setting.timezone);
      return { name: entry.name, codes: checkCodes(placed, report), perContact: most, endsAt };
    },
  };
}

/** Where codes stand in workspace.yaml itself. */
export function couponPlaces(node: SourceNode): readonly Place[] {
  const lists = entryAt(node, 'coupons')?.value;
  if (lists?.kind !== 'map') return [];
  return [...lists.entries.values()].flatMap(({ value }) => {
    const codes = entryAt(value, 'codes')?.value;
    return codes?.kind === 'list' ? codes.items.map(({ place }) => place) : [];
  });
}

function readCodes(
  { written: { codes }, place, report }: NamedEntry<WrittenCoupons>,
  { textFiles }: Setting,
): readonly PlacedCode[] | null {
  if (typeof codes !== 'string') return codes.map((code, index) => ({ code, place: place('codes', index) }));
  const file = textFiles.get(codes.replace(/^\.\//u, ''));
  if (file === undefined) {
    report.error(place('codes'), 'missing-file', `There is no file ${codes} beside workspace.yaml.`, {
      allowed: [...textFiles.keys()],
      hint: 'It ends in .txt and has a code on each line; its path begins at the folder of workspace.yaml.',
    });
    return null;
  }
  const placed = codesIn(file);
  if (placed.length === 0) report.error(topOf(file.path), 'empty-list', 'At least one code is needed here.');
  if (placed.length > MOST_CODES || (file.isCut ?? false)) {
    report.error(topOf(file.path), 'file-too-big', 'This file is too big to be read whole.', {
      hint: 'Make several lists of it.',
    });
  }
  return placed;
}

function codesIn({ path, text: content }: SourceFile): readonly PlacedCode[] {
  return content
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .map((line, index) => ({ code: line.trim(), place: { file: path, line: index + 1, column: 1 } }))
    .filter(({ code }) => code !== '');
}

/** Those that can be given, each once. */
function checkCodes(placed: readonly PlacedCode[], report: Report): readonly string[] {
  const seen = new Map<string, Place>();
  for (const { code, place } of placed) {
    const first = seen.get(code);
    if (first !== undefined) {
      report.error(
        place,
        'duplicate-code',
        'This code stands in the list already: it can be given only once.',
        {
          hint: `It stands in line ${first.line}.`,
        },
      );
    } else if (code.length > LONGEST_CODE || /[\p{Cc}\p{Surrogate}]/u.test(code)) {
      report.error(place, 'bad-code', `A code is a text of up to ${LONGEST_CODE} characters on one line.`);
    } else {
      seen.set(code, place);
    }
  }
  return [...seen.keys()];
}
