/** The widest a text may come out at that size in any of the fonts that systems bring, px. */
export function widthOf(text: string, size: number): number {
  return [...text].reduce((width, character) => width + widthOfCharacter(character), 0) * size;
}

/** In ems; a little more than any usual sans-serif needs. */
function widthOfCharacter(character: string): number {
  if (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u.test(character))
    return 1.05;
  if (/\p{Extended_Pictographic}/u.test(character) && character > '\u00ff') return 1.4;
  if (/[\p{M}\u200b-\u200f]/u.test(character)) return 0;
  if (/[mwMW@%…—]/u.test(character)) return 0.95;
  if (/\p{Lu}/u.test(character)) return 0.74;
  if (/[ijl.,:;'|!()[\] ]/u.test(character)) return 0.36;
  return 0.6;
}
