import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import type { FloodPlan, FloodReport } from './plan.js';

const generator = fileURLToPath(new URL('generator.ts', import.meta.url));

/**
 * Lets a process of its own flood a server; resolves with what it has seen, and rejects where it ends without a report. It
 * begins once all of its requests are made and what is to come about right before has: `prelude`.
 */
export async function flood(
  plan: FloodPlan,
  prelude: () => Promise<void> = () => Promise.resolve(),
): Promise<FloodReport> {
  const child = spawn(process.execPath, ['--import', 'tsx', generator], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const said = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  try {
    child.stdin.write(`${JSON.stringify(plan)}\n`);
    await hear(said);
    await prelude();
    child.stdin.end('begin\n');
    return JSON.parse(await hear(said)) as FloodReport;
  } finally {
    child.kill();
  }
}

async function hear(said: AsyncIterator<string>): Promise<string> {
  const { done, value } = await said.next();
  if (done === true) throw new Error('The load generator ended without a report.');
  return value;
}
