import type { Course } from './course.js';
import { isWindowOpen } from './reply-window.js';
import type { Basis, Line, Sent } from './history.js';

/** What was sent that is no line of ours, that says no reason why it may be, or whose reason does not hold. */
export function findWithoutBasis(course: Course): readonly string[] {
  const lines = new Map(course.lines.map((line) => [line.id, line]));
  return course.sends.flatMap((send) => {
    const line = lines.get(send.lineId ?? '');
    if (line === undefined) return [`"${send.text}" is no line that was decided`];
    const { basis, text } = line;
    if (basis === null) return [`"${text}" was sent without a basis`];
    return holds(course, line, basis, send)
      ? []
      : [`"${text}" was sent by a basis (${basis.kind}) that does not hold`];
  });
}

function holds(course: Course, line: Line, basis: Basis, send: Sent): boolean {
  switch (basis.kind) {
    case 'reply_window':
      return line.speaker !== 'person' && isWindowOpen(course, send.at);
    case 'confirmation':
      return wasAskedFor(course, line, basis);
    case 'person':
    case 'human_agent':
    case 'person_after_stop':
      return (
        line.speaker === 'person' &&
        course.deeds.some(({ kind, text }) => kind === 'reply' && text === line.text)
      );
    case 'template':
    case 'marketing_token':
      return basis.topic == null ? basis.kind === 'template' : isGranted(course, basis.topic, line);
    default:
      return false;
  }
}

/** STOP and START are in the ledger, by the event that the confirmation came of; HELP was said. */
function wasAskedFor({ ledger, heard }: Course, { eventId }: Line, { of }: Basis): boolean {
  const change = of === 'stop' ? 'withdrawn' : 'granted';
  return of === 'help'
    ? heard.some((line) => line.eventId === eventId)
    : ledger.some((row) => row.eventId === eventId && row.change === change && row.purpose === 'all');
}

function isGranted({ ledger }: Course, topic: string, { claimedAt }: Line): boolean {
  const before = ledger.filter(({ receivedAt }) => receivedAt <= (claimedAt ?? 0));
  const own = before.filter(({ purpose }) => purpose === topic || purpose === 'all');
  return own.at(-1)?.change === 'granted' && own.at(-1)?.purpose === topic;
}
