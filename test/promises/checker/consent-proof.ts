import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { LedgerLine } from '../../../src/store/reads.js';
import type { CaseFile, Entry } from './case-file.js';
import { everything, foldLedger } from './consent-fold.js';
import type { Meaning } from './record.js';

/** P10: the chain holds, adds up to the consent that is acted upon, and each line is what somebody said, and said once. */
export function findUnproved(file: CaseFile): readonly string[] {
  const { ledger } = file.kept;
  return [
    ...ledger.flatMap((line, place) => brokenLinks(file, line, ledger[place - 1])),
    ...ledger.flatMap((line) => unfoundedLines(file, line)),
    ...unheardStops(file),
    ...differencesFromFold(file),
  ];
}

/** The format that `docs` and exports show, written down once more: another program must be able to check it. */
function brokenLinks(
  { kept }: CaseFile,
  line: LedgerLine,
  before: LedgerLine | undefined,
): readonly string[] {
  const { entry, sequence, previousHash, hash } = line;
  const { workspace, account, id } = kept.contact;
  const link = JSON.stringify([
    'heyword.consent.1',
    workspace,
    account,
    id,
    sequence,
    entry.change,
    entry.purpose,
    entry.occurredAt,
    entry.receivedAt,
    entry.eventId,
    entry.notice === null ? null : sha256(JSON.stringify(['heyword.notice.1', entry.notice])),
    entry.actor,
    entry.flow === null ? null : [entry.flow.name, entry.flow.version, entry.flow.step],
    line.commitment,
  ]);
  return [
    ...(sequence === (before?.sequence ?? 0) + 1 ? [] : [`line ${sequence} of the ledger does not follow`]),
    ...(previousHash === (before?.hash ?? '0'.repeat(64)) ? [] : [`line ${sequence} is not chained`]),
    ...(hash === sha256(previousHash + link) ? [] : [`line ${sequence} does not have its hash`]),
  ];
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Each line repeats an event that means it, in its own words. */
function unfoundedLines(file: CaseFile, { entry, sequence }: LedgerLine): readonly string[] {
  const cause = file.entryOf(entry.eventId);
  const name = `line ${sequence} of the ledger (${entry.change} ${entry.purpose})`;
  if (cause === undefined) return [`${name} came of no event`];
  return [
    ...(means(cause, entry) ? [] : [`${name} came of "${cause.fed?.text ?? cause.kind}"`]),
    ...(cause.fed !== null && cause.fed.text !== entry.words ? [`${name} does not have the words`] : []),
    ...(cause.fed !== null && entry.platformMessageId !== cause.fed.platformMessageId
      ? [`${name} does not name the message`]
      : []),
    ...(entry.occurredAt === cause.occurredAt ? [] : [`${name} has another time`]),
    ...(entry.notice !== null && !wasShown(file, entry.notice)
      ? [`the notice of ${name} was never shown`]
      : []),
  ];
}

function means({ fed, deed, kind }: Entry, { change, purpose }: LedgerLine['entry']): boolean {
  if (kind === 'withdrawalReported')
    return change === 'withdrawn' && (deed === null || deed.purpose === purpose);
  const meanings = purpose === everything ? ofEverything : ofTopics;
  return fed !== null && meanings[change].includes(fed.meaning);
}

type Meanings = Readonly<Record<LedgerLine['entry']['change'], readonly Meaning[]>>;
const ofEverything: Meanings = { withdrawn: ['stop', 'leave'], granted: ['start'], refused: [] };
const ofTopics: Meanings = { withdrawn: [], granted: ['yes'], refused: ['no'] };

function wasShown({ messages }: CaseFile, notice: string): boolean {
  return messages.some(({ body }) => body.text.includes(notice));
}

function unheardStops({ entries, kept }: CaseFile): readonly string[] {
  return entries
    .filter(({ fed, deed }) => fed?.meaning === 'stop' || deed?.purpose === everything)
    .filter(({ eventId }) => kept.ledger.filter(({ entry }) => entry.eventId === eventId).length !== 1)
    .map(({ fed }) => `"${fed?.text ?? 'a withdrawal'}" is not one line of the ledger`);
}

function differencesFromFold({ kept }: CaseFile): readonly string[] {
  const { stoppedAt, topics } = foldLedger(kept.ledger);
  const { stopped, topics: stored } = kept.consent;
  return [
    ...((stoppedAt.at(-1) ?? null) === (stopped?.occurredAt ?? null)
      ? []
      : ['the ledger adds up to another STOP']),
    ...(isDeepStrictEqual(stored, Object.fromEntries(topics)) ? [] : ['the ledger adds up to other topics']),
    ...(isDeepStrictEqual(kept.consent, kept.contact.conversation.consent)
      ? []
      : ['the contact and the conversation have different consent']),
  ];
}
