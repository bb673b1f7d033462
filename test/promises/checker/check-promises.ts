import { CaseFile } from './case-file.js';
import { findUnproved } from './consent-proof.js';
import { findDisorder } from './in-turn.js';
import { findRepetitions } from './once.js';
import { findTalkOverPeople } from './one-owner.js';
import { findUnpermitted } from './permission.js';
import { findUnpinned } from './pinned.js';
import type { ContactRecord } from './record.js';
import { findStuck } from './settled.js';
import { findTalkAfterStop } from './stop-wins.js';

const laws: Readonly<Record<string, (file: CaseFile) => readonly string[]>> = {
  'once (P1, P2, P7)': findRepetitions,
  'in turn (P3)': findDisorder,
  'STOP wins (P4)': findTalkAfterStop,
  'one owner (P5)': findTalkOverPeople,
  'permission is shown (P6, P9)': findUnpermitted,
  'pinned (P8)': findUnpinned,
  'provable consent (P10)': findUnproved,
  'nothing is stuck': findStuck,
};

/** Every promise that a contact's history breaks, in words; empty: all are kept. */
export function findBrokenPromises(record: ContactRecord): readonly string[] {
  if (record.kept === null) {
    const isKnown = record.fed.some(({ acknowledged }) => acknowledged !== null);
    return isKnown ? ['P1: what was acknowledged is gone'] : [];
  }
  const file = new CaseFile(record, record.kept);
  return Object.entries(laws).flatMap(([promise, find]) =>
    find(file).map((problem) => `${promise}: ${problem}`),
  );
}
