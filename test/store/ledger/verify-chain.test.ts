import { describe, expect, it } from 'vitest';
import { noConsent, type Consent } from '../../../src/core/consent.js';
import {
  chainStart,
  commitTo,
  hashLink,
  hashNotice,
  type ChainLink,
} from '../../../src/store/ledger/chain.js';
import { verifyChain, type StoredLine } from '../../../src/store/ledger/verify-chain.js';

const notice = 'One short tip a week?';

/** A chain that grants and refuses weekly tips by turns. */
function chainOf(length: number): StoredLine[] {
  const lines: StoredLine[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const opening = { salt: `${sequence}`, words: `words ${sequence}`, platformMessageId: null };
    const link: ChainLink = {
      workspace: 'nord',
      account: 'studio_ig',
      contactId: 'c1',
      sequence,
      change: sequence % 2 === 1 ? 'granted' : 'refused',
      purpose: 'weekly_tips',
      occurredAt: sequence,
      receivedAt: sequence,
      eventId: `e${sequence}`,
      noticeHash: hashNotice(notice),
      actor: 'contact',
      flow: null,
      commitment: commitTo(opening),
    };
    const previousHash = lines.at(-1)?.hash ?? chainStart;
    lines.push({ link, previousHash, hash: hashLink(previousHash, link), opening, notice });
  }
  return lines;
}

function consent(state: 'granted' | 'refused', occurredAt: number): Consent {
  return { stopped: null, topics: { weekly_tips: { state, occurredAt } } };
}

/** A chain of three with its second line changed. */
function changed(change: (line: StoredLine) => StoredLine): readonly string[] {
  const [first, second, third] = chainOf(3);
  return verifyChain([first!, change(second!), third!], consent('granted', 3));
}

describe('a chain', () => {
  it('holds when nobody touched it', () => {
    expect(verifyChain(chainOf(3), consent('granted', 3))).toEqual([]);
    expect(verifyChain([], noConsent)).toEqual([]);
  });

  it('holds for an erased contact without its words', () => {
    const erased = chainOf(3).map((line) => ({ ...line, opening: null }));

    expect(verifyChain(erased, null)).toEqual([]);
  });

  it('shows a line that was changed', () => {
    const problems = changed((line) => ({ ...line, link: { ...line.link, change: 'granted' } }));

    expect(problems).toEqual(['line 2: it was changed: its hash does not match']);
  });

  it('shows a line that was changed together with its hash', () => {
    const problems = changed((line) => {
      const link = { ...line.link, purpose: 'ads' };
      return { ...line, link, hash: hashLink(line.previousHash, link) };
    });

    expect(problems).toContain('line 3: it does not continue the line before it');
  });

  it('shows that lines are missing, at the beginning, in between and at the end', () => {
    const [first, second, third] = chainOf(3);

    expect(verifyChain([second!, third!], consent('granted', 3))).toContain(
      'line 1: its number is 2: lines are missing',
    );
    expect(verifyChain([first!, third!], consent('granted', 3))).toContain(
      'line 2: its number is 3: lines are missing',
    );
    expect(verifyChain([first!, second!], consent('granted', 3))).toEqual([
      'the consent that is acted upon is not what these lines add up to',
    ]);
  });

  it('shows words that are not those of the time', () => {
    expect(changed((line) => ({ ...line, opening: { ...line.opening!, words: 'yes!' } }))).toEqual([
      'line 2: the words are not those that were committed to',
    ]);
  });

  it('shows words that are gone too early, or still there too late', () => {
    expect(changed((line) => ({ ...line, opening: null }))).toEqual([
      'line 2: its words are missing although the contact was not erased',
    ]);
    expect(verifyChain(chainOf(1), null)).toEqual([
      'line 1: its words are still there although the contact was erased',
    ]);
  });

  it('shows a notice that is missing or changed', () => {
    expect(changed((line) => ({ ...line, notice: null }))).toEqual(['line 2: its notice is missing']);
    expect(changed((line) => ({ ...line, notice: 'Everything' }))).toEqual([
      'line 2: its notice was changed',
    ]);
  });

  it('shows a consent that it does not add up to', () => {
    expect(verifyChain(chainOf(2), consent('granted', 2))).toEqual([
      'the consent that is acted upon is not what these lines add up to',
    ]);
  });
});
