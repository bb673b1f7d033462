import type { Course } from './course.js';
import type { Line } from './history.js';
import { isWindowOpen } from './reply-window.js';
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

function lostLines(course: Course): readonly string[] {
  const { lines, sends, events } = course;
  const delivered = new Set(sends.filter((send) => send.delivered).map(({ lineId }) => lineId));
  return [
    ...lines.flatMap((line) => [
      ...(waiting.has(line.state) ? [described(line)] : []),
      ...(givenUp.has(line.state) && !cameTooLate(course, line) ? [described(line)] : []),
      ...(arrived.has(line.state) && !delivered.has(line.id)
        ? [`${described(line)}, and never arrived`]
        : []),
    ]),
    ...events
      .filter(({ disposition }) => disposition !== 'handled')
      .map(({ kind, disposition }) => `an event (${kind}) is ${disposition}`),
  ];
}

function described({ text, state, refusal }: Line): string {
  return `"${text}" is ${state ?? ''}${refusal === null ? '' : ` (${refusal})`}`;
}

/** Once its window has closed it must not leave: then nothing is lost. */
function cameTooLate(course: Course, { state, refusal, stateAt }: Line): boolean {
  return state === 'not_sent' && refusal === 'window_closed' && !isWindowOpen(course, stateAt ?? 0);
}
