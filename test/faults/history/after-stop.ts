import type { Course } from './course.js';
import type { Line } from './history.js';
import { claimsWithin } from './spans.js';

/** What was begun after STOP: by the database's own order of commits, and by the clock of whoever said it. */
export function findAfterStop(course: Course): readonly string[] {
  return [
    ...claimsWithin(course, { from: 'stop', until: 'start' })
      .filter((line) => !isAllowed(line))
      .map(({ text }) => `"${text}" was claimed after STOP was committed`),
    ...sendsAfterStop(course),
    ...course.lines
      .filter(({ id, refusal }) => refusal === 'stopped' && hasArrived(course, id))
      .map(({ text }) => `"${text}" arrived though STOP had called it off`),
    ...repeatedConfirmations(course),
  ];
}

/** The law's own word, and a person's answer to what was written since. */
function isAllowed({ basis }: Line): boolean {
  return basis?.kind === 'confirmation' || basis?.kind === 'person_after_stop';
}

/** From the acknowledgement on at most the one message that was on the wire. */
function sendsAfterStop({ said, sends, lines }: Course): readonly string[] {
  const allowed = new Set(lines.filter(isAllowed).map(({ id }) => id));
  const starts = said.filter(({ meaning }) => meaning === 'start').map(({ handedAt }) => handedAt);
  return said.flatMap(({ meaning, acknowledgedAt }) => {
    if (meaning !== 'stop' || acknowledgedAt === null) return [];
    const until = Math.min(Infinity, ...starts.filter((at) => at >= acknowledgedAt));
    const late = sends
      .filter(({ at }) => at > acknowledgedAt && at < until)
      .filter(({ lineId }) => !allowed.has(lineId ?? ''));
    const texts = late.map(({ text }) => text);
    return late.length > 1 ? [`${JSON.stringify(texts)} left after STOP was acknowledged`] : [];
  });
}

function repeatedConfirmations({ lines, ledger, sends }: Course): readonly string[] {
  const stops = ledger.filter(({ change, purpose }) => change === 'withdrawn' && purpose === 'all');
  const confirmations = lines.filter(
    ({ id, basis }) =>
      basis?.kind === 'confirmation' && basis.of === 'stop' && sends.some(({ lineId }) => lineId === id),
  );
  return confirmations.length > stops.length
    ? [`${String(stops.length)} times STOP were confirmed ${String(confirmations.length)} times`]
    : [];
}

function hasArrived({ sends }: Course, id: string): boolean {
  return sends.some(({ lineId, delivered }) => lineId === id && delivered);
}
