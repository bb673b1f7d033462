import type { ReadFlow, StartKind } from '../flow-source.js';
import type { Report } from '../report.js';

interface Limit {
  readonly most: number;
  readonly code: 'too-many-ice-breakers' | 'too-many-menu-entries' | 'too-many-patterns';
  readonly what: string;
  readonly hint: string;
}

/** Ice breakers and menus are the platforms' (Meta); patterns are tried one by one, so few of them may cost anything. */
const limits: Partial<Record<StartKind, Limit>> = {
  ice_breaker: {
    most: 4,
    code: 'too-many-ice-breakers',
    what: 'ice breakers',
    hint: 'The platform shows no more: keep the four that most people need.',
  },
  menu: {
    most: 20,
    code: 'too-many-menu-entries',
    what: 'menu entries',
    hint: 'The platform takes no more, and nobody reads as many.',
  },
  pattern: {
    most: 50,
    code: 'too-many-patterns',
    what: 'patterns',
    hint: 'Each is tried in turn when no other keyword is met: use contains or near, or join some with |.',
  },
};

/** What a workspace may have only so many of; shown at the first that is too many. */
export function checkStartLimits(flows: readonly ReadFlow[], report: Report): void {
  const starts = flows.flatMap(({ notes }) => notes.starts);
  for (const [kind, { most, code, what, hint }] of Object.entries(limits)) {
    const surplus = starts.filter((start) => start.kind === kind)[most];
    if (surplus === undefined) continue;
    report.error(surplus.place, code, `A workspace may have up to ${most} ${what}.`, { hint });
  }
}
