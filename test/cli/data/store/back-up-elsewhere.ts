import { createStoreBackupCommand } from '../../../../src/cli/data/store/backup.js';
import { run } from '../../memory-terminal.js';

// The other process of backup.test.ts: backs up the database it is given, into the file it is given.
const [, , database = '', file = ''] = process.argv;
const command = createStoreBackupCommand(process.stderr);
const { exit } = await run([command], ['store', 'backup', file], {
  environment: { DATABASE_URL: `file:${database}` },
});
process.exitCode = exit;
