import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const pure = ['core', 'flow', 'understanding/lexical'].map((room) => `test/${room}/**/*.test.ts`);

/** What needs a real PostgreSQL: brought by npm, or named in TEST_DATABASE_URL. */
const onPostgresOnly = ['test/**/postgres/**/*.test.ts', 'test/work/graphile/**/*.test.ts'];

/** What is so only of a file that one server has to itself. */
const onSqliteOnly = ['test/**/sqlite/**/*.test.ts'];

/** What is promised whichever engine is behind the ports, and so is tried on both; tests know by `inject('engine')`. */
const onBoth = [
  ...['e2e', 'promises', 'faults', 'engine'].map((room) => `test/${room}/**/*.test.ts`),
  'test/inbox/assignment/assignment.test.ts',
];

/** Of these, what keeps nothing, or is about what is before the store and behind it: once is enough. */
const onAnyEngine = [
  ...[
    ...['account-notices', 'account-tokens', 'acknowledgements', 'answer-request', 'catch-up'],
    ...['contact-paces', 'flow-files', 'flow-source', 'lanes', 'media', 'send-outcome', 'slow-down'],
    ...['timers', 'token-seal', 'watch-flows', 'workspaces'],
  ].map((part) => `test/engine/${part}.test.ts`),
  ...[
    'bad-input',
    'faq',
    'hostile-payloads',
    'hostile-simulator',
    'hostile-texts',
    'inbox',
    'outside',
    'platform-faults',
    'search',
    'shipped-flows',
    'simulator',
    'ways-in',
  ].map((part) => `test/e2e/${part}.test.ts`),
  'test/faults/history/**/*.test.ts',
];

export default defineConfig({
  test: {
    pool: 'forks',
    // What takes long mostly waits: for a platform, for a take-over. Then somebody else goes on, also on two cores.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    // A worker reads the modules once for all of its files, which halves its work. What a test file leaves in them the next
    // one finds: no module may keep what a test could trip over.
    isolate: false,
    allowOnly: false,
    // Order is chance, so that no test leans on another; the printed seed repeats it: --sequence.seed=<seed>.
    sequence: { shuffle: true },
    coverage: {
      provider: 'v8',
      // Measured where everything is decided; the shell is judged by what it does.
      include: ['src/core/**/*.ts', 'src/flow/**/*.ts'],
      thresholds: { 'src/core/**': { branches: 85 }, 'src/flow/**': { branches: 85 } },
    },
    projects: [
      { extends: true, test: { name: 'pure', include: pure, testTimeout: 20_000 } },
      {
        extends: true,
        test: {
          name: 'shell',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...pure, ...onPostgresOnly, 'test/bench/peers/**'],
          provide: { engine: 'sqlite' },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [...onPostgresOnly, ...onBoth],
          exclude: [...onSqliteOnly, ...onAnyEngine],
          provide: { engine: 'postgres' },
          globalSetup: 'test/postgres/shared-server.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
