import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantHouse, repository } from './planted-house.js';

type Imports = Readonly<Record<string, readonly string[]>>;

/** A house as designed: every file stays within its borders. */
const lawful: Imports = {
  'src/main.ts': ['./app.js', './config.js'],
  'src/app.ts': [
    './channels/instagram/channel.js',
    './channels/telegram/channel.js',
    './engine/handle.js',
    './http/server.js',
    './inbox/routes.js',
    './store/sqlite/store.js',
    './work/embedded/work.js',
  ],
  'src/config.ts': ['zod'],
  'src/core/calendar.ts': ['luxon'],
  'src/core/decide.ts': ['xstate', './calendar.js'],
  'src/contract/answers.ts': ['zod', '../core/decide.js'],
  'src/flow/parse.ts': ['fastest-levenshtein', 'yaml', 'zod', '../core/decide.js'],
  'src/engine/handle.ts': [
    'node:crypto',
    '../core/decide.js',
    '../flow/parse.js',
    'type ../channels/channel.js',
    'type ../store/store.js',
    'type ../work/work.js',
  ],
  'src/channels/channel.ts': ['type ../core/decide.js'],
  'src/channels/meta/graph.ts': ['undici', '../../core/decide.js'],
  'src/channels/instagram/channel.ts': ['../channel.js', '../meta/graph.js', './render.js'],
  'src/channels/instagram/render.ts': ['../../core/decide.js'],
  'src/channels/telegram/channel.ts': ['type ../channel.js', 'undici'],
  'src/store/store.ts': ['type ../core/decide.js'],
  'src/store/sqlite/store.ts': ['better-sqlite3', 'drizzle-orm', 'type ../store.js'],
  'src/work/work.ts': ['type ../core/decide.js'],
  'src/work/embedded/work.ts': ['node-cron', 'type ../work.js'],
  'src/http/server.ts': [
    'express',
    '../contract/answers.js',
    '../engine/handle.js',
    'type ../channels/channel.js',
    'type ../store/store.js',
  ],
  'src/inbox/routes.ts': ['express', '../core/decide.js', '../engine/handle.js', 'type ../store/store.js'],
  'src/console/main.tsx': ['react', '../contract/answers.js', '../core/decide.js'],
  'src/cli/main.ts': ['node:util', './check.js', './data/consent.js'],
  'src/cli/check.ts': ['node:fs', '../flow/parse.js', '../channels/instagram/render.js'],
  'src/cli/data/consent.ts': ['../../app.js', '../../store/sqlite/store.js'],
};

/** One trespasser or more for every border, and the rules that must catch it. */
const trespassers: Readonly<Record<string, { imports: readonly string[]; breaks: readonly string[] }>> = {
  'src/core/reads-files.ts': { imports: ['node:fs'], breaks: ['core-is-pure'] },
  'src/core/knows-flow.ts': { imports: ['type ../flow/parse.js'], breaks: ['core-is-pure'] },
  'src/core/validates.ts': { imports: ['zod'], breaks: ['core-is-pure'] },
  'src/understanding/lexical/validates.ts': { imports: ['zod'], breaks: ['lexical-is-pure'] },
  'src/contract/asks-store.ts': { imports: ['type ../store/store.js'], breaks: ['contract-is-pure'] },
  'src/flow/calls-out.ts': { imports: ['undici'], breaks: ['flow-is-pure'] },
  'src/flow/knows-engine.ts': { imports: ['type ../engine/handle.js'], breaks: ['flow-is-pure'] },

  'src/core/hen.ts': { imports: ['type ./egg.js'], breaks: ['no-circular'] },
  'src/core/egg.ts': { imports: ['type ./hen.js'], breaks: ['no-circular'] },
  'src/flow/steps/index.ts': { imports: ['../parse.js'], breaks: ['no-barrels'] },
  'src/engine/forgotten.ts': { imports: [], breaks: ['no-orphans'] },
  'src/engine/nowhere.ts': { imports: ['./gone.js'], breaks: ['not-to-unresolvable'] },
  'src/http/uninvited.ts': { imports: ['send'], breaks: ['not-to-unlisted'] },
  'src/http/develops.ts': { imports: ['supertest'], breaks: ['not-to-dev-dep'] },
  'src/http/tests.ts': { imports: ['../../test/fake.js'], breaks: ['not-to-test'] },

  'src/channels/instagram/decides.ts': {
    imports: ['../../engine/handle.js'],
    breaks: ['channels-know-core'],
  },
  'src/channels/instagram/copies.ts': {
    imports: ['../telegram/channel.js'],
    breaks: ['platforms-keep-apart'],
  },
  'src/channels/registry.ts': {
    imports: ['./telegram/channel.js'],
    breaks: ['ports-name-no-implementation'],
  },
  'src/store/open.ts': { imports: ['./sqlite/store.js'], breaks: ['ports-name-no-implementation'] },
  'src/channels/telegram/render.ts': { imports: ['./upload.js'], breaks: ['render-is-offline'] },
  'src/channels/telegram/upload.ts': { imports: ['undici'], breaks: [] },
  'src/store/sqlite/decides.ts': { imports: ['../../flow/parse.js'], breaks: ['store-knows-core'] },
  'src/work/embedded/sends.ts': { imports: ['type ../../channels/channel.js'], breaks: ['work-knows-core'] },

  'src/engine/picks.ts': {
    imports: ['../store/sqlite/store.js'],
    breaks: ['engine-sees-ports', 'only-app-picks-implementations'],
  },
  'src/engine/queries.ts': { imports: ['type drizzle-orm'], breaks: ['only-store-speaks-sql'] },
  'src/http/parses.ts': { imports: ['../flow/parse.js'], breaks: ['http-sees-ports'] },
  'src/inbox/borrows.ts': { imports: ['../http/server.js'], breaks: ['rooms-keep-apart'] },
  'src/outreach/borrows.ts': { imports: ['../inbox/routes.js'], breaks: ['rooms-keep-apart'] },
  'src/console/opens-store.ts': { imports: ['type ../store/store.js'], breaks: ['console-is-a-browser'] },
  'src/http/draws.ts': {
    imports: ['../console/main.js'],
    breaks: ['console-stays-outside', 'http-sees-ports'],
  },
  'src/cli/sends.ts': {
    imports: ['../channels/telegram/channel.js'],
    breaks: ['cli-works-offline', 'only-app-picks-implementations'],
  },
  'src/cli/opens-store.ts': { imports: ['./data/consent.js'], breaks: ['cli-data-behind-the-door'] },
  'src/inbox/starts.ts': {
    imports: ['../app.js'],
    breaks: ['only-main-starts-the-app', 'rooms-keep-apart'],
  },
};

