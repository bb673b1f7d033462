import { readFileSync } from 'node:fs';

/** Megabytes (1,000,000 bytes) of memory that a process occupies; NaN where the system keeps no /proc. */
export function residentMegabytes(pid: number): number {
  try {
    const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
    return (Number(kibibytes) * 1024) / 1e6;
  } catch {
    return Number.NaN;
  }
}
