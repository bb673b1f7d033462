import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * When any of these files and folders changed last, in milliseconds since the epoch. A folder's own time counts,
 * because a deleted file leaves its trace only there.
 *
 * @param {readonly string[]} paths
 * @param {readonly string[]} [without] folders that do not count
 * @returns {number}
 */
export function newestChange(paths, without = []) {
  return Math.max(0, ...paths.map((path) => changeOf(path, without)));
}

function changeOf(path, without) {
  if (without.includes(path) || !existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(
    mtimeMs,
    newestChange(
      readdirSync(path).map((name) => join(path, name)),
      without,
    ),
  );
}
