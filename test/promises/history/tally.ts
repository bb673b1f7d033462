import type { ContactRecord } from '../checker/record.js';

/** What histories came to; a law that nothing tried has not been tested. */
export type Tally = Record<keyof typeof counters, number>;

type Count = (record: ContactRecord) => number;

const messages = ({ kept }: ContactRecord) =>
  kept?.story.filter(({ direction }) => direction === 'out') ?? [];
const fed =
  (matches: (one: ContactRecord['fed'][number]) => boolean): Count =>
  (record) =>
    record.fed.filter(matches).length;
const said =
  (matches: (one: ReturnType<typeof messages>[number]) => boolean): Count =>
  (record) =>
    messages(record).filter(matches).length;
const sends =
  (matches: (one: ContactRecord['sends'][number]) => boolean): Count =>
  (record) =>
    record.sends.filter(matches).length;

const counters = {
  events: ({ kept }) => kept?.events.length ?? 0,
  sends: (record) => record.sends.length,
  stops: ({ kept }) =>
    kept?.ledger.filter(({ entry }) => entry.purpose === 'all' && entry.change === 'withdrawn').length ?? 0,
  starts: fed(({ meaning }) => meaning === 'start'),
  topicGrants: ({ kept }) =>
    kept?.ledger.filter(({ entry }) => entry.purpose !== 'all' && entry.change === 'granted').length ?? 0,
  stoppedInTheQueue: said(({ state, refusal }) => state === 'cancelled' && refusal === 'stopped'),
  stopsWithASendUnderWay: ({ fed: events, sends: all }) =>
    events.filter(
      ({ meaning, acknowledged }) =>
        meaning === 'stop' &&
        acknowledged !== null &&
        all.some(
          ({ begun, ended }) => begun.place < acknowledged.place && (ended?.place ?? 0) > acknowledged.place,
        ),
    ).length,
  stopsConfirmed: said(
    ({ basis, state }) => basis?.kind === 'confirmation' && basis.of === 'stop' && state === 'sent',
  ),
  answersAfterStop: said(({ basis, state }) => basis?.kind === 'person_after_stop' && state === 'sent'),
  silencedByAPerson: said(({ state, refusal }) => state === 'cancelled' && refusal === 'owner_changed'),
  afterTheWindow: said(({ state, refusal }) => state === 'not_sent' && refusal === 'window_closed'),
  unknownSends: sends(({ answer }) => answer === 'unknown'),
  settledByEcho: ({ kept, sends: all }) =>
    all.filter(
      ({ answer, reference }) =>
        answer !== 'sent' &&
        kept?.story.some(({ id, state }) => id === reference && state === 'sent') === true,
    ).length,
  sendsCutOffByAKill: sends(({ answer }) => answer === null),
  sendsTriedAgain: ({ sends: all }) => all.length - new Set(all.map(({ reference }) => reference)).size,
  runsAcrossAReload: (record) =>
    new Set(
      messages(record).flatMap(({ speaker, body }) => {
        if (speaker?.kind !== 'flow') return [];
        const send = record.sends.find(({ text }) => text === body.text);
        const present = send && record.served.findLast(({ from }) => from.place < send.begun.place);
        return present === undefined || body.text.includes(present.tag) ? [] : [speaker.runId];
      }),
    ).size,
  timersFired: ({ kept }) => kept?.events.filter(({ kind }) => kind === 'timerFired').length ?? 0,
  personsAnswers: said(({ speaker, state }) => speaker?.kind === 'person' && state === 'sent'),
} satisfies Record<string, Count>;

export function emptyTally(): Tally {
  return Object.fromEntries(Object.keys(counters).map((name) => [name, 0])) as Tally;
}

export function count(tally: Tally, records: readonly ContactRecord[]): void {
  for (const [name, counter] of Object.entries(counters) as [keyof Tally, Count][])
    for (const record of records) tally[name] += counter(record);
}
