const rowRem = 6.5;

/** How high a row is, in px: it grows with the letters that the reader has chosen in their browser. */
export function rowSizePx(): number {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Math.round(rowRem * (Number.isNaN(root) ? 16 : root));
}
