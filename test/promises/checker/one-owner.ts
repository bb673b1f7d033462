import type { CaseFile, Entry, Outgoing } from './case-file.js';
import type { Send } from './record.js';

/** How long the bot keeps silent after a person spoke in another app, ms: the workspace of these histories says so. */
const silence = 2 * 3_600_000;
const released: ReadonlySet<string> = new Set(['handedBack', 'handoffResolved']);
const fromContact: ReadonlySet<string> = new Set(['messageReceived', 'postbackReceived', 'referralReceived']);

/**
 * P5: once a person has taken over, nothing of the bot goes out that was not decided after they gave the chat back, or,
 * where they wrote in another app, after they had been quiet for long. What left in the same turn was on the wire.
 */
export function findTalkOverPeople(file: CaseFile): readonly string[] {
  return file.record.sends.flatMap((send) => {
    const message = file.messageOf(send);
    const takeOver = lastTakeOverBefore(file, send);
    if (message === undefined || takeOver === undefined || !isBots(message)) return [];
    return wasReleased(file, takeOver, message)
      ? []
      : [`"${send.text}" went out although a person had the chat (${takeOver.kind})`];
  });
}

function isBots({ speaker, basis }: Outgoing): boolean {
  const isLawsWord = basis?.kind === 'confirmation' && basis.of !== 'help';
  return speaker?.kind !== 'person' && !isLawsWord;
}

function lastTakeOverBefore({ entries }: CaseFile, { begun }: Send): Entry | undefined {
  return entries.findLast((entry) => {
    const acknowledged = entry.deed?.acknowledged ?? entry.fed?.acknowledged ?? null;
    return isTakeOver(entry) && acknowledged !== null && acknowledged.turn < begun.turn;
  });
}

function isTakeOver(entry: Entry): boolean {
  return isByApi(entry) || isElsewhere(entry);
}

function isByApi({ kind }: Entry): boolean {
  return kind === 'personTookOver' || kind === 'personReplied';
}

function isElsewhere({ kind, fed }: Entry): boolean {
  return kind === 'standbyObserved' || (kind === 'messageEchoed' && fed?.meaning === 'person in another app');
}

/** Whether the bot had the word again, and then decided to say this. */
function wasReleased(file: CaseFile, takeOver: Entry, message: Outgoing): boolean {
  const decided = file.causeOf(message)?.index ?? -1;
  const between = file.entries.slice(takeOver.index + 1, decided + 1);
  return between.some((entry) => released.has(entry.kind) || isAfterLongSilence(file, entry));
}

function isAfterLongSilence({ entries }: CaseFile, entry: Entry): boolean {
  if (!fromContact.has(entry.kind)) return false;
  const before = entries.slice(0, entry.index);
  const sinceRelease = before.slice(before.findLastIndex(({ kind }) => released.has(kind)) + 1);
  const lastWord = sinceRelease.findLast(isTakeOver);
  return (
    !sinceRelease.some(isByApi) && lastWord !== undefined && entry.receivedAt - lastWord.receivedAt >= silence
  );
}
