import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Alarm } from '../../../src/work/embedded/alarm.js';

const day = 86_400_000;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** An alarm that notes when it rang. */
function newAlarm(): { readonly alarm: Alarm; readonly rings: number[] } {
  const rings: number[] = [];
  const alarm = new Alarm(
    () => Date.now(),
    () => rings.push(Date.now()),
  );
  return { alarm, rings };
}

describe('an alarm', () => {
  it('rings once, at its moment', () => {
    const { alarm, rings } = newAlarm();
    alarm.setNoLaterThan(1_000);
    vi.advanceTimersByTime(999);
    expect(rings).toEqual([]);
    vi.advanceTimersByTime(5_000);
    expect(rings).toEqual([1_000]);
  });

  it('rings at once for a moment that has passed', () => {
    const { alarm, rings } = newAlarm();
    vi.setSystemTime(5_000);
    alarm.setNoLaterThan(1_000);
    vi.advanceTimersByTime(0);
    expect(rings).toEqual([5_000]);
  });

  it('moves forward, never back', () => {
    const { alarm, rings } = newAlarm();
    alarm.setNoLaterThan(5_000);
    alarm.setNoLaterThan(2_000);
    alarm.setNoLaterThan(9_000);
    vi.advanceTimersByTime(20_000);
    expect(rings).toEqual([2_000]);
  });

  it('can be set again once it has rung', () => {
    const { alarm, rings } = newAlarm();
    alarm.setNoLaterThan(1_000);
    vi.advanceTimersByTime(1_000);
    alarm.setNoLaterThan(3_000);
    vi.advanceTimersByTime(5_000);
    expect(rings).toEqual([1_000, 3_000]);
  });

  it('can be set again while it rings', () => {
    const rings: number[] = [];
    const alarm: Alarm = new Alarm(
      () => Date.now(),
      () => {
        rings.push(Date.now());
        if (rings.length < 3) alarm.setNoLaterThan(Date.now() + 10);
      },
    );
    alarm.setNoLaterThan(10);
    vi.advanceTimersByTime(1_000);
    expect(rings).toEqual([10, 20, 30]);
  });

  it('does not ring once it is cleared', () => {
    const { alarm, rings } = newAlarm();
    alarm.setNoLaterThan(1_000);
    alarm.clear();
    vi.advanceTimersByTime(5_000);
    expect(rings).toEqual([]);
    alarm.setNoLaterThan(9_000);
    vi.advanceTimersByTime(5_000);
    expect(rings).toEqual([9_000]);
  });

  it('keeps a moment further away than a timer can wait (2^31 ms)', () => {
    const { alarm, rings } = newAlarm();
    alarm.setNoLaterThan(90 * day);
    vi.advanceTimersByTime(90 * day - 1);
    expect(rings).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(rings).toEqual([90 * day]);
  });

  it('waits on when the clock was set back meanwhile', () => {
    const rings: number[] = [];
    let offset = 0;
    const now = (): number => Date.now() + offset;
    const alarm = new Alarm(now, () => rings.push(now()));
    alarm.setNoLaterThan(10_000);
    offset = -4_000;
    vi.advanceTimersByTime(10_000);
    expect(rings).toEqual([]);
    vi.advanceTimersByTime(4_000);
    expect(rings).toEqual([10_000]);
  });
});
