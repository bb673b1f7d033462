import type { Course } from './course.js';
import { claimsWithin } from './spans.js';

/** What the bot said after somebody had taken the chat over, and before they gave it back. */
export function findOverAPerson(course: Course): readonly string[] {
  return [
    ...claimsWithin(course, { from: 'take_over', until: 'hand_back' })
      .filter(({ isBots }) => isBots)
      .map(({ text }) => `"${text}" was claimed after a person had taken over`),
    ...sendsOverAPerson(course),
    ...course.lines
      .filter(({ refusal }) => refusal === 'owner_changed')
      .filter(({ id }) => course.sends.some(({ lineId, delivered }) => lineId === id && delivered))
      .map(({ text }) => `"${text}" arrived though a person had called it off`),
  ];
}

/** From the acknowledgement on at most the one message that was on the wire. */
function sendsOverAPerson({ deeds, sends, lines }: Course): readonly string[] {
  const ofTheBot = new Set(lines.filter(({ isBots }) => isBots).map(({ id }) => id));
  const backs = deeds.filter(({ kind }) => kind === 'hand_back').map(({ handedAt }) => handedAt);
  return deeds.flatMap(({ kind, acknowledgedAt }) => {
    if (kind === 'hand_back' || acknowledgedAt === null) return [];
    const until = Math.min(Infinity, ...backs.filter((at) => at >= acknowledgedAt));
    const late = sends
      .filter(({ at }) => at > acknowledgedAt && at < until)
      .filter(({ lineId }) => ofTheBot.has(lineId ?? ''));
    return late.length > 1
      ? [`${String(late.length)} messages of the bot left after a person's ${kind} was acknowledged`]
      : [];
  });
}
