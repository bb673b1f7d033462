import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { besideThis } from '../processes.js';
import type { Circumstances } from './record.js';

/** Of this run. */
export function circumstancesNow(): Circumstances {
  return {
    day: new Date().toISOString().slice(0, 10),
    commit: commitNow(),
    node: process.version,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
  };
}

function commitNow(): string {
  try {
    const isChanged = git('status', '--porcelain', '--', 'src', 'package-lock.json') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${isChanged ? '+' : ''}`;
  } catch {
    return 'unknown';
  }
}

function git(...words: readonly string[]): string {
  return execFileSync('git', words, { cwd: besideThis('../..'), encoding: 'utf8' }).trim();
}
