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
import { maintainStore, pruneStore } from './engine/upkeep.js';
import { watchFlows } from './engine/watch-flows.js';
import { Workspaces } from './engine/workspaces.js';
import { createHttpApp, type SimulatorSource } from './http/http-app.js';
import { startHttpServer } from './http/http-server.js';
import { createMetrics, type Metrics } from './http/metrics.js';
import type { Logger } from './logger.js';
import type { Store } from './store/store.js';
import { openSqliteStore } from './store/sqlite/open.js';
import { acquireServerLock } from './store/sqlite/server-lock.js';
import { EmbeddedWork } from './work/embedded/embedded-work.js';
import { startCalendar } from './work/embedded/calendar.js';

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

/** Puts the server together and starts it. The one place that knows which store, channels and work engine there are. */
export async function startApp(parts: AppParts): Promise<RunningApp> {
  const { config, log } = parts;
  const lock = acquireServerLock(config.database.file);
  const store = openSqliteStore({ path: config.database.file, newId: randomUUID });
  const flows = new FlowSource({
    store,
    pinned: await revivePinned(store),
    digest,
    secret: (name) => parts.env[name],
    read: () => readFlowFolder(config.flowsDir),
    log,
  });
  const workspaces = new Workspaces(await flows.loadAtStart());
  const graph = createGraphClient();
  const metrics = createMetrics(() => store.figures(clock.now()));
  const engine = assembleEngine(parts, {
    store,
    workspaces,
    metrics,
    channels: connectChannels(config, graph),
  });
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
    meta: {
      verifyToken: parts.secrets.metaVerifyToken ?? '',
      secrets: () => flows.signingSecrets,
      answerHandshake,
      verifySignature,
      parseJson,
      parseDelivery,
    },
  });
  await engine.start();
  const server = await startHttpServer(app, config);
  const watch = watchFlows(config.flowsDir, () => flows.reload(workspaces));
  const upkeep = { store, clock, log };
  const calendar = startCalendar(
    [
      { name: 'prune', at: '17 3 * * *', run: () => pruneStore(upkeep) },
      { name: 'maintain', at: '47 * * * *', run: () => maintainStore(upkeep) },
    ],
    (job, err) => {
      log.error({ rule: job, err }, 'a calendar job failed');
    },
  );
  const address = `http://${config.host}:${String(server.port)}`;
  return {
    address,
    simulatorAddress: simulator === null ? null : `${address}/simulator`,
    stop: async () => {
      closing.abort();
      await watch.stop();
      await calendar.stop();
      await server.close();
      await engine.stop();
      await graph.close();
      await store.close();
      lock.release();
    },
  };
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
