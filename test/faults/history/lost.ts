import type { Course } from './course.js';
import { missing } from './script.js';

const waiting: ReadonlySet<string | null> = new Set(['queued', 'sending']);
const arrived: ReadonlySet<string | null> = new Set(['sent', 'delivered', 'read']);
const givenUp: ReadonlySet<string | null> = new Set(['failed', 'not_sent']);

/** What was acknowledged and is not there, or has not led to what it leads to; nothing may wait any more. */
export function findLost(course: Course): readonly string[] {
  return [
    ...lostMessages(course),
    ...lostDeeds(course),
    ...lostWithdrawals(course),
    ...lostLines(course),
    ...missing(course),
  ];
}

function lostMessages({ said, heard }: Course): readonly string[] {
  const kept = new Set(heard.map(({ platformMessageId }) => platformMessageId));
  return said
    .filter(({ acknowledgedAt, messageId }) => acknowledgedAt !== null && !kept.has(messageId))
    .map(({ text }) => `"${text}" was acknowledged and is not there`);
}

function lostDeeds({ deeds, events }: Course): readonly string[] {
  const kept = new Set(events.map(({ id }) => id));
  return deeds
    .filter(({ eventId }) => eventId !== null && !kept.has(eventId))
    .map(({ kind }) => `a person's ${kind} was acknowledged and is not there`);
}

/** The consent event of a STOP, whatever became of the rest. */
function lostWithdrawals({ said, ledger }: Course): readonly string[] {
  const withdrawn = ledger.filter(({ change, purpose }) => change === 'withdrawn' && purpose === 'all');
  const kept = new Set(withdrawn.map(({ platformMessageId }) => platformMessageId));
  return said
    .filter(({ meaning, acknowledgedAt }) => meaning === 'stop' && acknowledgedAt !== null)
    .filter(({ messageId }) => !kept.has(messageId))
    .map(({ text }) => `"${text}" was acknowledged and is not in the ledger`);
}

function lostLines({ lines, sends, events }: Course): readonly string[] {
  const delivered = new Set(sends.filter((send) => send.delivered).map(({ lineId }) => lineId));
  return [
    ...lines.flatMap(({ id, text, state, refusal }) => [
      ...(waiting.has(state) ? [`"${text}" still is ${state ?? ''}`] : []),
      ...(givenUp.has(state)
        ? [`"${text}" is ${state ?? ''} (${refusal ?? 'refused by the platform'})`]
        : []),
      ...(arrived.has(state) && !delivered.has(id) ? [`"${text}" is ${state ?? ''}, and never arrived`] : []),
    ]),
    ...events
      .filter(({ disposition }) => disposition !== 'handled')
      .map(({ kind, disposition }) => `an event (${kind}) is ${disposition}`),
  ];
}
