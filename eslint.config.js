import { existsSync } from 'node:fs';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The web pages have a compiler configuration of their own; without it they cannot be linted by type. */
const consoleIsHere = existsSync(new URL('src/console/tsconfig.json', import.meta.url));

/** HTTP status codes are the web server's vocabulary; everyone else returns results or throws typed errors. */
const httpStatus = [
  {
    selector: 'CallExpression[callee.property.name=/^(status|sendStatus|writeHead)$/]',
    message: 'Statuses are set only in src/http: return a refusal or throw a typed error instead.',
  },
  {
    selector: 'AssignmentExpression[left.property.name="statusCode"]',
    message: 'Statuses are set only in src/http: return a refusal or throw a typed error instead.',
  },
];

const environment = [
  {
    object: 'process',
    property: 'env',
    message: 'Only src/main.ts and src/cli/main.ts see the environment; they hand it to readConfig().',
  },
];

const environmentImport = {
  name: 'node:process',
  importNames: ['env'],
  message: 'Only src/main.ts and src/cli/main.ts see the environment; they hand it to readConfig().',
};

const handedOut = [
  { object: 'Date', property: 'now', message: 'Time comes in from outside, so that there is one clock.' },
  {
    object: 'Math',
    property: 'random',
    message: 'Chance comes in from outside, so that a test can hold it.',
  },
];

const clock = 'The core has no clock: time arrives in the event.';
const chance = 'The core has no randomness: ids are derived from the event.';
const waiting = 'The core never waits: ask for it by an effect; the answer comes back as an event.';
const machine = 'The core knows no machine: what it needs arrives as a value.';

/** What src/core, src/flow and src/understanding/lexical may not touch, so that the same input gives the same decision, for ever. */
const impure = {
  globals: [
    ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'Promise', 'fetch'].map((name) => ({
      name,
      message: waiting,
    })),
    ...['process', 'globalThis', 'global', 'Buffer', 'require'].map((name) => ({
      name,
      message: machine,
    })),
    { name: 'performance', message: clock },
    { name: 'crypto', message: chance },
  ],
  properties: [
    { object: 'Date', property: 'now', message: clock },
    { object: 'DateTime', property: 'now', message: clock },
    { object: 'Math', property: 'random', message: chance },
  ],
  syntax: [
    { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: clock },
    { selector: 'CallExpression[callee.name="Date"]', message: clock },
    {
      selector:
        'CallExpression[callee.object.name="DateTime"][callee.property.name=/^(local|utc)$/][arguments.length=0]',
      message: clock,
    },
    { selector: ':function[async=true]', message: waiting },
    { selector: 'AwaitExpression', message: waiting },
    { selector: 'ForOfStatement[await=true]', message: waiting },
    { selector: 'ImportExpression', message: waiting },
    { selector: 'TSTypeReference[typeName.name="Promise"]', message: waiting },
    {
      selector: 'CallExpression[callee.property.name=/^toLocale/][arguments.length=0]',
      message: 'Without a locale the answer depends on the machine: name one, or use the plain method.',
    },
    {
      selector: 'CallExpression[callee.property.name="localeCompare"][arguments.length=1]',
      message: 'Without a locale the order depends on the machine: name one, or compare with <.',
    },
  ],
  imports: [
    {
      name: 'xstate',
      importNames: [
        'createActor',
        'fromCallback',
        'fromEventObservable',
        'fromObservable',
        'fromPromise',
        'interpret',
        'toPromise',
        'waitFor',
      ],
      message: 'The core runs no actors: use initialTransition() and transition(), and map their actions.',
    },
  ],
};

/** A test's title is a claim about what is so now; a test that does not run proves nothing. */
const testHabits = [
  {
    selector:
      'CallExpression[callee.name=/^(it|test|describe)$/] > .arguments:first-child[value=/\\bshould\\b/i]',
    message: 'Say what is so: "keeps silent after STOP", not "should keep silent".',
  },
  {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo)$/]',
    message: 'Every test in the repository runs.',
  },
  {
    selector: 'CallExpression[callee.object.name="vi"][callee.property.name=/^(mock|doMock)$/]',
    message: 'Tests use the real parts: pass a port or a fake platform server instead of mocking a module.',
  },
];

export default defineConfig(
  {
    ignores: [
      'dist/',
      'coverage/',
      'data/',
      'migrations/',
      'node_modules/',
      ...(consoleIsHere ? [] : ['src/console/']),
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  // Everything we write, scripts and configuration included.
  {
    files: ['**/*.{js,cjs,ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        // A `default` is a decision about the rest; its absence must mean that nothing is left over.
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],

      // A switch counts once: a table of cases is easy to read however long it is.
      complexity: ['error', { max: 12, variant: 'modified' }],
      // `== null` asks for both kinds of nothing at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],

      // Mistakes that the compiler lets through.
      'no-cond-assign': 'error',
      'no-constant-binary-expression': 'error',
      'no-dupe-else-if': 'error',
      'no-fallthrough': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unmodified-loop-condition': 'error',
      'no-unreachable-loop': 'error',
      'no-unsafe-finally': 'error',
      'no-unsafe-optional-chaining': 'error',
      'no-useless-escape': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',

      // Numbers read well in a template, and say what `String(n)` says.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => show(it)` is how a short callback is written, and `return show(it)` how a dispatch ends early.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // `while (true)` says "until we return" more honestly than a flag.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // `[...text]` means code points, which is what platforms count.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // A name with an underscore says: given to us, not needed.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Off: behind an asynchronous port, `async` on a synchronous engine turns what it throws into a rejection.
      '@typescript-eslint/require-await': 'off',
    },
  },

  // Plain JavaScript is not part of the TypeScript project: no types to lint by.
  { files: ['**/*.{js,cjs}'], extends: [tseslint.configs.disableTypeChecked] },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },

  // Tools load their configuration from a default export.
  { files: ['**/*.config.{js,ts}'], rules: { 'no-restricted-exports': 'off' } },

  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-imports': ['error', { paths: [environmentImport] }],
      'no-restricted-properties': ['error', ...environment],
      'no-restricted-syntax': ['error', ...httpStatus],
    },
  },
  {
    // Everywhere but in the composition roots, which hand them out, and in the pages, which have their own.
    files: ['src/{channels,engine,http,inbox,integrations,store,understanding,work}/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', ...environment, ...handedOut],
    },
  },
  { files: ['src/http/**/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['src/cli/**/*.ts', 'src/main.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['src/main.ts', 'src/cli/main.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-imports': 'off' },
  },
  {
    files: ['src/core/**/*.ts', 'src/flow/**/*.ts', 'src/understanding/lexical/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impure.globals],
      'no-restricted-imports': ['error', { paths: [environmentImport, ...impure.imports] }],
      'no-restricted-properties': ['error', ...environment, ...impure.properties],
      'no-restricted-syntax': ['error', ...httpStatus, ...impure.syntax],
    },
  },

  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': ['error', ...testHabits],
      // Off: a wrong index fails the assertion after it, which says more than a guard would.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Off: bodies of HTTP answers and parsed files are `any` until an assertion looks at them.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
