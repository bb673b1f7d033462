/** Names that every JavaScript object has: as data they would mean something that no author wrote. */
const reserved: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export const nameRule = 'A name begins with a small letter, then small letters, digits and _.';

/** Longer ones are no names any more, and would end up in every step path. */
const LONGEST = 60;

/** What `isName` asks for, but for the few reserved ones. */
export const namePattern = `^[a-z][a-z0-9_]{0,${LONGEST - 1}}$`;

const nameForm = new RegExp(namePattern, 'u');

/** Whether a text can name a flow, a step, an answer, a field, a topic, a team, a link or an outcome. */
export function isName(text: string): boolean {
  return nameForm.test(text) && !isReservedName(text);
}

export function isReservedName(text: string): boolean {
  return reserved.has(text);
}

/** `price_list` as people read it: `Price list`. */
export function titleFromName(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
