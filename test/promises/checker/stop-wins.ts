import type { LedgerLine } from '../../../src/store/reads.js';
import type { CaseFile, Outgoing } from './case-file.js';
import { everything, foldLedger, type Folded } from './consent-fold.js';
import type { Moment, Send } from './record.js';

const fromContact: ReadonlySet<string> = new Set([
  'messageReceived',
  'postbackReceived',
  'referralReceived',
  'standbyObserved',
]);

/**
 * P4: from the moment STOP is acknowledged nothing new goes out, until a START that is newer: but one confirmation, and a
 * person's answer to something that the contact wrote since. What was decided before STOP never goes out after it, START
 * or not. What left in the same turn was on the wire.
 */
export function findTalkAfterStop(file: CaseFile): readonly string[] {
  const ledger = file.kept.ledger;
  const folded = foldLedger(ledger);
  return [
    ...file.record.sends.flatMap((send) => {
      const stop = lastStopBefore(file, ledger, send.begun);
      if (stop === null) return [];
      if (wasDecidedBefore(file, send, ledger[stop]?.entry.eventId ?? ''))
        return [`"${send.text}" went out after STOP, and was decided before`];
      if (isLifted(file, folded, stop, send.begun)) return [];
      return isAllowed(file, send, folded.stoppedAt[stop] ?? null)
        ? []
        : [`"${send.text}" went out after STOP (line ${stop + 1} of the ledger)`];
    }),
    ...repeatedConfirmations(file, folded),
  ];
}

/** Place in the ledger of the last withdrawal of everything that was acknowledged before this turn. */
function lastStopBefore(file: CaseFile, ledger: readonly LedgerLine[], begun: Moment): number | null {
  const place = ledger.findLastIndex(({ entry: { change, purpose, flow, eventId } }) => {
    // Of an opt-out by a flow it is not known when it was decided: its event may have had to wait.
    if (purpose !== everything || change === 'granted' || flow !== null) return false;
    const acknowledged = acknowledgedAt(file, eventId);
    return acknowledged !== null && acknowledged.turn < begun.turn;
  });
  return place === -1 ? null : place;
}

function acknowledgedAt(file: CaseFile, eventId: string): Moment | null {
  const entry = file.entryOf(eventId);
  return entry?.fed?.acknowledged ?? entry?.deed?.acknowledged ?? null;
}

/** By their places in the story; an edit and a report that mean STOP have none. */
function wasDecidedBefore({ kept: { story } }: CaseFile, { reference }: Send, stopEventId: string): boolean {
  const stop = story.findIndex(({ direction, eventId }) => direction === 'in' && eventId === stopEventId);
  const line = story.findIndex(({ id }) => id === reference);
  return line < stop && story[line]?.basis?.kind !== 'confirmation';
}

/** Whether a START that counts, and was there already, follows the line. */
function isLifted(file: CaseFile, { stops }: Folded, stop: number, begun: Moment): boolean {
  return stops.some(({ until }) => {
    if (until === null || until < stop) return false;
    const handed = file.entryOf(file.kept.ledger[until]?.entry.eventId ?? '')?.fed?.handed;
    return handed !== undefined && handed.place < begun.place;
  });
}

function isAllowed(file: CaseFile, send: Send, stoppedAt: number | null): boolean {
  const message = file.messageOf(send);
  if (message?.speaker?.kind === 'person') {
    return file.record.fed.some(
      ({ kind, isSign, occurredAt, handed }) =>
        isSign &&
        fromContact.has(kind) &&
        occurredAt > (stoppedAt ?? Infinity) &&
        handed.place < send.begun.place,
    );
  }
  return message !== undefined && isStopConfirmation(message);
}

/** One in each time of silence. */
function repeatedConfirmations(file: CaseFile, { stops }: Folded): readonly string[] {
  const confirmations = file.messages.filter(
    (message) => isStopConfirmation(message) && message.sends.length > 0,
  );
  return stops.flatMap(({ from, until }) => {
    const lines = file.kept.ledger.slice(from, until ?? undefined).map(({ entry }) => entry.eventId);
    const count = confirmations.filter(({ eventId }) => lines.includes(eventId)).length;
    return count > 1 ? [`STOP was confirmed ${count} times`] : [];
  });
}

function isStopConfirmation({ basis }: Outgoing): boolean {
  return basis?.kind === 'confirmation' && basis.of === 'stop';
}
