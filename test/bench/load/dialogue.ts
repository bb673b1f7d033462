/** One message of a follower. */
export interface Line {
  /** Its own number, by which it is told from all others. */
  readonly number: number;
  /** Who writes: a number, as Telegram's chats have. */
  readonly contact: number;
  readonly text: string;
  /** Whether it leads to a message of ours. */
  readonly isKeyword: boolean;
}

/** Which follower begins a load, and how long those who are asked think about it. */
export interface Course {
  /** Number of the first message and of its contact: loads that share a database keep theirs apart. */
  readonly first: number;
  /** After how many further messages an answer comes, a multiple of 4: more than are ever on their way at once. */
  readonly pause: number;
}

/** Of four messages in a row one has the keyword, and one is the answer of somebody who was asked a while ago. */
export function lineAt(place: number, { first, pause }: Course): Line {
  const number = first + place;
  if (place % 4 === 0) return { number, contact: number, text: 'ping', isKeyword: true };
  const asked = place - 2 - pause;
  if (place % 4 === 2 && asked >= 0)
    return { number, contact: first + asked, text: 'my thesis', isKeyword: false };
  return { number, contact: number, text: 'what a lovely picture', isKeyword: false };
}

/** How many of that many messages in a row have the keyword. */
export function keywordsIn(messages: number): number {
  return Math.floor(messages / 4);
}
