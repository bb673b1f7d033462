// The whole gate: every step runs even when one before it failed, and the last line counts them all.
//
//     node scripts/verify.js             what a change must pass
//     node scripts/verify.js --install   the same from a clean checkout

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'heyword-verify-'));
const testReport = join(scratch, 'tests.json');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${testReport}`];
const minutes = 60_000;

const install = { name: 'install', command: ['npm', 'ci', '--no-audit', '--no-fund'], limit: 6 * minutes };

/** What only reads the files, in two lanes that go side by side: linting takes as long as all the others together. */
const readings = [
  [{ name: 'lint', command: ['npm', 'run', 'lint'], limit: 6 * minutes }],
  [
    { name: 'types', command: ['npm', 'run', 'types'] },
    { name: 'format', command: ['npm', 'run', 'format:check'] },
    { name: 'borders', command: ['npm', 'run', 'borders'] },
    { name: 'unused', command: ['npm', 'run', 'unused'] },
    { name: 'build', command: ['npm', 'run', 'build'] },
  ],
];
const trials = [
  {
    name: 'tests',
    command: ['npx', 'vitest', 'run', ...reporters],
    limit: 35 * minutes,
    count: testCounts,
  },
  { name: 'flows are sound', command: ['node', 'bin/heyword.js', 'check'] },
  {
    name: 'flows do as told',
    command: ['node', 'bin/heyword.js', 'test', '--coverage-steps', '100', '--coverage-branches', '95'],
  },
  { name: 'flows end', command: ['node', 'bin/heyword.js', 'explore'] },
];

const stepCounts = (isGood) => (isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** Each test counts; a file that could not run, and a run that failed for no test's sake, count as failures. */
function testCounts(isGood) {
  if (!existsSync(testReport)) return stepCounts(false);
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(testReport, 'utf8'));
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = numFailedTests + brokenFiles.length;
  return { passed: numPassedTests, failed: isGood ? failed : Math.max(failed, 1) };
}

/** Ends each command that runs: several may, side by side. */
const running = new Set();
const interrupt = () => {
  for (const end of running) end();
  process.exit(130);
};
process.once('SIGINT', interrupt).once('SIGTERM', interrupt);

/** Runs a command in a process group of its own, so that nothing it started outlives its time. */
function run([program, ...args], limit, show) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    child.stdout.on('data', show);
    child.stderr.on('data', show);
    const end = () => process.kill(-child.pid, 'SIGKILL');
    running.add(end);
    const clock = setTimeout(() => {
      show(`Stopped after ${limit / minutes} minutes.\n`);
      end();
    }, limit);
    const settle = (isGood) => {
      clearTimeout(clock);
      running.delete(end);
      resolve(isGood);
    };
    child.once('error', () => settle(false));
    child.once('close', (code) => settle(code === 0));
  });
}

async function take({ name, command, limit = 4 * minutes, count = stepCounts }, show) {
  show(`\n--- ${name}: ${command.join(' ')}\n`);
  const began = Date.now();
  const isGood = await run(command, limit, show);
  return { name, ...count(isGood), seconds: (Date.now() - began) / 1000 };
}

async function takeInTurn(steps, show) {
  const results = [];
  for (const step of steps) results.push(await take(step, show));
  return results;
}

/** What a lane says is shown when it is through: said at the same time nobody could read it. */
async function takeLane(steps) {
  const said = [];
  const results = await takeInTurn(steps, (text) => said.push(text));
  for (const text of said) print(text);
  return results;
}

const print = (text) => process.stdout.write(text);
const results = process.argv.includes('--install') ? await takeInTurn([install], print) : [];
for (const lane of await Promise.all(readings.map(takeLane))) results.push(...lane);
results.push(...(await takeInTurn(trials, print)));
rmSync(scratch, { recursive: true });

console.log('\n--- the gate');
for (const { name, passed, failed, seconds } of results) {
  const verdict = failed === 0 ? 'passed' : 'FAILED';
  console.log(`${verdict}  ${name.padEnd(18)} ${passed}/${passed + failed}  ${seconds.toFixed(1)} s`);
}
const total = (of) => results.reduce((sum, result) => sum + result[of], 0);
process.exitCode = total('failed') === 0 ? 0 : 1;
console.log(`${total('passed')} passed, ${total('failed')} failed`);
