import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './build-once.js';
import type { ServerEnvironment } from './server-process.js';

/** What a call of the command came to. */
export interface Call {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A cache of its own: what another checkout, or a call that was cut off, has left in the user's does not matter here. */
const npmCache = mkdtempSync(join(tmpdir(), 'heyword-npm-'));
process.on('exit', () => rmSync(npmCache, { recursive: true, force: true }));

/** Calls `npx heyword` as someone does beside a server with that environment. */
export function heyword(environment: ServerEnvironment, ...args: readonly string[]): Promise<Call> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], npm_config_cache: npmCache, ...environment };
    const child = execFile('npx', ['heyword', ...args], { cwd: root, env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
