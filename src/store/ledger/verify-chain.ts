import { isDeepStrictEqual } from 'node:util';
import { foldConsent, type Consent } from '../../core/consent.js';
import { chainStart, commitTo, hashLink, hashNotice, type ChainLink, type Opening } from './chain.js';

/** A line of the ledger as it is stored, with what is kept beside it. */
export interface StoredLine {
  readonly link: ChainLink;
  readonly previousHash: string;
  readonly hash: string;
  /** Null: erased. */
  readonly opening: Opening | null;
  /** The notice that `link.noticeHash` names; null: none was shown, or it is missing. */
  readonly notice: string | null;
}

/**
 * Checks one contact's chain: every hash, every commitment that can still be opened, no gap, and that its fold is the
 * consent we act upon. `consent` is null for an erased contact, and `merged` for one who is part of another now. Answers what is broken, in words; empty: it holds.
 */
export function verifyChain(
  lines: readonly StoredLine[],
  consent: Consent | 'merged' | null,
): readonly string[] {
  const broken = lines.flatMap((line, place) =>
    problemsOf(line, lines[place - 1], place + 1, consent !== null).map(
      (problem) => `line ${place + 1}: ${problem}`,
    ),
  );
  const isFolded =
    consent === null ||
    consent === 'merged' ||
    isDeepStrictEqual(foldConsent(lines.map(({ link }) => link)), consent);
  return isFolded ? broken : [...broken, 'the consent that is acted upon is not what these lines add up to'];
}

function problemsOf(
  { link, previousHash, hash, opening, notice }: StoredLine,
  previous: StoredLine | undefined,
  expected: number,
  isKnown: boolean,
): readonly string[] {
  const problems: readonly (readonly [isBroken: boolean, problem: string])[] = [
    [link.sequence !== expected, `its number is ${link.sequence}: lines are missing`],
    [previousHash !== (previous?.hash ?? chainStart), 'it does not continue the line before it'],
    [hash !== hashLink(previousHash, link), 'it was changed: its hash does not match'],
    [
      opening !== null && commitTo(opening) !== link.commitment,
      'the words are not those that were committed to',
    ],
    [opening === null && isKnown, 'its words are missing although the contact was not erased'],
    [opening !== null && !isKnown, 'its words are still there although the contact was erased'],
    [link.noticeHash !== null && notice === null, 'its notice is missing'],
    [notice !== null && hashNotice(notice) !== link.noticeHash, 'its notice was changed'],
  ];
  return problems.flatMap(([isBroken, problem]) => (isBroken ? [problem] : []));
}
