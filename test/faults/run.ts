/**
 * Does to real servers what production does, and judges what is left: `npm run faults`. Progress is on stderr, the table on
 * stdout, the record in docs/faults.md. Exits 1 where a promise was broken, 2 where the call is wrong.
 *
 * Options: --only sigkill,stop-races --engine sqlite|postgres --trials few|record|<number> --seed <number> --no-page
 */
import { parseArgs } from 'node:util';
import { PostgresServer } from '../postgres/postgres-server.js';
import { createTemplate } from '../postgres/template.js';
import { createDatabaseAt } from '../postgres/throw-away-database.js';
import { engineNames, sqlite, type TestEngine } from './engine.js';
import { nothingFound, wrongs } from './history/judge.js';
import { Chance } from './chance.js';
import {
  describeFacts,
  isKept,
  mergeResults,
  readRecord,
  type Result,
  resultOf,
  skippedResult,
  writeRecord,
} from './report/record.js';
import { writePage } from './report/page.js';
import { tableOf } from './report/table.js';
import type { Outcome, Scenario } from './scenario.js';
import { scenarios } from './scenarios/all.js';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    engine: { type: 'string', default: '' },
    trials: { type: 'string', default: 'few' },
    seed: { type: 'string', default: String(Math.trunc(Math.random() * 2 ** 31)) },
    'no-page': { type: 'boolean', default: false },
  },
});

const databasePrefix = 'heyword_faults';
const seed = Number(options.seed);
const chosen = choose();
if (chosen === null) {
  process.stderr.write(
    `There are ${scenarios.map(({ name }) => name).join(', ')} on ${engineNames.join(', ')}.\n`,
  );
  process.exit(2);
}
const results: Result[] = [];
for (const engine of engineNames) {
  const due = chosen.filter(
    ({ engines }) => engines.includes(engine) && [engine, ''].includes(options.engine),
  );
  if (due.length > 0) await withEngine(engine, (tested) => runAll(due, tested));
}
console.log(tableOf(results, chosen));
// Whoever still talks to a server that was given up would talk for ever.
process.exit(results.every(isKept) ? 0 : 1);

/** After each scenario, so that a run that is cut short has not run in vain. */
async function keep(result: Result): Promise<void> {
  results.push(result);
  if (options['no-page']) return;
  const record = mergeResults(readRecord(), [result]);
  writeRecord(record);
  await writePage(record, scenarios);
}

/** Null: somebody asked for what there is not. */
function choose(): readonly Scenario[] | null {
  const names = options.only.split(',').filter((name) => name !== '');
  const found = scenarios.filter(({ name }) => names.length === 0 || names.includes(name));
  const isKnown = found.length === (names.length === 0 ? scenarios.length : names.length);
  return isKnown && ['', ...engineNames].includes(options.engine) && trialsOf(scenarios[0]!) > 0
    ? found
    : null;
}

function trialsOf({ trials }: Scenario): number {
  if (options.trials === 'few' || options.trials === 'record') return trials[options.trials];
  return Number(options.trials);
}

async function withEngine(name: string, run: (engine: TestEngine) => Promise<void>): Promise<void> {
  if (name === 'sqlite') return run(sqlite);
  const server = await PostgresServer.start();
  try {
    const template = await createTemplate(server.url, databasePrefix);
    const create = () => createDatabaseAt(server.url, databasePrefix, template);
    await run({ name: 'postgres', server, createDatabase: async () => (await create()).url });
  } finally {
    await server.end();
  }
}

async function runAll(due: readonly Scenario[], engine: TestEngine): Promise<void> {
  for (const scenario of due) {
    const ran = {
      scenario: scenario.name,
      engine: engine.name,
      day: new Date().toISOString().slice(0, 10),
      seed,
    };
    const missing = (await scenario.missing?.()) ?? null;
    if (missing !== null) {
      tell(`SKIPPED ${scenario.name} on ${engine.name}: ${missing}`);
      await keep(skippedResult(ran, missing));
      continue;
    }
    const outcome = await runOne(scenario, engine);
    for (const finding of findingsIn(outcome)) tell(`FOUND ${scenario.name} on ${engine.name}: ${finding}`);
    const result = resultOf(ran, outcome);
    tell(`  ${isKept(result) ? 'kept' : 'BROKEN'}; ${describeFacts(result.facts)}`);
    await keep(result);
  }
}

/** A scenario that could not be finished has found something, too. */
async function runOne(scenario: Scenario, engine: TestEngine): Promise<Outcome> {
  const { name } = scenario;
  const trials = trialsOf(scenario);
  tell(`${name} on ${engine.name}, ${String(trials)} trials, seed ${String(seed)}`);
  try {
    const show = (progress: string): void => tell(`  ${name}: ${progress}`);
    return await scenario.run({ engine, trials, chance: new Chance(seed), show });
  } catch (error) {
    const others = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
    return { trials: 0, judgement: nothingFound, others, recoveries: [], facts: {} };
  }
}

function findingsIn({ judgement, others }: Outcome): readonly string[] {
  return [...wrongs.flatMap((wrong) => judgement[wrong].map((finding) => `${wrong}: ${finding}`)), ...others];
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
