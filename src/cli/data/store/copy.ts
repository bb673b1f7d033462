import { copyStore, type CopyReport } from '../../../store/copying/copy-store.js';
import { UsageError, type Command, type Terminal } from '../../command.js';
import { count } from '../../count.js';
import { parseCall } from '../../parse-call.js';
import {
  describePlace,
  isSamePlace,
  readExistingPlace,
  readPlace,
  type DatabasePlace,
} from './database-place.js';
import { openSource, openTarget } from './open-ends.js';
import { ProgressLine, type ProgressStream } from './progress-line.js';
import { tellRefusals } from './tell-refusals.js';

export function createStoreCopyCommand(progress: ProgressStream): Command {
  return {
    name: 'store copy',
    usage: 'FROM TO',
    summary: 'Moves a database into an empty one: SQLite or PostgreSQL, either way. Stop the servers first.',
    run: async (args, terminal) => {
      const { positionals } = parseCall(args, {}, 2);
      const [from, to] = readEnds(positionals);
      return tellRefusals(terminal, async () => {
        const report = await copy(from, to, progress);
        terminal.print(describeCopy(report, to));
        return complainOfLedger(report, terminal);
      });
    },
  };
}

function readEnds([from, to]: readonly string[]): readonly [from: DatabasePlace, to: DatabasePlace] {
  if (from === undefined || to === undefined) {
    throw new UsageError('From where to where? Name two databases, as DATABASE_URL does.');
  }
  const ends = [readExistingPlace(from), readPlace(to)] as const;
  if (isSamePlace(...ends)) throw new UsageError('Both are the same database.');
  return ends;
}

async function copy(from: DatabasePlace, to: DatabasePlace, stream: ProgressStream): Promise<CopyReport> {
  const line = new ProgressLine(stream);
  const source = await openSource(from);
  try {
    const target = await openTarget(to);
    try {
      return await copyStore(source, target, line.show);
    } finally {
      await target.close();
    }
  } finally {
    line.end();
    await source.close();
  }
}

/** What was copied, and that it is whole. */
export function describeCopy(
  { rows, replaced, resumedAfter, ledger }: CopyReport,
  to: DatabasePlace,
): string {
  const lines = [
    `${count(rows, 'row')} copied to ${describePlace(to)}. Every table has as many as it had.`,
    `The consent ledger: ${count(ledger.chains, 'contact')}, ${count(ledger.entries, 'entry', 'entries')}, ${ledger.problems.length === 0 ? 'all of it holds' : count(ledger.problems.length, 'problem')}.`,
  ];
  if (resumedAfter > 0) lines.push(`The first ${count(resumedAfter, 'row')} had been copied before.`);
  if (replaced > 0) {
    lines.push(`${count(replaced, 'character')} that PostgreSQL cannot keep became U+FFFD.`);
  }
  return lines.join('\n');
}

/** Problems that were copied along. */
export function complainOfLedger({ ledger: { problems } }: CopyReport, { complain }: Terminal): 0 | 1 {
  if (problems.length === 0) return 0;
  complain([...problems, 'The source has the same problems: the copy made none of them.'].join('\n'));
  return 1;
}
