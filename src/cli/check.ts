import { describeFixing, fixFolder, nothingFixed, renameFiles } from './check/fix-folder.js';
import type { Fixing } from './check/fix-folder.js';
import { issuesAsJson } from './check/issues-as-json.js';
import { issuesAsSarif } from './check/sarif.js';
import { showIssues } from './check/show-issues.js';
import { describeSummary } from './check/summary.js';
import type { Command, ExitCode, Terminal } from './command.js';
import { UsageError } from './command.js';
import { parseCall } from './parse-call.js';
import { hasErrors, readFolder } from './read-folder.js';
import type { FolderReading } from './read-folder.js';
import { watchAndRun } from './watch-and-run.js';

interface Options {
  readonly format: 'text' | 'json' | 'sarif';
  readonly fix: boolean;
  readonly strict: boolean;
}

export const checkCommand: Command = {
  name: 'check',
  usage: '[dir] [--fix] [--strict] [--watch] [--json | --sarif]',
  summary: `Finds every mistake in the flows, before a follower does. --fix mends what has one sure mending, and gives an
      id to every step in which a run waits; --strict fails on warnings too.`,
  run: async (args, terminal) => {
    const { values, positionals } = parseCall(
      args,
      {
        json: { type: 'boolean' },
        sarif: { type: 'boolean' },
        fix: { type: 'boolean' },
        strict: { type: 'boolean' },
        watch: { type: 'boolean' },
      },
      1,
    );
    if (values.json === true && values.sarif === true) throw new UsageError('Choose --json or --sarif.');
    const options: Options = {
      format: values.json === true ? 'json' : values.sarif === true ? 'sarif' : 'text',
      fix: values.fix === true,
      strict: values.strict === true,
    };
    const checkOnce = () => checkFolder(positionals[0], options, terminal);
    return values.watch === true ? watchAndRun(positionals[0], terminal, checkOnce) : checkOnce();
  },
};

async function checkFolder(
  named: string | undefined,
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const before = await readFolder(named, terminal);
  const fixing = options.fix ? await fix(before, named, terminal) : nothingFixed;
  const reading = options.fix ? await readFolder(named, terminal) : before;
  const isGood = !hasErrors(reading) && !(options.strict && reading.issues.length > 0);
  terminal.print(describe(reading, isGood, fixing, options));
  return isGood ? 0 : 1;
}

async function fix(before: FolderReading, named: string | undefined, terminal: Terminal): Promise<Fixing> {
  const texts = await fixFolder(before);
  const names = await renameFiles(await readFolder(named, terminal));
  return { changes: [...texts.changes, ...names.changes] };
}

function describe(reading: FolderReading, isGood: boolean, fixing: Fixing, { format }: Options): string {
  const { issues, files, folder } = reading;
  switch (format) {
    case 'json':
      return issuesAsJson(reading, isGood, fixing);
    case 'sarif':
      return issuesAsSarif(issues, folder);
    case 'text':
      return [describeFixing(fixing, folder), showIssues(issues, files, folder), describeSummary(reading)]
        .filter((part) => part !== '')
        .join('\n');
  }
}
