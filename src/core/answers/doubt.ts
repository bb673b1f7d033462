/** Words, folded as `toWords` does, that turn what is named into nothing, or into something with a condition. */
const doubts = new Set(
  [
    'no not dont never without maybe perhaps if unless but later or',
    'nein nicht kein keine keinen nie ohne vielleicht wenn falls aber spater oder',
  ].flatMap((words) => words.split(' ')),
);

const questionMark = /[?？؟]/u;

/** Whether what a message names is taken back, or made to depend on something. */
export function hasDoubt(words: readonly string[], own: ReadonlySet<string> = new Set()): boolean {
  return words.some((word) => doubts.has(word) && !own.has(word));
}

/** Somebody who asks back has not answered. */
export function isQuestion(text: string): boolean {
  return questionMark.test(text);
}
