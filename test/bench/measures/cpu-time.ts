import { readFileSync } from 'node:fs';

/** Linux counts in these, 100 a second on every machine that runs Node. */
const ticksPerSecond = 100;

/** CPU seconds that a process has used; NaN where the system keeps no /proc. */
export function cpuSeconds(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The name, in parentheses, may have spaces: count from its end. utime and stime are fields 14 and 15.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return Number.NaN;
  }
}
