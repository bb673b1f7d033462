/** The most UTF-16 code units of one text that are kept; every platform stops far below it. */
export const TEXT_LIMIT = 20_000;

const NUL = '\u0000';

/** Halves of a surrogate pair without their other half: JSON can carry them, UTF-8 cannot. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** A text as it may be stored anywhere: at most {@link TEXT_LIMIT} long, well-formed, and without NUL. */
export function cleanText(text: string): string {
  return text.slice(0, TEXT_LIMIT).replaceAll(NUL, '').replace(LONE_SURROGATE, '\uFFFD');
}
