import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { secrets } from '../e2e/driver/secrets.js';
import { type Ending, type ServerEnvironment, ServerProcess } from '../e2e/driver/server-process.js';
import { accounts, WorkspaceFolder } from '../e2e/driver/workspace-folder.js';
import { type FakeMeta, startFakeMeta } from '../platforms/fake-meta.js';
import { type Item, signed } from '../platforms/meta-payloads.js';
import type { TestEngine } from './engine.js';
import { installCommitAudit } from './history/commit-audit.js';
import { countWaiting } from './history/count-waiting.js';
import type { History } from './history/history.js';
import { readRows } from './history/read-rows.js';
import { writeFlows } from './load/flows.js';
import type { Answer, Reach } from './load/reach.js';
import type { Recorder } from './load/recorder.js';

/** How long a request may take before whoever made it gives up, ms: as long as Meta waits for a webhook's answer. */
const patience = 20_000;
/** A message of unknown fate holds back the next one for half a minute; longer than this nothing may stand still, ms. */
const longestWait = 90_000;

/** A server, or what stands before it. */
type Reachable = Pick<ServerProcess, 'address'>;

export interface SceneOptions {
  /** Where a SQLite file is kept; missing: in a folder of the scene's own. */
  readonly dataFolder?: string;
  /** More of the servers' environment; it may name files beside the folder of flows. */
  readonly env?: (flows: string) => ServerEnvironment;
}

/** The platform, the flows, the data, and as many servers on them as a scenario wants. */
export class Scene {
  readonly meta: FakeMeta;
  readonly flows: WorkspaceFolder;
  readonly databaseUrl: string;
  readonly env: ServerEnvironment;
  readonly #folder: string;
  readonly #servers: ServerProcess[] = [];

  private constructor(
    parts: Pick<Scene, 'meta' | 'flows' | 'databaseUrl'> & { folder: string; env: ServerEnvironment },
  ) {
    this.meta = parts.meta;
    this.flows = parts.flows;
    this.databaseUrl = parts.databaseUrl;
    this.#folder = parts.folder;
    this.env = {
      LOG_LEVEL: 'warn',
      PUBLIC_URL: 'https://dm.example',
      DATABASE_URL: parts.databaseUrl,
      FLOWS_DIR: parts.flows.path,
      META_GRAPH_URL: parts.meta.url,
      INSTAGRAM_GRAPH_URL: parts.meta.url,
      ...secrets,
      ...parts.env,
    };
  }

  /** Everything, with tables in which the database notes what is committed; no server runs yet. */
  static async set(engine: TestEngine, { dataFolder, env = () => ({}) }: SceneOptions = {}): Promise<Scene> {
    const folder = await mkdtemp(join(tmpdir(), 'heyword-faults-'));
    const flows = await WorkspaceFolder.copyOf('studio', join(folder, 'flows'));
    await writeFlows(flows);
    const databaseUrl = await engine.createDatabase(dataFolder ?? join(folder, 'data'));
    const meta = await startFakeMeta();
    meta.accounts.setAccount(accounts.messenger.id, 'messenger');
    // A server asks for a fresh token as soon as it starts.
    meta.accounts.renewTo(secrets.INSTAGRAM_TOKEN, secrets.INSTAGRAM_TOKEN);
    const scene = new Scene({ meta, flows, databaseUrl, folder, env: env(flows.path) });
    await (await scene.start()).terminate();
    await installCommitAudit(databaseUrl);
    return scene;
  }

  /** The one that was started last. */
  get server(): ServerProcess {
    const server = this.#servers.at(-1);
    if (server === undefined) throw new Error('No server was started.');
    return server;
  }

  /** Resolves when it serves. */
  async start(env: ServerEnvironment = {}): Promise<ServerProcess> {
    const server = await ServerProcess.start({ ...this.env, ...env });
    this.#servers.push(server);
    return server;
  }

  /** Reaches the server that is asked for anew each time; one that is not there gives no answer. */
  reach(server: () => Reachable = () => this.server): Reach {
    return {
      deliver: async (payload) => (await post(server, payload))?.status ?? null,
      ask: (method, path, body) => ask(server, { method, path, body }),
    };
  }

  /** What `/readyz` answers; null: nothing. */
  readiness(): Promise<Response | null> {
    return request(() => this.server, '/readyz', {});
  }

  /** Until nothing waits to go out any more, or nothing has moved for long: what waits then is found by whoever judges. */
  async drain(): Promise<void> {
    let [waiting, since] = [Infinity, Date.now()];
    while (waiting > 0 && Date.now() - since < longestWait) {
      const now = await countWaiting(this.databaseUrl);
      if (now !== waiting) since = Date.now();
      waiting = now;
      if (waiting > 0) await pause(250);
    }
  }

  /** What there is to judge, once the servers are gone or quiet. */
  async history(recorder: Recorder): Promise<History> {
    return recorder.history(this.meta.sends(), await readRows(this.databaseUrl));
  }

  /** Ends as an operator does whatever runs; what does not end well is told. */
  async terminate(): Promise<readonly string[]> {
    const unended = this.#servers.filter((server) => !server.hasEnded);
    const endings = await Promise.all(unended.map((server) => server.terminate()));
    return endings.filter(({ code }) => code !== 0).map(describeEnding);
  }

  /** Ends everything at once. */
  async close(): Promise<void> {
    const unended = this.#servers.filter((server) => !server.hasEnded);
    await Promise.all(unended.map((server) => server.kill()));
    await this.meta.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

export function describeEnding({ code, signal, output }: Ending): string {
  const reasons = output.split('\n').filter((line) => line.includes('"level":"fatal"'));
  const words = reasons.length > 0 ? reasons.join('\n') : output.slice(-500);
  return `a server ended with ${String(code ?? signal)}: ${words}`;
}

interface Response {
  readonly status: number;
  readonly text: string;
}

function post(server: () => Reachable, payload: Item): Promise<Response | null> {
  const { body, headers } = signed(payload, secrets.META_APP_SECRET);
  return request(server, '/webhooks/meta', { method: 'POST', body, headers });
}

interface Question {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: object | undefined;
}

async function ask(server: () => Reachable, { method, path, body }: Question): Promise<Answer | null> {
  const answer = await request(server, `/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${secrets.API_TOKEN}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return answer === null ? null : { status: answer.status, body: JSON.parse(answer.text) as unknown };
}

/** Null: there was no answer, or not all of it. */
async function request(server: () => Reachable, path: string, init: RequestInit): Promise<Response | null> {
  try {
    const answer = await fetch(`${server().address}${path}`, {
      ...init,
      signal: AbortSignal.timeout(patience),
    });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return null;
  }
}
