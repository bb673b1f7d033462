import { statSync } from 'node:fs';
import { backUpPostgres } from '../../../store/copying/postgres-backup.js';
import { writeWholeFile } from '../../../store/copying/whole-file.js';
import { backUpSqlite } from '../../../store/sqlite/backup.js';
import { UsageError, type Command } from '../../command.js';
import { parseCall } from '../../parse-call.js';
import { readExistingPlace, type DatabasePlace } from './database-place.js';
import { ProgressLine, type ProgressStream } from './progress-line.js';
import { tellRefusals } from './tell-refusals.js';

export function createStoreBackupCommand(progress: ProgressStream): Command {
  return {
    name: 'store backup',
    usage: 'FILE',
    summary: 'Writes all that is kept into one file, and checks it. Servers may go on.',
    run: async (args, terminal) => {
      const { positionals } = parseCall(args, {}, 1);
      const [file] = positionals;
      if (file === undefined) throw new UsageError('Into which file?');
      const place = readExistingPlace(terminal.environment['DATABASE_URL']);
      return tellRefusals(terminal, async () => {
        await writeWholeFile(file, (partial) => backUp(place, partial, progress));
        terminal.print(`${file}: ${(statSync(file).size / 1e6).toFixed(1)} MB, read through and found good.`);
        return 0;
      });
    },
  };
}

async function backUp(place: DatabasePlace, partial: string, stream: ProgressStream): Promise<void> {
  if (place.kind === 'sqlite') {
    backUpSqlite(place.file, partial);
    return;
  }
  const line = new ProgressLine(stream);
  try {
    await backUpPostgres(place.url, partial, line.show);
  } finally {
    line.end();
  }
}
