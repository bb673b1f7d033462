import { createHash } from 'node:crypto';
import type { ConsentEntry } from '../../core/consent.js';

/** The `previousHash` of a chain's first line. */
export const chainStart = '0'.repeat(64);

/** What a commitment binds, and what opens it: everything of an entry that tells who the contact is. */
export interface Opening {
  /** Random, of this line alone: without it the words cannot be guessed from the commitment. Hexadecimal. */
  readonly salt: string;
  readonly words: string;
  readonly platformMessageId: string | null;
}

/** A line as it is chained: an entry with a commitment in place of what is personal, and its notice by hash. */
export interface ChainLink {
  readonly workspace: string;
  readonly account: string;
  readonly contactId: string;
  /** 1, 2, 3 … within the contact's chain. */
  readonly sequence: number;
  readonly change: ConsentEntry['change'];
  readonly purpose: string;
  readonly occurredAt: number;
  readonly receivedAt: number;
  readonly eventId: string;
  readonly noticeHash: string | null;
  readonly actor: ConsentEntry['actor'];
  readonly flow: ConsentEntry['flow'];
  readonly commitment: string;
}

/** Salted commitment (P10): SHA-256 over the canonical form of its opening, hexadecimal. */
export function commitTo({ salt, words, platformMessageId }: Opening): string {
  return sha256(JSON.stringify(['heyword.commitment.1', salt, words, platformMessageId]));
}

/** Notices are many contacts' and are kept once, by this hash. */
export function hashNotice(text: string): string {
  return sha256(JSON.stringify(['heyword.notice.1', text]));
}

/** Hash of a line: SHA-256 over the hash of the one before it and the line's canonical form, hexadecimal. */
export function hashLink(previousHash: string, link: ChainLink): string {
  return sha256(previousHash + canonicalise(link));
}

/**
 * JSON of a list whose order is fixed here for ever, headed by its format. What JSON leaves open (the order of keys,
 * absent or null) cannot differ, and another program can rebuild it from an export.
 */
export function canonicalise(link: ChainLink): string {
  const { flow } = link;
  return JSON.stringify([
    'heyword.consent.1',
    link.workspace,
    link.account,
    link.contactId,
    link.sequence,
    link.change,
    link.purpose,
    link.occurredAt,
    link.receivedAt,
    link.eventId,
    link.noticeHash,
    link.actor,
    flow === null ? null : [flow.name, flow.version, flow.step],
    link.commitment,
  ]);
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
