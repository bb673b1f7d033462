import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { openEmbeddedEngines } from './app/embedded-engines.js';
import type { Engines, EngineSettings } from './app/engines.js';
import { type Inbox, openInbox } from './app/inbox.js';
import { connectPlatforms } from './app/platforms.js';
import { settlePort } from './app/settle-port.js';
import { SteadyClock } from './app/steady-clock.js';
import { timeOrderedIds } from './app/time-ordered-id.js';
import { createSimulatorChannel } from './channels/simulator/channel.js';
import { parseSaying } from './channels/simulator/parse.js';
import type { Channel } from './channels/channel.js';
import type { Platform } from './channels/platform.js';
import { createTransport } from './channels/transport.js';
import type { Config, Environment, Secrets } from './config.js';
import type { SupportedChannel } from './core/channel.js';
import { createEngine, type RunningEngine } from './engine/create-engine.js';
import { readFlowFolder } from './engine/flow-files.js';
import { FlowSource } from './engine/flow-source.js';
import { PinnedFlows } from './engine/pinned-flows.js';
import { readRestingFolder } from './engine/resting-folder.js';
import { maintainStore, pruneStore, type UpkeepParts } from './engine/upkeep.js';
import { watchFlows } from './engine/watch-flows.js';
import { Workspaces } from './engine/workspaces.js';
import { createHttpApp, type HttpDeps, type SimulatorSource } from './http/http-app.js';
import { startHttpServer } from './http/http-server.js';
import { createMetrics, type Metrics } from './http/metrics.js';
import { createEgress } from './integrations/egress/egress.js';
import { createLookups } from './integrations/lookups/ask-lookups.js';
import type { Logger } from './logger.js';
import { packageFolder } from './package-folder.js';
import { Shutdown } from './shutdown.js';
import type { Store } from './store/store.js';
import type { CalendarJob } from './work/work.js';

export interface AppParts {
  readonly config: Config;
  readonly secrets: Secrets;
  /** Where the secrets stand that workspace files name. */
  readonly env: Environment;
  readonly log: Logger;
  /** Called once, when only another process can go on with the store. */
  readonly onStoreBroken: (why: Error) => void;
}

export interface RunningApp {
  readonly address: string;
  /** Null: accounts are configured, and the simulator is off. */
  readonly simulatorAddress: string | null;
  /** Lets the first owner in, once; null: somebody is here already. */
  readonly ownerLink: string | null;
  /** Stops taking requests, lets what is under way end, closes the store. */
  stop(): Promise<void>;
}

const steady = new SteadyClock(
  () => Date.now(),
  () => performance.now(),
);
const clock = { now: (): number => steady.now() };
const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
const pageFolder = join(packageFolder, 'dist/console');

/** Conversations that are written to at the same time. */
const sendsAtOnce = 128;

/** Between two looks at a folder of flows that has changed, ms. */
const betweenLooks = 200;

/**
 * Puts the server together and starts it. The one place that knows which store, channels and work engine there are.
 * Where that fails, nothing of it is left: a process without a port must not go on sending.
 */
