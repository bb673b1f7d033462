import { describe, expect, it } from 'vitest';
import { Schedule, waits } from './schedule.js';

describe('the schedule of an open loop', () => {
  it('goes on whether the last delivery was answered or not', () => {
    const schedule = new Schedule(1000, 400);
    expect([999, 1000, 1002.4, 1002.5, 2000].map((now) => schedule.dueBy(now))).toEqual([0, 1, 1, 2, 401]);
    expect([0, 1, 400].map((place) => schedule.dueAt(place))).toEqual([1000, 1002.5, 2000]);
  });

  it('counts the waiting of all that a pause of the server has held back', () => {
    const schedule = new Schedule(0, 1000);
    // Nothing is answered for 100 ms; then everything at once.
    const latencies = Array.from({ length: schedule.dueBy(99) }, (_, place) => 100 - schedule.dueAt(place));
    expect(latencies.length).toBe(100);
    expect(latencies[0]).toBe(100);
    expect(latencies[50]).toBe(50);
  });

  it('never forgets what did not come at all', () => {
    const due = new Map([
      [7, 10],
      [8, 20],
    ]);
    expect(waits(due, { '7': 14.5, '9': 3 })).toEqual([4.5, Number.POSITIVE_INFINITY]);
  });
});
