// Bundles the server into dist/ and the web pages into dist/console/. Does nothing when nothing changed, so that
// `npm start` can always build first. It is npm's `prepare` too, so it must not fail an install that left the
// bundler out on purpose. Types are not looked at: `npm run types` does that.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.js';
import { newestChange } from './newest-change.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (path) => join(root, path);
const settings = ['tsconfig.json', 'package-lock.json', 'scripts/build.js'];

/** What is built, from which sources, as its configuration says. */
const products = [
  {
    name: 'server',
    sources: ['src', 'vite.server.config.ts', 'scripts/shape-literals.ts', ...settings],
    without: ['src/console'],
    config: 'vite.server.config.ts',
  },
  {
    name: 'console',
    sources: ['src/console', 'src/contract', 'src/core', 'src/flow', ...settings],
    without: [],
    config: 'src/console/vite.config.ts',
  },
].filter(({ config }) => existsSync(inRoot(config)));

const upToDate = 'The build is up to date.';
const stampOf = (product) => inRoot(`dist/.${product.name}-built`);

/** A product is fresh while everything that it is made from is older than the beginning of its last build. */
function isFresh(product) {
  if (!existsSync(stampOf(product))) return false;
  const changed = newestChange(product.sources.map(inRoot), product.without.map(inRoot));
  return changed < Number(readFileSync(stampOf(product), 'utf8'));
}

/** The bundler's program, or undefined where it is not installed. */
function findBundler() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  } catch {
    return undefined;
  }
}

function make(product) {
  const began = Date.now();
  const command = [findBundler(), 'build', '--config', product.config, '--logLevel', 'warn'];
  // What is built is what is shipped, also where tests ask for it.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The ${product.name} did not build.\n${stdout}${stderr}`);
  writeFileSync(stampOf(product), String(began));
}

/** Builds what is stale, and says in one line what was done. */
async function build() {
  if (products.every(isFresh)) return upToDate;
  if (findBundler() === undefined) return 'Nothing was built: vite is not installed (development packages).';
  mkdirSync(inRoot('dist'), { recursive: true });
  return withLock(inRoot('dist/.lock'), buildStale);
}

/** Looks again, because whoever held the lock before may have built all of it. */
function buildStale() {
  const stale = products.filter((product) => !isFresh(product));
  if (stale.length === 0) return upToDate;
  const began = Date.now();
  stale.forEach(make);
  return `Built the ${stale.map(({ name }) => name).join(' and ')} in ${(Date.now() - began) / 1000} s.`;
}

try {
  console.log(await build());
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
