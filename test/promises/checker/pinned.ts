import type { CaseFile, Outgoing } from './case-file.js';
import type { Served } from './record.js';

/** P8: what a run says is of one version, one that was served when its run could begin, and no run is stranded. */
export function findUnpinned(file: CaseFile): readonly string[] {
  const stranded = file.kept.handoffs.filter(({ reason }) => reason === 'failed' || reason === 'poison');
  return [
    ...runsOf(file).flatMap((lines) => problemsOfRun(file, lines)),
    ...stranded.map(({ reason }) => `a run ended in a person's hands: ${reason}`),
  ];
}

type Run = readonly [Outgoing, ...Outgoing[]];

function runsOf({ messages }: CaseFile): readonly Run[] {
  const runs = new Map<string, Run>();
  for (const message of messages) {
    if (message.speaker?.kind !== 'flow') continue;
    const before = runs.get(message.speaker.runId);
    runs.set(message.speaker.runId, before === undefined ? [message] : [...before, message]);
  }
  return [...runs.values()];
}

function problemsOfRun(file: CaseFile, run: Run): readonly string[] {
  const tags = [...new Set(run.map(({ body }) => tagOf(body.text)))];
  const [tag] = tags;
  if (tag === undefined || tags.length > 1) return [`one run spoke the texts of ${tags.join(' and ')}`];
  return tagsPossible(file, run[0]).includes(tag)
    ? []
    : [`a run spoke the texts of ${tag}, which was not served`];
}

export function tagOf(text: string): string {
  return /\(v\d+\)/.exec(text)?.[0] ?? 'no version';
}

/** Versions that were served at some time between its event and its first line's way out. */
function tagsPossible(file: CaseFile, first: Outgoing): readonly string[] {
  const { served } = file.record;
  const cause = file.causeOf(first);
  const handed = cause?.fed?.handed ?? cause?.deed?.called;
  const from = handed === undefined ? 0 : served.findLastIndex(isBefore(handed.place));
  const leaving = first.sends[0]?.begun.place ?? Infinity;
  return served.slice(Math.max(0, from), served.findLastIndex(isBefore(leaving)) + 1).map(({ tag }) => tag);
}

function isBefore(place: number): (one: Served) => boolean {
  return ({ from }) => from.place < place;
}
