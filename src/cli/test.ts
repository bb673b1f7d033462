import { writeFile } from 'node:fs/promises';
import { containsText } from '../flow/transcript/same-text.js';
import { UsageError } from './command.js';
import type { Command, ExitCode, Terminal } from './command.js';
import { assembleFolder, describeIssues, hasErrors, readFolder } from './read-folder.js';
import { parseCall } from './parse-call.js';
import { readShare, shortfalls, totalCoverage } from './test/gate.js';
import type { Gate } from './test/gate.js';
import { toJunit } from './test/junit.js';
import { runTests } from './test/run-tests.js';
import type { TestRun } from './test/run-tests.js';
import { showTests } from './test/show-tests.js';
import { watchAndRun } from './watch-and-run.js';

const options = {
  json: { type: 'boolean' },
  junit: { type: 'string' },
  only: { type: 'string' },
  watch: { type: 'boolean' },
  'coverage-steps': { type: 'string' },
  'coverage-branches': { type: 'string' },
} as const;

/** What a call asks for. */
interface Wish {
  readonly folder: string | undefined;
  readonly isJson: boolean;
  /** Where a JUnit file is written. */
  readonly junit: string | undefined;
  /** Part of the names of the tests that are run. */
  readonly only: string | undefined;
  readonly gate: Gate;
}

export const testCommand: Command = {
  name: 'test',
  usage: '[dir] [--only NAME] [--coverage-steps N] [--coverage-branches N] [--junit FILE] [--watch] [--json]',
  summary:
    'Plays the chats of all *.test.yaml files against the flows. Coverage is in per cent of all flows together, else 0.',
  run: async (args, terminal) => {
    const { values, positionals } = parseCall(args, options, 1);
    const wish: Wish = {
      folder: positionals[0],
      isJson: values.json === true,
      junit: values.junit,
      only: values.only,
      gate: {
        steps: readShare('coverage-steps', values['coverage-steps']),
        branches: readShare('coverage-branches', values['coverage-branches']),
      },
    };
    return values.watch === true
      ? watchAndRun(wish.folder, terminal, () => testOnce(wish, terminal))
      : testOnce(wish, terminal);
  },
};

async function testOnce(wish: Wish, terminal: Terminal): Promise<ExitCode> {
  const reading = await readFolder(wish.folder, terminal);
  const show = (json: object, text: () => string): void =>
    terminal.print(wish.isJson ? JSON.stringify(json, null, 2) : text());
  if (hasErrors(reading)) {
    show({ ok: false, issues: reading.issues }, () => describeIssues(reading));
    return 1;
  }
  const { only } = wish;
  const run = runTests(
    assembleFolder(reading),
    only === undefined ? undefined : ({ name }) => containsText(name, only),
  );
  if (only !== undefined && run.tests.length === 0) throw new UsageError(`No test is called "${only}".`);
  if (wish.junit !== undefined) await writeFile(wish.junit, toJunit(run.tests, reading.folder));
  // What a part of the tests covers says nothing.
  const judged: TestRun = only === undefined ? run : { ...run, coverage: [], faq: [] };
  const total = totalCoverage(judged.coverage);
  const short = shortfalls(wish.gate, total);
  const isGood = short.length === 0 && run.tests.every(({ failures }) => failures.length === 0);
  show({ ok: isGood, ...judged, total, shortfalls: short }, () =>
    [showTests(judged, reading.folder), ...short].join('\n'),
  );
  return isGood ? 0 : 1;
}
