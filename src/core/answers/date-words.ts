/** Words of dates in English and German, folded as `toWords` does. Both are always understood. */

export const monthNumbers: ReadonlyMap<string, number> = numbered([
  'january jan januar janner',
  'february feb februar feber',
  'march mar marz maerz mrz',
  'april apr',
  'may mai',
  'june jun juni',
  'july jul juli',
  'august aug',
  'september sep sept',
  'october oct oktober okt',
  'november nov',
  'december dec dezember dez',
]);

/** ISO: 1 Monday … 7 Sunday. Do and So are left out: they are words of other languages, or of this one. */
export const weekdayNumbers: ReadonlyMap<string, number> = numbered([
  'monday mon montag mo',
  'tuesday tue tues dienstag di',
  'wednesday wed mittwoch mi',
  'thursday thu thur thurs donnerstag',
  'friday fri freitag fr',
  'saturday sat samstag sonnabend sa',
  'sunday sun sonntag',
]);

/** Days from today. */
export const nearDays: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tonight', 0],
  ['heute', 0],
  ['heute abend', 0],
  ['tomorrow', 1],
  ['morgen', 1],
  ['day after tomorrow', 2],
  ['ubermorgen', 2],
  ['uebermorgen', 2],
  ['yesterday', -1],
  ['gestern', -1],
  ['day before yesterday', -2],
  ['vorgestern', -2],
]);

export type DateUnit = 'days' | 'weeks' | 'months' | 'years';

export const units: ReadonlyMap<string, DateUnit> = new Map<string, DateUnit>([
  ...words<DateUnit>('day days tag tage tagen', 'days'),
  ...words<DateUnit>('week weeks woche wochen', 'weeks'),
  ...words<DateUnit>('month months monat monate monaten', 'months'),
  ...words<DateUnit>('year years jahr jahre jahren', 'years'),
]);

/** Said around a date without changing it. A weekday may stand before a date, too: it is not compared. */
export const fillers: ReadonlySet<string> = new Set(
  [
    'on the of at by please around about its is it for',
    'am um den der dem des bis bitte zum ab etwa ungefahr circa ca es ist fur',
    'this next coming diesen diesem dieser nachsten nachster nachste kommenden kommender kommende',
  ].flatMap((line) => line.split(' ')),
);

function numbered(lines: readonly string[]): ReadonlyMap<string, number> {
  return new Map(lines.flatMap((line, index) => words(line, index + 1)));
}

function words<T>(line: string, value: T): readonly (readonly [string, T])[] {
  return line.split(' ').map((word) => [word, value] as const);
}
