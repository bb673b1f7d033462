const unitLengths: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

const LONGEST = 366 * 86_400_000;

/** What `parseDuration` reads, but for what is longer than a year. */
export const durationPattern = '^\\s*(?!0+\\s?[smhd])(\\d{1,9})\\s?([smhd])\\s*$';

const durationForm = new RegExp(durationPattern, 'u');

export const durationRule = 'Write a number and its unit: 90s, 30m, 20h or 2d.';

/** `20h` in milliseconds; null where the text is no duration, is zero, or is longer than a year. */
export function parseDuration(text: string): number | null {
  const [, digits, unit = ''] = durationForm.exec(text) ?? [];
  const length = Number(digits) * (unitLengths[unit] ?? NaN);
  return length > 0 && length <= LONGEST ? length : null;
}

/** Milliseconds as an author writes them: the largest unit that leaves no rest. */
export function formatDuration(milliseconds: number): string {
  const [unit = 's', length = 1_000] =
    Object.entries(unitLengths)
      .reverse()
      .find(([, candidate]) => milliseconds % candidate === 0) ?? [];
  return `${milliseconds / length}${unit}`;
}
