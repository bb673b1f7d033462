import type { CaseFile } from './case-file.js';
import type { Send } from './record.js';

/** How long a send of unknown fate holds back the next, ms (Instagram and Messenger). */
const hold = 30_000;

/** P3: messages go out in the order in which they were decided, one at a time, the next when the last is settled. */
export function findDisorder(file: CaseFile): readonly string[] {
  return file.record.sends.flatMap((send, place) => {
    const before = file.record.sends[place - 1];
    return before === undefined ? [] : problemsBetween(file, before, send);
  });
}

function problemsBetween(file: CaseFile, before: Send, send: Send): readonly string[] {
  const names = `"${before.text}" and "${send.text}"`;
  const [first, second] = [file.messageOf(before)?.index ?? -1, file.messageOf(send)?.index ?? -1];
  return [
    ...(second < first ? [`${names} went out in the wrong order`] : []),
    ...(before.ended === null || before.ended.place > send.begun.place
      ? [`${names} were on the wire at the same time`]
      : []),
    ...(isTooEarly(file, before, send)
      ? [`"${send.text}" did not wait until "${before.text}" was settled`]
      : []),
  ];
}

function isTooEarly(file: CaseFile, before: Send, send: Send): boolean {
  const isUnknown = before.answer === 'unknown' || before.answer === null;
  if (!isUnknown || before.ended === null || send.begun.at >= before.ended.at + hold) return false;
  return !file.record.fed.some(
    ({ about, handed }) => about.includes(before.reference) && handed.place < send.begun.place,
  );
}
