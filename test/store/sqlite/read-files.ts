import { execFileSync } from 'node:child_process';

const search = `
  const [path, ...needles] = process.argv.slice(1);
  const { readFileSync, existsSync } = require('node:fs');
  const files = [path, path + '-wal', path + '-shm'].filter(existsSync).map((file) => readFileSync(file));
  console.log(needles.filter((needle) => files.some((file) => file.includes(needle))).join());
`;

/**
 * Which of the needles can be read in the database's files. Another process reads them: closing a file gives up the locks
 * that SQLite holds on it for this process.
 */
export function findInFiles(path: string, needles: readonly string[]): readonly string[] {
  const found = execFileSync(process.execPath, ['-e', search, path, ...needles], { encoding: 'utf8' }).trim();
  return found === '' ? [] : found.split(',');
}
