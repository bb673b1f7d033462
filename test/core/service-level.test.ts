import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addOfficeTime, officeTimeBetween } from '../../src/core/office-hours.js';
import { resumeClock, startClock, stopClock } from '../../src/core/service-clock.js';
import { firstReplyDeadline, resolutionDeadline } from '../../src/core/service-deadline.js';
import { serviceLevel } from '../../src/core/service-level.js';

const minute = 60_000;
const hour = 60 * minute;
const nineToSix = [{ from: 9 * 60, to: 18 * 60 }];
const berlin = {
  timezone: 'Europe/Berlin',
  hours: { 1: nineToSix, 2: nineToSix, 3: nineToSix, 4: nineToSix, 5: nineToSix },
};
const promises = { firstReply: 2 * hour, resolve: 24 * hour };

/** Monday, 17:00 in Berlin. */
const opened = Date.parse('2026-01-12T16:00:00Z');

describe('how it stands with a promise', () => {
  it('is good, then at risk, then late, in office hours', () => {
    const { dueAt, ...deadline } = firstReplyDeadline(
      startClock(berlin, opened, promises),
      berlin,
      promises.firstReply,
    );
    expect(new Date(dueAt ?? 0).toISOString()).toBe('2026-01-13T09:00:00.000Z');
    const levelAt = (iso: string) => serviceLevel({ dueAt, ...deadline }, Date.parse(iso));

    expect(levelAt('2026-01-13T08:29:59Z')).toBe('good');
    expect(levelAt('2026-01-13T08:30:00Z')).toBe('at_risk');
    expect(levelAt('2026-01-13T09:00:00Z')).toBe('late');
  });

  it('is at risk in the evening already, where little of the morning is left', () => {
    const clock = startClock(berlin, Date.parse('2026-01-12T15:10:00Z'), promises);
    const deadline = firstReplyDeadline(clock, berlin, promises.firstReply);

    expect(new Date(deadline.dueAt ?? 0).toISOString()).toBe('2026-01-13T08:10:00.000Z');
    expect(new Date(deadline.atRiskAt ?? 0).toISOString()).toBe('2026-01-12T16:40:00.000Z');
  });

  it('is nothing where nothing is promised, or it is kept, and paused while the contact is waited for', () => {
    const clock = stopClock(startClock(berlin, opened, promises), berlin, opened + minute);
    const none = startClock(berlin, opened, { firstReply: null, resolve: null });

    expect(serviceLevel(firstReplyDeadline(clock, berlin, 2 * hour), opened + 99 * hour)).toBe('none');
    expect(serviceLevel(resolutionDeadline(clock, berlin, 24 * hour), opened + 99 * hour)).toBe('paused');
    expect(serviceLevel(firstReplyDeadline(none, berlin, null), opened)).toBe('none');
    expect(serviceLevel(resolutionDeadline(none, berlin, null), opened)).toBe('none');
  });
});

describe('a clock that stops and goes on', () => {
  it('takes exactly the time in which the team was waited for', () => {
    const waits = fc.array(fc.integer({ min: 0, max: 40 * 60 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(waits, (minutes) => {
        let now = opened;
        let passed = 0;
        let clock = startClock(berlin, now, promises);
        for (const [index, wait] of minutes.entries()) {
          const before = now;
          now += wait * minute;
          if (index % 2 === 0) {
            passed += officeTimeBetween(berlin, before, now);
            clock = stopClock(clock, berlin, now);
          } else {
            clock = resumeClock(clock, berlin, now);
          }
        }
        const left = Math.max(0, promises.resolve - passed);
        if (clock.waitsFor === 'contact') expect(clock.resolveLeft).toBe(left);
        else expect(clock.resolveDueAt).toBe(addOfficeTime(berlin, now, left));
      }),
    );
  });
});
