import { createHash, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createInstagramChannel } from './channels/instagram/channel.js';
import { parseDelivery } from './channels/meta/envelope.js';
import { createGraphClient } from './channels/meta/graph.js';
import { answerHandshake } from './channels/meta/handshake.js';
import { parseJson } from './channels/meta/json.js';
import { verifySignature } from './channels/meta/signature.js';
import { createMessengerChannel } from './channels/messenger/channel.js';
import { createSimulatorChannel } from './channels/simulator/channel.js';
import { parseSaying } from './channels/simulator/parse.js';
import type { Channel } from './channels/channel.js';
import type { Config, Environment, Secrets } from './config.js';
import type { SupportedChannel } from './core/channel.js';
import { createEngine, type RunningEngine } from './engine/create-engine.js';
import { readFlowFolder } from './engine/flow-files.js';
import { FlowSource } from './engine/flow-source.js';
import { PinnedFlows } from './engine/pinned-flows.js';
import { maintainStore, pruneStore, type UpkeepParts } from './engine/upkeep.js';
import { watchFlows } from './engine/watch-flows.js';
import { Workspaces } from './engine/workspaces.js';
import { createHttpApp, type SimulatorSource } from './http/http-app.js';
import { startHttpServer } from './http/http-server.js';
import { createMetrics, type Metrics } from './http/metrics.js';
import type { MetaSource } from './http/webhooks/meta-webhook.js';
import type { Logger } from './logger.js';
import { Shutdown } from './shutdown.js';
import type { Store } from './store/store.js';
import { openSqliteStore } from './store/sqlite/open.js';
import { acquireServerLock } from './store/sqlite/server-lock.js';
import { EmbeddedWork } from './work/embedded/embedded-work.js';
import { type Calendar, startCalendar } from './work/embedded/calendar.js';

export interface AppParts {
  readonly config: Config;
  readonly secrets: Secrets;
  /** Where the secrets stand that workspace files name. */
  readonly env: Environment;
  readonly log: Logger;
}

export interface RunningApp {
  readonly address: string;
  /** Null: accounts are configured, and the simulator is off. */
  readonly simulatorAddress: string | null;
  /** Stops taking requests, lets what is under way end, closes the store. */
  stop(): Promise<void>;
}

const clock = { now: (): number => Date.now() };
const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
const pageFolder = fileURLToPath(new URL('./console', import.meta.url));

/** Conversations that are written to at the same time. */
const sendsAtOnce = 128;

/**
 * Puts the server together and starts it. The one place that knows which store, channels and work engine there are.
 * Where that fails, nothing of it is left: a process without a port must not go on sending.
 */
export async function startApp(parts: AppParts): Promise<RunningApp> {
  const shutdown = new Shutdown();
  try {
    return { ...(await serve(parts, shutdown)), stop: () => shutdown.run() };
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

async function serve(parts: AppParts, shutdown: Shutdown): Promise<Omit<RunningApp, 'stop'>> {
  const { config, log } = parts;
  const store = openStore(config.database.file, shutdown);
  const watch = await watchFlows(config.flowsDir);
  shutdown.add(() => watch.stop());
  const flows = await createFlowSource(parts, store);
  const workspaces = new Workspaces(await flows.loadAtStart());
  const graph = createGraphClient();
  shutdown.add(() => graph.close());
  const metrics = createMetrics(() => store.figures(clock.now()));
  const channels = connectChannels(config, graph);
  const engine = assembleEngine(parts, { store, workspaces, metrics, channels });
  const simulator = simulatorOf(workspaces);
  const closing = new AbortController();
  const app = createHttpApp({
    engine,
    store,
    metrics,
    log,
    now: clock.now,
    closing: closing.signal,
    publicUrl: config.publicUrl,
    apiToken: parts.secrets.apiToken,
    simulator,
    meta: metaSource(parts, flows),
  });
  shutdown.add(() => engine.stop());
  await engine.start();
  const server = await startHttpServer(app, config);
  shutdown.add(() => server.close());
  shutdown.add(() => closing.abort());
  watch.onChange(() => flows.reload(workspaces));
  const calendar = keepCalendar({ store, clock, log });
  shutdown.add(() => calendar.stop());
  const address = `http://${config.host}:${String(server.port)}`;
  return { address, simulatorAddress: simulator === null ? null : `${address}/simulator` };
}

function openStore(file: string, shutdown: Shutdown): Store {
  const lock = acquireServerLock(file);
  shutdown.add(() => lock.release());
  const store = openSqliteStore({ path: file, newId: randomUUID });
  shutdown.add(() => store.close());
  return store;
}

async function createFlowSource({ config, env, log }: AppParts, store: Store): Promise<FlowSource> {
  return new FlowSource({
    store,
    pinned: await revivePinned(store),
    digest,
    secret: (name) => env[name],
    read: () => readFlowFolder(config.flowsDir),
    log,
  });
}

function metaSource({ secrets }: AppParts, flows: FlowSource): MetaSource {
  return {
    verifyToken: secrets.metaVerifyToken ?? '',
    secrets: () => flows.signingSecrets,
    answerHandshake,
    verifySignature,
    parseJson,
    parseDelivery,
  };
}

function keepCalendar(upkeep: UpkeepParts): Calendar {
  return startCalendar(
    [
      { name: 'prune', at: '17 3 * * *', run: () => pruneStore(upkeep) },
      { name: 'maintain', at: '47 * * * *', run: () => maintainStore(upkeep) },
    ],
    (job, err) => {
      upkeep.log.error({ rule: job, err }, 'a calendar job failed');
    },
  );
}

async function revivePinned(store: Store): Promise<PinnedFlows> {
  const pinned = new PinnedFlows();
  pinned.revive(await store.storedFlows());
  return pinned;
}

function connectChannels(
  { meta }: Config,
  graph: ReturnType<typeof createGraphClient>,
): ReadonlyMap<SupportedChannel, Channel> {
  return new Map<SupportedChannel, Channel>([
    [
      'instagram',
      createInstagramChannel({ graph, baseUrl: meta.instagramGraphUrl, version: meta.apiVersion }),
    ],
    ['messenger', createMessengerChannel({ graph, baseUrl: meta.graphUrl, version: meta.apiVersion })],
    ['simulator', createSimulatorChannel()],
  ]);
}

interface EngineRooms {
  readonly store: Store;
  readonly workspaces: Workspaces;
  readonly metrics: Metrics;
  readonly channels: ReadonlyMap<SupportedChannel, Channel>;
}

function assembleEngine({ config, log }: AppParts, rooms: EngineRooms): RunningEngine {
  return createEngine({
    ...rooms,
    clock,
    chance: Math.random,
    newId: randomUUID,
    publicUrl: config.publicUrl,
    log,
    createWork: (tasks) =>
      new EmbeddedWork(tasks, {
        now: clock.now,
        concurrency: sendsAtOnce,
        onError: (err) => {
          log.error({ err }, 'work failed and is tried again');
        },
      }),
  });
}

/** On where no account is configured; the first workspace is tried out. */
function simulatorOf(workspaces: Workspaces): SimulatorSource | null {
  const account = workspaces.accountByPlatformId('simulator', 'simulator');
  return account === undefined
    ? null
    : { workspace: account.workspace, account: account.name, pageFolder, parse: parseSaying };
}
