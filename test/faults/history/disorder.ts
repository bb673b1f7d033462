import type { Course } from './course.js';
import type { Line } from './history.js';

/** What a platform told of one contact and was acknowledged, moments by its own clock, epoch ms. */
export type Told =
  | { readonly kind: 'wrote'; readonly messageId: string; readonly text: string; readonly at: number }
  | { readonly kind: 'edited'; readonly messageId: string; readonly text: string; readonly at: number }
  | { readonly kind: 'took_back'; readonly messageId: string }
  /** Of a line of ours, whose platform's id was known by then. */
  | { readonly kind: 'sent' | 'delivered' | 'read'; readonly lineId: string };

/** In the order of arrival, whatever the order in which it happened. */
export type Tale = readonly Told[];

const ranks = ['sent', 'delivered', 'read'] as const;

/**
 * Whether the contact is to be left alone after it: each STOP counts whenever it comes, and is undone by a START alone that
 * was said later than every STOP so far.
 */
export function isLeftAlone(tale: Tale): boolean {
  let [isStopped, lastStop] = [false, -Infinity];
  for (const told of tale) {
    if (told.kind !== 'wrote' && told.kind !== 'edited') continue;
    if (told.text === 'STOP') [isStopped, lastStop] = [true, Math.max(lastStop, told.at)];
    else if (told.text === 'START' && told.kind === 'wrote' && told.at > lastStop) isStopped = false;
  }
  return isStopped;
}

/** What is not as it would be, had everything come in its order. */
export function findDisorder({ heard, lines }: Course, tale: Tale): readonly string[] {
  return [
    ...tale.flatMap((told) => (told.kind === 'wrote' ? wrongWords(heard, told, tale) : [])),
    ...lines.flatMap((line) => wrongState(line, tale)),
  ];
}

function wrongWords(
  heard: readonly Line[],
  { messageId, text }: Extract<Told, { kind: 'wrote' }>,
  tale: Tale,
): readonly string[] {
  const isTakenBack = tale.some((told) => told.kind === 'took_back' && told.messageId === messageId);
  const kept = heard.filter(({ platformMessageId }) => platformMessageId === messageId);
  const expected = isTakenBack ? '' : text;
  return kept.length === 1 && kept[0]?.text === expected
    ? []
    : [
        `"${text}" ${isTakenBack ? 'was taken back and ' : ''}is ${JSON.stringify(kept.map((one) => one.text))}`,
      ];
}

function wrongState({ id, text, state }: Line, tale: Tale): readonly string[] {
  const told = tale.flatMap((one) => ('lineId' in one && one.lineId === id ? [ranks.indexOf(one.kind)] : []));
  const least = Math.max(-1, ...told);
  return ranks.findIndex((rank) => rank === state) >= least
    ? []
    : [`"${text}" is ${state ?? ''} though it was ${ranks[least] ?? ''}`];
}
