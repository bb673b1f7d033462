import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { FloodPlan, FloodReport } from './plan.js';

const generator = fileURLToPath(new URL('generator.ts', import.meta.url));

/** Lets a process of its own flood a server; resolves when it has ended. Rejects with what it said where it failed. */
export async function flood(plan: FloodPlan): Promise<FloodReport> {
  const child = spawn(process.execPath, ['--import', 'tsx', generator], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(plan));
  const printed = await text(child.stdout);
  if (printed === '') throw new Error('The load generator ended without a report.');
  return JSON.parse(printed) as FloodReport;
}
