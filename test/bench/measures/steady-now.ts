/**
 * Milliseconds of the clock that all processes of a machine share (on Linux CLOCK_MONOTONIC), so that one process can time
 * what began in another.
 */
export function steadyNow(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