/** Writes a module that does nothing but import; `type x` imports types only. */
function moduleImporting(imports: readonly string[]): string {
  const lines = imports.map((specifier, n) => {
    const typeOnly = specifier.startsWith('type ');
    const from = typeOnly ? specifier.slice('type '.length) : specifier;
    return typeOnly
      ? `import type * as it${n} from '${from}';\nexport type It${n} = typeof it${n};`
      : `import * as it${n} from '${from}';\nexport const the${n} = it${n};`;
  });
  return [...lines, 'export const here = true;', ''].join('\n');
}

/** Runs the real rules over the planted house, and lists the rules that each file breaks. */
async function brokenRules(house: string): Promise<Map<string, string[]>> {
  const cruiser = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const rules = join(repository, '.dependency-cruiser.cjs');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [cruiser, 'src', '--config', rules, '--output-type', 'json'],
    { cwd: house, maxBuffer: 64 * 1024 * 1024 },
  );
  const broken = new Map<string, Set<string>>();
  for (const { from, cycle, rule } of (JSON.parse(stdout) as ICruiseResult).summary.violations) {
    // A cycle is reported once, for all who are in it.
    for (const file of [from, ...(cycle ?? []).map(({ name }) => name)]) {
      broken.set(file, (broken.get(file) ?? new Set()).add(rule.name));
    }
  }
  return new Map([...broken].map(([file, names]) => [file, [...names].sort()]));
}

describe('the borders between rooms', () => {
  let house: string;
  let broken: Map<string, string[]>;

  beforeAll(async () => {
    const imports: Imports = {
      ...lawful,
      ...Object.fromEntries(
        Object.entries(trespassers).map(([file, trespasser]) => [file, trespasser.imports]),
      ),
      'test/fake.ts': [],
    };
    house = plantHouse(
      Object.fromEntries(Object.entries(imports).map(([file, list]) => [file, moduleImporting(list)])),
    );
    broken = await brokenRules(house);
  });

  afterAll(() => {
    rmSync(house, { recursive: true });
  });

  it.each(Object.keys(lawful))('let %s import what it may', (file) => {
    expect(broken.get(file)).toBeUndefined();
  });

  it.each(Object.entries(trespassers))('catch %s', (file, { breaks }) => {
    expect(broken.get(file) ?? []).toEqual(breaks);
  });

  it('each have a trespasser here', () => {
    const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
      forbidden: { name: string }[];
    };
    const tried = new Set(Object.values(trespassers).flatMap(({ breaks }) => breaks));
    expect([...tried].sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });
});