export async function startApp(parts: AppParts): Promise<RunningApp> {
  const shutdown = new Shutdown();
  try {
    const config = await settlePort(parts.config);
    return { ...(await serve({ ...parts, config }, shutdown)), stop: () => shutdown.run() };
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

async function serve(parts: AppParts, shutdown: Shutdown): Promise<Omit<RunningApp, 'stop'>> {
  const { config } = parts;
  const assign = (): Promise<void> => inbox.assignment.run();
  const engines = await openEngines(parts, shutdown, { renewTokens: () => engine.renewTokens(), assign });
  const { store } = engines;
  // Jobs that several processes share wait by the wall clock, which those have to agree about.
  if (engines.storyFeed === null) await resumeClock(store, parts.log);
  const watch = await watchFlows(config.flowsDir);
  shutdown.add(() => watch.stop());
  const pinned = await revivePinned(store);
  const flows = createFlowSource(parts, store, pinned);
  const workspaces = new Workspaces(await flows.loadAtStart());
  const transport = createTransport(clock.now);
  shutdown.add(() => transport.close());
  const metrics = metricsOf(engines, () => ({ engine, inbox }));
  const platforms = connectPlatforms(parts.config, parts.secrets, transport);
  const channels = channelsOf(platforms);
  const engine: RunningEngine = assembleEngine(parts, engines, { workspaces, pinned, metrics, channels });
  const simulator = simulatorOf(workspaces);
  const closing = new AbortController();
  const inbox: Inbox = openInbox({ ...parts, ...engines, engine, workspaces, now: clock.now });
  const app = createHttpApp({
    ...inbox,
    ...settingsOf(parts),
    engine,
    store,
    staff: store,
    metrics,
    closing: closing.signal,
    simulator,
    webhooks: platforms.map(({ webhook }) => webhook),
    ...servedIn(workspaces),
  });
  shutdown.add(() => engine.stop());
  await engine.start();
  inbox.assignment.wake();
  const server = await startHttpServer(app, config);
  shutdown.add(() => server.close());
  shutdown.add(() => closing.abort());
  shutdown.add(() => inbox.close());
  watch.onChange(() => flows.reload(workspaces));
  const address = `http://${config.host}:${String(server.port)}`;
  return {
    address,
    simulatorAddress: simulator === null ? null : `${address}/simulator`,
    ownerLink: await inbox.identity.inviteOwner(),
  };
}

/** A wall clock that was set back while nobody ran is waited for as one that is set back while somebody runs. */
async function resumeClock(store: Pick<Store, 'lastReceivedAt'>, log: Logger): Promise<void> {
  const milliseconds = steady.goOnFrom((await store.lastReceivedAt()) ?? 0);
  if (milliseconds > 0) log.warn({ milliseconds }, 'the wall clock is behind what the database has come to');
}

/** Those who are asked for figures are made after what shows them. */
function metricsOf(
  { store, logBytes }: Engines,
  rooms: () => { readonly engine: RunningEngine; readonly inbox: Inbox },
): Metrics {
  return createMetrics(
    () => store.figures(clock.now()),
    () => rooms().engine.accounts(),
    () => rooms().inbox.live.listening,
    () => rooms().engine.intake(),
    logBytes,
  );
}

/** What the web server is told, and what comes to it from outside. */
function settingsOf({ config, secrets, log }: AppParts) {
  const { publicUrl, trustedProxies } = config;
  const { apiToken } = secrets;
  const newToken = (): string => randomBytes(32).toString('base64url');
  return {
    publicUrl,
    trustedProxies,
    apiToken,
    pageFolder,
    log,
    now: clock.now,
    newId: randomUUID,
    newToken,
  };
}

/** What pages and webhooks ask of the served set, as it is at that moment. */
function servedIn(workspaces: Workspaces): Pick<HttpDeps, 'findWorkspace' | 'signingAccounts'> {
  return {
    findWorkspace: (name) => workspaces.find(name),
    signingAccounts: () => workspaces.accounts,
  };
}

async function openEngines(
  { config, secrets, log, onStoreBroken }: AppParts,
  shutdown: Shutdown,
  deeds: RegularDeeds,
): Promise<Engines> {
  const settings: EngineSettings = {
    calendar: (store) => calendarOf({ store, clock, log }, deeds),
    concurrency: sendsAtOnce,
    onStoreBroken,
    onLogGrown: (bytes) => {
      log.warn(
        { bytes },
        'the log of the database cannot shrink: another process reads an old state of it, such as a backup; end that',
      );
    },
    now: clock.now,
    newId: timeOrderedIds(clock.now),
    onWorkError: (err) => {
      log.error({ err }, 'work failed and is tried again');
    },
    onCalendarError: (job, err) => {
      log.error({ rule: job, err }, 'a calendar job failed');
    },
  };
  if (config.database.kind === 'sqlite') return openEmbeddedEngines(config.database.file, settings, shutdown);
  // A start on SQLite, which has no use for its packages, would take 70 ms longer.
  const { openPostgresEngines } = await import('./app/postgres-engines.js');
  return openPostgresEngines(secrets.databaseUrl ?? '', settings, shutdown);
}

/** What the calendar has done by those who are made after it. */
interface RegularDeeds {
  readonly renewTokens: () => Promise<void>;
  readonly assign: () => Promise<void>;
}

function calendarOf(upkeep: UpkeepParts, { renewTokens, assign }: RegularDeeds): readonly CalendarJob[] {
  return [
    { name: 'prune', at: '17 3 * * *', run: () => pruneStore(upkeep) },
    { name: 'renew_tokens', at: '7 * * * *', run: renewTokens },
    { name: 'assign', at: '* * * * *', run: assign },
    { name: 'maintain', at: '47 * * * *', run: () => maintainStore(upkeep) },
  ];
}

function createFlowSource({ config, env, log }: AppParts, store: Store, pinned: PinnedFlows): FlowSource {
  return new FlowSource({
    store,
    pinned,
    digest,
    turn: () => turn(),
    secret: (name) => env[name],
    read: () => readFlowFolder(config.flowsDir),
    readAtRest: () => readRestingFolder(config.flowsDir, () => pause(betweenLooks)),
    log,
  });
}

async function revivePinned(store: Store): Promise<PinnedFlows> {
  const pinned = new PinnedFlows();
  pinned.revive(await store.storedFlows());
  return pinned;
}

function channelsOf(platforms: readonly Platform[]): ReadonlyMap<SupportedChannel, Channel> {
  const channels = [...platforms.flatMap((platform) => platform.channels), createSimulatorChannel()];
  return new Map(channels.map((channel) => [channel.name, channel]));
}

interface EngineRooms {
  readonly workspaces: Workspaces;
  readonly pinned: PinnedFlows;
  readonly metrics: Metrics;
  readonly channels: ReadonlyMap<SupportedChannel, Channel>;
}

function assembleEngine(parts: AppParts, engines: Engines, rooms: EngineRooms): RunningEngine {
  const { config, env, log } = parts;
  return createEngine({
    ...rooms,
    outside: createLookups({
      egress: createEgress({ allowed: config.egressAllowed }),
      secret: (name) => env[name],
      clock,
      metrics: rooms.metrics,
      log,
    }),
    store: engines.store,
    storyFeed: engines.storyFeed,
    createWork: (tasks) => engines.createWork(tasks),
    clock,
    elapsed: () => performance.now(),
    chance: Math.random,
    newId: timeOrderedIds(clock.now),
    publicUrl: config.publicUrl,
    log,
  });
}

/** On where no account is configured; the first workspace is tried out. */
function simulatorOf(workspaces: Workspaces): SimulatorSource | null {
  const account = workspaces.accountByPlatformId('simulator', 'simulator');
  return account === undefined
    ? null
    : { workspace: account.workspace, account: account.name, parse: parseSaying };
}
