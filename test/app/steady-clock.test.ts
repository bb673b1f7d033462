import { beforeEach, describe, expect, it } from 'vitest';
import { SteadyClock } from '../../src/app/steady-clock.js';

const begin = 1_800_000_000_000;
const hour = 3_600_000;

let [wall, monotonic] = [begin, 0];
let clock = new SteadyClock(
  () => wall,
  () => monotonic,
);

/** So many ms pass, on both clocks; the server looks now and then. */
function pass(duration: number, looks = 10): number {
  for (let look = 0; look < looks; look += 1) {
    wall += duration / looks;
    monotonic += duration / looks;
    clock.now();
  }
  return clock.now();
}

beforeEach(() => {
  [wall, monotonic] = [begin, 0];
  clock = new SteadyClock(
    () => wall,
    () => monotonic,
  );
});

describe('the clock of the server', () => {
  it('is that of the machine as long as that one does not jump', () => {
    expect(clock.now()).toBe(begin);
    expect(pass(5_000)).toBe(begin + 5_000);
    wall += 400;
    expect(clock.now()).toBe(wall);
  });

  it.each([hour, -hour, -2 * hour])('hardly notices a step of %i ms that is taken back', (step) => {
    pass(1_000);
    wall += step;
    expect(Math.abs(pass(1_500) - (begin + 2_500))).toBeLessThan(1_000);
    wall -= step;
    expect(pass(1_000)).toBe(wall);
  });

  it.each([hour, 2 * hour])(
    'goes on from where an earlier process came to, %i ms ahead of the wall clock',
    (ahead) => {
      expect(clock.goOnFrom(begin + ahead)).toBe(ahead);
      expect(clock.now()).toBe(begin + ahead);
      expect(pass(60_000)).toBe(begin + ahead + 30_000);
      for (let minute = 0; minute < 300; minute += 1) pass(60_000);
      expect(clock.now()).toBe(wall);
    },
  );

  it('believes no earlier process that was days ahead, nor one that was behind', () => {
    expect(clock.goOnFrom(begin + 48 * hour)).toBe(48 * hour);
    expect(clock.now()).toBe(begin);
    expect(clock.goOnFrom(begin - hour)).toBe(0);
    expect(clock.now()).toBe(begin);
  });

  it('believes a step ahead that has lasted for a minute', () => {
    wall += hour;
    expect(clock.now()).toBe(begin);
    expect(pass(59_000)).toBe(begin + 59_000);
    expect(pass(2_000)).toBe(wall);
  });

  it('never goes back: it waits for the wall clock, at half the pace', () => {
    wall -= hour;
    expect(pass(30_000)).toBe(begin + 15_000);
    let before = clock.now();
    for (let minute = 0; minute < 200; minute += 1) {
      const now = pass(60_000);
      expect(now).toBeGreaterThan(before);
      before = now;
    }
    expect(clock.now()).toBe(wall);
  });
});
