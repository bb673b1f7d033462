import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyConsent,
  foldConsent,
  hasTopicConsent,
  isGrantEffective,
  noConsent,
  topicConsent,
  type Consent,
  type ConsentChange,
} from '../../src/core/consent.js';

interface Line {
  readonly change: ConsentChange;
  readonly purpose: string;
  readonly occurredAt: number;
  readonly receivedAt: number;
}

/** A line of the ledger that arrives when it happens. */
function line(change: ConsentChange, purpose: string, occurredAt: number): Line {
  return { change, purpose, occurredAt, receivedAt: occurredAt };
}

const stop = (at: number) => line('withdrawn', 'all', at);
const start = (at: number) => line('granted', 'all', at);
const grant = (at: number, topic = 'tips') => line('granted', topic, at);
const withdraw = (at: number, topic = 'tips') => line('withdrawn', topic, at);
const refuse = (at: number, topic = 'tips') => line('refused', topic, at);

const isStopped = (...lines: readonly Line[]) => foldConsent(lines).stopped !== null;
const hasTips = (...lines: readonly Line[]) => hasTopicConsent(foldConsent(lines), 'tips');

describe('consent to be written to at all', () => {
  it('is there until STOP', () => {
    expect(isStopped()).toBe(false);
    expect(isStopped(stop(1))).toBe(true);
  });

  it('comes back by a START that is later than the STOP', () => {
    expect(isStopped(stop(2), start(3))).toBe(false);
    expect(isStopped(stop(2), start(2))).toBe(true);
    expect(isStopped(stop(2), start(1))).toBe(true);
  });

  it('goes by a STOP whenever that arrives', () => {
    expect(isStopped(start(3), stop(2))).toBe(true);
  });

  it('goes by the latest of several STOPs, on either clock', () => {
    expect(foldConsent([stop(5), { ...stop(2), receivedAt: 9 }]).stopped).toEqual({
      occurredAt: 5,
      receivedAt: 9,
    });
    expect(isStopped(stop(5), stop(2), start(4))).toBe(true);
  });
});

describe('consent to a topic', () => {
  it('that is carried over from another name counts as it was understood there', () => {
    const back = [stop(5), start(6)];
    expect(hasTips(...back, grant(3))).toBe(false);
    expect(hasTopicConsent(applyConsent(foldConsent(back), { ...grant(3), actor: 'merge' }), 'tips')).toBe(
      true,
    );
  });

  it('may be given again, in whatever order grants arrive', () => {
    expect(isGrantEffective(foldConsent([grant(5)]), 'tips', 3)).toBe(true);
    expect(isGrantEffective(foldConsent([refuse(5)]), 'tips', 3)).toBe(false);
  });

  it('needs a grant', () => {
    expect(hasTips()).toBe(false);
    expect(hasTips(grant(1))).toBe(true);
    expect(hasTips(grant(1, 'offers'))).toBe(false);
    expect(hasTips(refuse(1))).toBe(false);
  });

  it('goes by the last word on it', () => {
    expect(hasTips(grant(1), withdraw(2))).toBe(false);
    expect(hasTips(grant(1), withdraw(2), grant(3))).toBe(true);
    expect(hasTips(refuse(1), grant(2))).toBe(true);
  });

  it('is not given by a grant that is older than a refusal or a withdrawal', () => {
    expect(hasTips(withdraw(2), grant(1))).toBe(false);
    expect(hasTips(withdraw(2), grant(2))).toBe(false);
    expect(hasTips(refuse(2), grant(1))).toBe(false);
  });

  it('goes by a withdrawal whenever that arrives', () => {
    expect(hasTips(grant(5), withdraw(1))).toBe(false);
  });

  it('is not given by a grant before the latest withdrawal, though an earlier one came in last', () => {
    expect(hasTips(withdraw(30), withdraw(10), grant(20))).toBe(false);
    expect(hasTips(withdraw(30), refuse(10), grant(20))).toBe(false);
    expect(hasTips(withdraw(30), stop(10), start(40), grant(20))).toBe(false);
  });

  it('goes with STOP, and does not come back with START', () => {
    expect(hasTips(grant(1), stop(2))).toBe(false);
    expect(hasTips(grant(1), stop(2), start(3))).toBe(false);
    expect(hasTips(grant(1), stop(2), start(3), grant(4))).toBe(true);
  });

  it('is not given by a grant from before a STOP that arrives after START', () => {
    expect(hasTips(stop(10), start(20), grant(5))).toBe(false);
    expect(hasTips(stop(10), start(20), grant(15))).toBe(true);
    expect(isStopped(stop(10), start(20), stop(30), start(25))).toBe(true);
  });

  it('is not given while STOP holds', () => {
    expect(hasTips(stop(2), grant(1))).toBe(false);
    expect(hasTips(stop(2), grant(3))).toBe(false);
  });

  it('has names, not properties of an object', () => {
    expect(topicConsent(noConsent, 'constructor')).toBeUndefined();
    expect(hasTopicConsent(noConsent, 'toString')).toBe(false);
  });
});

