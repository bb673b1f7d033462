/** A word that its writer has begun behind a sign, and where it stands in the text. */
export interface Asked {
  readonly sign: '/' | '@';
  readonly query: string;
  readonly from: number;
  readonly to: number;
}

const slash = /(?:^|\s)(\/)([\p{L}\p{N}_-]{0,40})$/u;
const mention = /(?:^|[\s(])(@)([\p{L}\p{N}_.'’-]{0,40}(?: [\p{L}\p{N}_.'’-]{0,40})?)$/u;

/** The `/word` of a saved reply or the `@name` of a colleague that ends at the caret; null: neither. */
export function askedAtCaret(text: string, caret: number, signs: readonly Asked['sign'][]): Asked | null {
  const before = text.slice(0, caret);
  const found = (signs.includes('/') && slash.exec(before)) || (signs.includes('@') && mention.exec(before));
  if (!found) return null;
  const [, sign, query = ''] = found;
  return { sign: sign as Asked['sign'], query, from: caret - query.length - 1, to: caret };
}

/** Puts something in the place of what was asked for; where the caret stands afterwards is told as well. */
export function putInstead(
  text: string,
  { from, to }: Asked,
  instead: string,
): { readonly text: string; readonly caret: number } {
  return { text: text.slice(0, from) + instead + text.slice(to), caret: from + instead.length };
}
