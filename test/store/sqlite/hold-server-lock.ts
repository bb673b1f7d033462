import { acquireServerLock } from '../../../src/store/sqlite/server-lock.js';

// The other server of server-lock.test.ts: takes the lock of the database it is given, and stays until it is killed.
acquireServerLock(process.argv[2] ?? '');
process.stdout.write('held');
setInterval(() => undefined, 60_000);
