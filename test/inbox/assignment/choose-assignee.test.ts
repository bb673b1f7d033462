import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AutomaticRule,
  type Candidate,
  chooseAssignee,
} from '../../../src/inbox/assignment/choose-assignee.js';

const nobody: ReadonlySet<string> = new Set();

const someCandidates = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    open: fc.nat(5),
    capacity: fc.nat(5),
    lastAt: fc.option(fc.nat(5)),
  }),
  { selector: ({ id }) => id, maxLength: 8 },
);
const someRule = fc.constantFrom<AutomaticRule>('round_robin', 'least_busy');

function turnOf({ lastAt }: Candidate): number {
  return lastAt ?? -1;
}

describe('who is given a handoff', () => {
  it('has room for it, and is not somebody who shall not have it', () => {
    fc.assert(
      fc.property(
        someRule,
        someCandidates,
        fc.array(fc.string({ maxLength: 3 })),
        (rule, candidates, names) => {
          const except = new Set(names);
          const free = candidates.filter(({ id, open, capacity }) => open < capacity && !except.has(id));
          const chosen = chooseAssignee(rule, candidates, except);
          if (chosen === null) expect(free).toEqual([]);
          else expect(free).toContain(chosen);
        },
      ),
    );
  });

  it('is the same one in whatever order the people are looked at', () => {
    fc.assert(
      fc.property(someRule, someCandidates, (rule, candidates) => {
        const chosen = chooseAssignee(rule, candidates, nobody);
        expect(chooseAssignee(rule, candidates.toReversed(), nobody)).toEqual(chosen);
      }),
    );
  });

  it('was given one longest ago, in turn', () => {
    fc.assert(
      fc.property(someCandidates, (candidates) => {
        const chosen = chooseAssignee('round_robin', candidates, nobody);
        const free = candidates.filter(({ open, capacity }) => open < capacity);
        if (chosen !== null) expect(Math.min(...free.map(turnOf))).toBe(turnOf(chosen));
      }),
    );
  });

  it('has the fewest, and of those was given one longest ago, where load counts', () => {
    fc.assert(
      fc.property(someCandidates, (candidates) => {
        const chosen = chooseAssignee('least_busy', candidates, nobody);
        if (chosen === null) return;
        const free = candidates.filter(({ open, capacity }) => open < capacity);
        expect(Math.min(...free.map(({ open }) => open))).toBe(chosen.open);
        const asFree = free.filter(({ open }) => open === chosen.open);
        expect(Math.min(...asFree.map(turnOf))).toBe(turnOf(chosen));
      }),
    );
  });

  it('is nobody where nobody is there', () => {
    expect(chooseAssignee('round_robin', [], nobody)).toBeNull();
  });
});
