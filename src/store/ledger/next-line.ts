import type { ConsentEntry } from '../../core/consent.js';
import type { Random } from '../random.js';
import { chainStart, commitTo, hashLink, hashNotice, type ChainLink } from './chain.js';

interface Whose {
  readonly contactId: string;
  readonly workspace: string;
  readonly account: string;
}

/** The last line of a chain, as far as the next one depends on it. */
export interface ChainEnd {
  readonly sequence: number;
  readonly hash: string;
}

/** What one more line puts into the ledger's three tables. */
export function nextLine(whose: Whose, entry: ConsentEntry, end: ChainEnd | undefined, random: Random) {
  const { words, platformMessageId, notice, ...facts } = entry;
  const { contactId, workspace, account } = whose;
  const previous = end ?? { sequence: 0, hash: chainStart };
  const place = { workspace, account, contactId, sequence: previous.sequence + 1 };
  const opening = { salt: random(16).toString('hex'), words, platformMessageId };
  const shown = notice === null ? null : { hash: hashNotice(notice), text: notice };
  const link: ChainLink = {
    ...place,
    ...facts,
    noticeHash: shown?.hash ?? null,
    commitment: commitTo(opening),
  };
  return {
    line: { ...link, previousHash: previous.hash, hash: hashLink(previous.hash, link) },
    words: { ...place, ...opening },
    notice: shown,
  };
}
