import type { Course } from './course.js';
import type { Said } from './history.js';
import { misplaced } from './script.js';

/** What a contact said, and what was said to them, in another order than they said it and it was decided in. */
export function findOutOfOrder(course: Course): readonly string[] {
  return [...overtakenMessages(course), ...overtakenSends(course), ...misplaced(course), ...setBack(course)];
}

/** A message was handed over when the one before it had been acknowledged. STOP alone may overtake what waits. */
function overtakenMessages({ said, heard }: Course): readonly string[] {
  const places = new Map(heard.map(({ platformMessageId }, place) => [platformMessageId, place]));
  const kept = said.filter(({ messageId, meaning }) => meaning !== 'stop' && places.has(messageId));
  const placeOf = ({ messageId }: Said) => places.get(messageId) ?? -1;
  return kept.flatMap((later) =>
    kept
      .filter((earlier) => earlier.acknowledgedAt !== null && earlier.acknowledgedAt < later.handedAt)
      .filter((earlier) => placeOf(earlier) > placeOf(later))
      .map((earlier) => `"${later.text}" was decided before "${earlier.text}"`),
  );
}

function overtakenSends({ lines, sends }: Course): readonly string[] {
  const places = new Map(lines.map(({ id }, place) => [id, place]));
  const order = sends.flatMap(({ lineId, text }) => {
    const place = places.get(lineId ?? '');
    return place === undefined ? [] : [{ place, text }];
  });
  return order.flatMap(({ place, text }, at) => {
    const before = order[at - 1];
    return before === undefined || before.place <= place
      ? []
      : [`"${before.text}" left before "${text}", which comes first`];
  });
}

/** What was told of a message is never taken back by what was told earlier and came later. */
function setBack({ commits, lines }: Course): readonly string[] {
  return commits
    .filter(({ what }) => what === 'setback')
    .flatMap(({ lineId }) => lines.filter(({ id }) => id === lineId))
    .map(({ text, state }) => `"${text}" had come further than ${state ?? ''} before`);
}
