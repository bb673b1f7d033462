/**
 * The borders of the house (docs/decisions tell why they run as they do):
 *
 *     core ← flow ← engine ← inbox ← http ← app ← main
 *
 * channels, store and work know core only; everyone else sees just their ports. A room not built yet has its
 * rule already, so that its first file is held to it.
 */

const path = require('node:path');

/** The ports: what the rooms above may know of sending, keeping and scheduling. */
const CHANNEL_PORT = '^src/channels/(channel|platform|webhook)\\.ts$';
const STORE_PORT = '^src/store/(store|reads|staff|queue|desk|search|uploads)\\.ts$';
const WORK_PORT = '^src/work/work\\.ts$';

/** The channels' pure rendering, which offline commands use to show what a follower will see. */
const RENDER = '^src/channels/[^/]+/render(/|\\.ts$)';

/** What recognises questions within a decision, and so is as pure as the core. */
const LEXICAL = '^src/understanding/lexical/';

const APP = '^src/app(/|\\.ts$)';

/** What server and pages agree on: schemas, and who may do what. */
const CONTRACT = '^src/contract/';

/** Rooms that serve people and machines side by side, on the same ports. */
const ROOMS = '^src/(inbox|outreach|insights|understanding|integrations)/';

/** Matches the named packages, wherever npm put them, and the types written for them. */
const packages = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})/`;

const error = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    // The whole house.
    error(
      'no-circular',
      'Two modules that need each other are one module, or hide a third. Types count.',
      {},
      { circular: true },
    ),
    error(
      'no-barrels',
      'Import a thing from the file that is named for it; an index.ts hides where things live and makes cycles.',
      { path: '/index\\.[cm]?[jt]sx?$', pathNot: 'node_modules' },
      {},
    ),
    error(
      'no-orphans',
      'A module that nobody imports and that imports nobody is forgotten: use it or delete it.',
      { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$' },
      {},
    ),
    error(
      'not-to-unresolvable',
      'Every import leads somewhere.',
      { path: '^src/' },
      { couldNotResolve: true },
    ),
    error(
      'not-to-unlisted',
      'Import only packages that package.json names; a guest of a guest can leave without notice.',
      { path: '^src/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    error(
      'not-to-dev-dep',
      'What runs on an operator’s machine is a dependency. The console is bundled before that; types vanish.',
      { path: '^src/', pathNot: '^src/console/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    error(
      'not-to-test',
      'Tests know the source, never the other way round.',
      { path: '^src/' },
      { path: '^test/' },
    ),

    // The pure rooms.
    error(
      'core-is-pure',
      'The core decides from values alone: it knows itself, the state machine, the calendar and patterns, no machine.',
      { path: '^src/core/' },
      { pathNot: ['^src/core/', packages('libphonenumber-js', 'luxon', 're2js', 'xstate')] },
    ),
    error(
      'contract-is-pure',
      'What server and pages say to each other is schemas over the core’s words: it runs in a browser as well.',
      { path: CONTRACT },
      { pathNot: ['^src/(core|contract)/', packages('zod')] },
    ),
    error(
      'flow-is-pure',
      'The flow language is a compiler over text: it knows the core and pure libraries, no machine.',
      { path: '^src/flow/' },
      {
        pathNot: [
          '^src/(core|flow)/',
          LEXICAL,
          packages('@dagrejs/dagre', 'fastest-levenshtein', 'luxon', 'xstate', 'yaml', 'zod'),
        ],
      },
    ),

    error(
      'lexical-is-pure',
      'Recognising questions by their words is arithmetic over text: it knows the core, no machine and no package.',
      { path: LEXICAL },
      { pathNot: ['^src/core/', LEXICAL] },
    ),

    // The rooms at the edge.
    error(
      'channels-know-core',
      'A channel translates between a platform and the core’s words; it neither decides nor keeps.',
      { path: '^src/channels/' },
      { path: '^src/', pathNot: '^src/(core|channels)/' },
    ),
    error(
      'platforms-keep-apart',
      'A platform sees its own folder, the port, and what the Meta platforms share; never a neighbour. Meta delivers for ' +
        'all of its platforms at one address: one file names who reads what.',
      { path: '^src/channels/([^/]+)/', pathNot: '^src/channels/meta/objects\\.ts$' },
      { path: '^src/channels/[^/]+/', pathNot: '^src/channels/($1|meta)/' },
    ),
    error(
      'render-is-offline',
      'What a message will look like is shown without a network, so rendering reaches no client of one.',
      { path: RENDER },
      {
        path: ['^(node:)?(dns|fs|fs/promises|http|http2|https|net|tls)$', packages('undici')],
        reachable: true,
      },
    ),
    error(
      'store-knows-core',
      'The store keeps what the core says, in one transaction each; it calls nobody.',
      { path: '^src/store/' },
      // Where its migrations lie is a fact of the package.
      { path: '^src/', pathNot: ['^src/(core|store)/', '^src/package-folder\\.ts$'] },
    ),
    error(
      'ports-name-no-implementation',
      'A port, and what stands beside it, is written for every platform, database or scheduler; it names none.',
      { path: '^src/(channels|store|work)/[^/]+$' },
      { path: '^src/(channels|store|work)/[^/]+/' },
    ),
    error(
      'only-store-speaks-sql',
      'Whoever wants a row asks the store’s port for what it means.',
      { path: '^src/', pathNot: '^src/store/' },
      { path: packages('better-sqlite3', 'drizzle-orm', 'pg') },
    ),
    error(
      'work-knows-core',
      'Work says when things are done; what is done is handed to it.',
      { path: '^src/work/' },
      { path: '^src/', pathNot: '^src/(core|work)/' },
    ),

    // The rooms above the ports.
    error(
      'engine-sees-ports',
      'The engine loads, decides, saves and performs through the ports, on whatever stands behind them.',
      { path: '^src/engine/' },
      { path: '^src/', pathNot: ['^src/(core|flow|engine)/', CHANNEL_PORT, STORE_PORT, WORK_PORT] },
    ),
    error(
      'http-sees-ports',
      'The web server verifies, hands over and answers; it picks no implementation.',
      { path: '^src/http/' },
      {
        path: '^src/',
        pathNot: ['^src/(core|engine|http|inbox)/', CONTRACT, CHANNEL_PORT, STORE_PORT, WORK_PORT],
      },
    ),
    error(
      'rooms-keep-apart',
      'The inbox and the rooms beside it stand on the core, the engine and the ports, not on each other.',
      { path: ROOMS },
      { path: '^src/', pathNot: ['^src/(core|engine|$1)/', CONTRACT, STORE_PORT, WORK_PORT] },
    ),
    error(
      'console-is-a-browser',
      'The web pages run in a browser: they may share the core’s words and the contract, and ask the server for the rest.',
      { path: '^src/console/' },
      { path: '^src/', pathNot: '^src/(core|contract|console)/' },
    ),
    error(
      'console-stays-outside',
      'The web pages are bundled apart; no part of the server imports them.',
      { path: '^src/', pathNot: '^src/console/' },
      { path: '^src/console/' },
    ),

    // The command line.
    error(
      'cli-works-offline',
      'Checking, testing and drawing flows needs no server and no database.',
      { path: '^src/cli/', pathNot: '^src/cli/data/' },
      {
        path: '^src/',
        pathNot: [
          '^src/(cli|core|flow)/',
          '^src/(config|engine/flow-files|engine/watch-flows)\\.ts$',
          RENDER,
        ],
      },
    ),
    error(
      'cli-data-behind-the-door',
      'Commands that open the store are reached from the command line’s entrance only.',
      { path: '^src/', pathNot: '^src/cli/(main\\.ts$|data/)' },
      { path: '^src/cli/data/' },
    ),

    // The composition root.
    error(
      'only-app-picks-implementations',
      'Which database, which platforms and which scheduler is one decision, made in one place.',
      { path: '^src/', pathNot: [APP, '^src/(channels|store|work)/', '^src/cli/data/'] },
      { path: '^src/(channels|store|work)/', pathNot: [CHANNEL_PORT, STORE_PORT, WORK_PORT, RENDER] },
    ),
    error(
      'only-main-starts-the-app',
      'The composition root is the last to be imported: by what serves, and by commands that open the store.',
      { path: '^src/', pathNot: [APP, '^src/main\\.ts$', '^src/cli/data/'] },
      { path: APP },
    ),
  ],

  options: {
    doNotFollow: { path: 'node_modules' },
    moduleSystems: ['es6', 'cjs'],
    // Imports of types only are dependencies too: they are how cycles begin.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: path.join(__dirname, 'tsconfig.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    skipAnalysisNotInRules: true,
  },
};
