import type { Course } from './course.js';
import type { Commit, Line } from './history.js';

export interface Span {
  readonly from: Commit['what'];
  readonly until: Commit['what'];
}

/**
 * Lines that were claimed within a span, such as between STOP and START, by the order in which the database committed. What
 * was committed together with an end of the span may as well have been claimed outside of it.
 */
export function claimsWithin({ commits, lines }: Course, { from, until }: Span): readonly Line[] {
  const ends = new Set(commits.filter(({ what }) => what === until).map(({ transaction }) => transaction));
  const found: Line[] = [];
  let began: Commit | null = null;
  for (const commit of commits) {
    if (commit.what === from) began ??= commit;
    else if (commit.what === until) began = null;
    else if (commit.what === 'claim' && began !== null && began.transaction !== commit.transaction)
      found.push(...lines.filter(({ id }) => id === commit.lineId && !ends.has(commit.transaction)));
  }
  return found;
}
