import { checkPostgres } from '../../../store/checking/check-postgres.js';
import { checkSqlite } from '../../../store/checking/check-sqlite.js';
import type { StoreReport } from '../../../store/checking/store-report.js';
import type { Command } from '../../command.js';
import { count } from '../../count.js';
import { parseCall } from '../../parse-call.js';
import { describePlace, readExistingPlace, type DatabasePlace } from './database-place.js';
import { tellRefusals } from './tell-refusals.js';

export const storeCheckCommand: Command = {
  name: 'store check',
  usage: '',
  summary:
    'Reads all that is kept and tells what does not fit together. It changes nothing; servers may go on.',
  run: async (args, terminal) => {
    parseCall(args, {}, 0);
    const place = readExistingPlace(terminal.environment['DATABASE_URL']);
    return tellRefusals(terminal, async () => {
      const report = await check(place);
      const problems = [...report.damage, ...(report.contents?.problems ?? [])];
      if (problems.length > 0) terminal.complain(problems.join('\n'));
      terminal.print(`${describePlace(place)}: ${describe(report, problems.length)}`);
      return problems.length === 0 ? 0 : 1;
    });
  },
};

async function check(place: DatabasePlace): Promise<StoreReport> {
  return place.kind === 'sqlite' ? checkSqlite(place.file) : checkPostgres(place.url);
}

function describe({ contents }: StoreReport, problems: number): string {
  const verdict = problems === 0 ? 'all of it fits together' : count(problems, 'problem');
  if (contents === null) return `${verdict}; what is in it was not looked at.`;
  const { conversations, ledger } = contents;
  return `${count(conversations, 'conversation')}, ${count(ledger.entries, 'ledger entry', 'ledger entries')}: ${verdict}.`;
}
