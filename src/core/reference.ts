import { hashText } from './hash-text.js';

/** Letters and digits that nobody takes for others when they are read out: without I, L, O and U. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A short name for something that has a long id, for people to write down and read out: `7K3M-9QXA`. The same id always
 * gives the same one; among a thousand ids, two share theirs with a chance of one in two million.
 */
export function referenceOf(id: string): string {
  return [id, `${id}.reference`].map(fourLetters).join('-');
}

/** Twenty bits of a hash. */
function fourLetters(text: string): string {
  const hash = hashText(text);
  return [0, 5, 10, 15].map((shift) => letters.charAt((hash >>> shift) & 31)).join('');
}