describe('consent to whatever promotes', () => {
  const stopMarketing = (at: number) => withdraw(at, 'marketing');
  const resumeMarketing = (at: number) => grant(at, 'marketing');

  it('is not needed by a topic, unless it was withdrawn', () => {
    expect(hasTips(grant(1), stopMarketing(2))).toBe(false);
    expect(hasTips(stopMarketing(1), grant(2))).toBe(false);
    expect(hasTips(grant(1), stopMarketing(2), resumeMarketing(3))).toBe(true);
  });

  it('leaves each topic its own state', () => {
    expect(hasTips(refuse(1), stopMarketing(2), resumeMarketing(3))).toBe(false);
    expect(hasTips(stopMarketing(1), withdraw(2), resumeMarketing(3))).toBe(false);
  });

  it('is no consent to be written to at all, nor goes or comes with that', () => {
    expect(isStopped(stopMarketing(1))).toBe(false);
    expect(isStopped(stop(1), resumeMarketing(2))).toBe(true);
    expect(hasTips(stopMarketing(1), stop(2), start(3), grant(4))).toBe(false);
    expect(hasTips(resumeMarketing(1), stop(2), start(3), grant(4))).toBe(true);
  });

  it('goes by a withdrawal whenever that arrives', () => {
    expect(hasTips(grant(1), resumeMarketing(5), stopMarketing(2))).toBe(false);
    expect(hasTips(grant(1), stopMarketing(5), resumeMarketing(4))).toBe(false);
  });
});

describe('the fold of any ledger', () => {
  const anyLine = fc.record<Line>({
    change: fc.constantFrom('granted', 'withdrawn', 'refused'),
    purpose: fc.constantFrom('all', 'marketing', 'tips', 'offers'),
    occurredAt: fc.nat(20),
    receivedAt: fc.nat(20),
  });
  const anyLedger = fc.array(anyLine, { maxLength: 12 });

  it('is made line by line, and leaves what it is made from alone', () => {
    fc.assert(
      fc.property(anyLedger, anyLine, (ledger, last) => {
        const before = foldConsent(ledger);
        const kept = structuredClone(before);
        expect(foldConsent([...ledger, last])).toEqual(applyConsent(before, last));
        expect(before).toEqual(kept);
      }),
    );
  });

  it('never lets a grant win over a withdrawal that is as late or later, and came before it', () => {
    fc.assert(
      fc.property(anyLedger, anyLine, (lines, last) => {
        const ledger = lines.filter(({ change, purpose }) => change !== 'granted' || purpose !== 'all');
        const consent = foldConsent(ledger);
        const granted = { ...last, change: 'granted' as const };
        const isLate = ledger.some(
          ({ change, purpose, occurredAt }) =>
            change !== 'granted' && purpose === granted.purpose && occurredAt >= granted.occurredAt,
        );
        fc.pre(isLate && !isGranted(consent, granted.purpose));
        expect(isGranted(applyConsent(consent, granted), granted.purpose)).toBe(false);
      }),
    );
  });

  it('always ends with a withdrawal in withdrawal', () => {
    fc.assert(
      fc.property(anyLedger, anyLine, (ledger, last) => {
        const consent = foldConsent([...ledger, { ...last, change: 'withdrawn' }]);
        expect(isGranted(consent, last.purpose)).toBe(false);
      }),
    );
  });

  it('lets no topic through while what promotes is withdrawn, and changes none by that', () => {
    fc.assert(
      fc.property(anyLedger, fc.nat(20), (ledger, at) => {
        const before = foldConsent(ledger);
        const consent = applyConsent(before, line('withdrawn', 'marketing', at));
        for (const topic of ['tips', 'offers']) {
          expect(hasTopicConsent(consent, topic)).toBe(false);
          expect(topicConsent(consent, topic)).toEqual(topicConsent(before, topic));
        }
        expect(consent.stopped).toEqual(before.stopped);
      }),
    );
  });

  it('lets a later resume bring back what was there, and nothing else', () => {
    fc.assert(
      fc.property(anyLedger, (ledger) => {
        const before = foldConsent([...ledger, grant(30, 'marketing')]);
        const after = [withdraw(31, 'marketing'), grant(32, 'marketing')].reduce(applyConsent, before);
        for (const topic of ['tips', 'offers'])
          expect(hasTopicConsent(after, topic)).toBe(hasTopicConsent(before, topic));
      }),
    );
  });

  function isGranted(consent: Consent, purpose: string): boolean {
    if (purpose === 'all') return consent.stopped === null;
    if (purpose === 'marketing') return topicConsent(consent, purpose)?.state === 'granted';
    return hasTopicConsent(consent, purpose);
  }
});
