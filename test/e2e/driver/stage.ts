import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test as base } from 'vitest';
import { type FakeMeta, startFakeMeta } from '../../platforms/fake-meta.js';
import { signed } from '../../platforms/meta-payloads.js';
import { readFigures } from './figures.js';
import { Follower } from './follower.js';
import { MachineApi } from './machine-api.js';
import { Confidences, secrets } from './secrets.js';
import { type Ending, type ServerEnvironment, ServerProcess } from './server-process.js';
import { createStageDatabase, type StageDatabase } from './stage-database.js';
import { accounts, type ChannelName, WorkspaceFolder, type WorkspaceName } from './workspace-folder.js';

export interface StageOptions {
  /** The small one of these tests, unless it is said. */
  readonly workspace?: WorkspaceName;
  /** False: the workspace has no account, and therefore the simulator. */
  readonly isConnected?: boolean;
  /** Before the first start, changes the files that the server will read. */
  readonly prepare?: (flows: WorkspaceFolder) => Promise<void>;
  readonly env?: ServerEnvironment;
}

/** Where links of this stage's messages lead, whatever the server's own address is. */
export const publicUrl = 'https://dm.example';

/** Not one of them is a word that anything else is called by. */
const firstNames = ['Zephyrine', 'Quillaume', 'Xanthippe', 'Wolfhilde', 'Thaddaeus', 'Philippina'];
let followersMade = 0;

interface StageParts {
  readonly folder: string;
  readonly database: StageDatabase;
  readonly meta: FakeMeta;
  readonly flows: WorkspaceFolder;
}

/**
 * A server with its data and flows, the platform that it talks to, and the followers who talk to it. Its data are a SQLite
 * file or, where the engine of the run is PostgreSQL, a database there.
 */
export class Stage {
  readonly meta: FakeMeta;
  readonly flows: WorkspaceFolder;
  readonly api = new MachineApi(() => this.server.address);
  readonly confidences = new Confidences();
  readonly env: ServerEnvironment;
  readonly #folder: string;
  readonly #database: StageDatabase;
  readonly #servers: ServerProcess[] = [];

  private constructor({ folder, database, meta, flows }: StageParts, env: ServerEnvironment) {
    this.#folder = folder;
    this.#database = database;
    this.meta = meta;
    this.flows = flows;
    this.env = {
      // The most that an operator can ask it to print.
      LOG_LEVEL: 'trace',
      PUBLIC_URL: publicUrl,
      DATABASE_URL: database.url,
      FLOWS_DIR: flows.path,
      META_GRAPH_URL: meta.url,
      INSTAGRAM_GRAPH_URL: meta.url,
      ...secrets,
      ...env,
    };
    this.confidences.tell(passwordIn(database.url));
  }

  /** Everything but the server. */
  static async set(options: StageOptions = {}): Promise<Stage> {
    const { workspace = 'studio', isConnected = true, prepare, env = {} } = options;
    const folder = await mkdtemp(join(tmpdir(), 'heyword-e2e-'));
    const flows = await WorkspaceFolder.copyOf(workspace, join(folder, 'flows'), { isConnected });
    await prepare?.(flows);
    const database = await createStageDatabase(join(folder, 'data'));
    const meta = await startFakeMeta();
    meta.accounts.setAccount(accounts.messenger.id, 'messenger');
    // A server asks for a fresh token as soon as it starts.
    meta.accounts.renewTo(secrets.INSTAGRAM_TOKEN, secrets.INSTAGRAM_TOKEN);
    return new Stage({ folder, database, meta, flows }, env);
  }

  /** The one that was started last. */
  get server(): ServerProcess {
    const server = this.#servers.at(-1);
    if (server === undefined) throw new Error('No server was started.');
    return server;
  }

  /** Where a SQLite file is, and what belongs to it. */
  get dataFolder(): string {
    return join(this.#folder, 'data');
  }

  /** Where everything is kept, as DATABASE_URL names it. */
  get databaseUrl(): string {
    return this.#database.url;
  }

  /** Starts a server on the data that is there; on PostgreSQL others may run beside it. */
  async start(env: ServerEnvironment = {}): Promise<ServerProcess> {
    const server = await ServerProcess.start({ ...this.env, ...env });
    this.#servers.push(server);
    return server;
  }

  /** Starts a process that is not expected to serve. */
  async refusedStart(env: ServerEnvironment = {}): Promise<Ending> {
    const server = await ServerProcess.spawn({ ...this.env, ...env });
    this.#servers.push(server);
    const ending = await server.ending();
    this.#servers.pop();
    expect(this.confidences.leakedIn(ending.output)).toEqual([]);
    return ending;
  }

  /** Ends the server without warning, and starts another on what it left. */
  async killAndRestart(): Promise<void> {
    await this.server.kill();
    await this.start();
  }

  /** Ends the server as an operator does, and starts another. */
  async restart(): Promise<void> {
    const { code } = await this.server.terminate();
    expect(code).toBe(0);
    await this.start();
  }

  /** Someone new, whose profile tells their name. */
  follower(channel: ChannelName = 'instagram', { hasProfile = true } = {}): Follower {
    followersMade += 1;
    const firstName = `${firstNames[followersMade % firstNames.length]!}${followersMade}`;
    const id = `7700000000${String(followersMade).padStart(7, '0')}`;
    const lastName = `Vandersloot${followersMade}`;
    this.confidences.tell(id, firstName, lastName);
    if (hasProfile)
      this.meta.setProfile(id, {
        name: `${firstName} ${lastName}`,
        first_name: firstName,
        last_name: lastName,
      });
    return new Follower(this, { id, firstName, account: accounts[channel] });
  }

  /** Posts one delivery to the webhook, signed as the platform signs. */
  deliver(
    payload: unknown,
    secret: string = secrets.META_APP_SECRET,
    server = this.server,
  ): Promise<Response> {
    const { body, headers } = signed(payload, secret);
    return this.post(body, headers, server);
  }

  /** Posts anything at all to the webhook. */
  post(
    body: string | Buffer,
    headers: Readonly<Record<string, string>>,
    server = this.server,
  ): Promise<Response> {
    return fetch(`${server.address}/webhooks/meta`, { method: 'POST', body, headers });
  }

  get(path: string): Promise<Response> {
    return fetch(`${this.server.address}${path}`, { redirect: 'manual' });
  }

  /** What the server counts, by the names that Prometheus sees. */
  async figures(): Promise<ReadonlyMap<string, number>> {
    return readFigures(await (await this.get('/metrics')).text());
  }

  /** Ends the server, and makes sure of what holds for every test: it ends well, it was discreet, and asked as documented. */
  async close(): Promise<void> {
    const unended = this.#servers.filter((server) => !server.hasEnded);
    const endings = await Promise.all(unended.map((server) => server.terminate()));
    this.confidences.tell(...this.meta.sends().map(({ text }) => text));
    await this.meta.close();
    await rm(this.#folder, { recursive: true });
    await this.#database.drop();
    for (const ending of endings) expect(ending, ending.output).toMatchObject({ code: 0 });
    expect(this.meta.violations).toEqual([]);
    const printed = this.#servers.map(({ output }) => output.text).join('\n');
    expect(this.confidences.leakedIn(printed)).toEqual([]);
  }
}

/** Empty where there is none. */
function passwordIn(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).password);
}

/** One stage for all tests of a file; each test brings followers of its own. */
export function sharedStage(options: StageOptions = {}): () => Stage {
  let stage: Stage | null = null;
  beforeAll(async () => {
    stage = await Stage.set(options);
    await stage.start();
  });
  afterAll(() => stage?.close());
  return () => stage!;
}

interface StageFixtures {
  /** Opens a stage of this test's own; it is closed after it. */
  readonly openStage: (options?: StageOptions) => Promise<Stage>;
  /** The same without a server. */
  readonly setStage: (options?: StageOptions) => Promise<Stage>;
}

/** Tests that need a server of their own, because they kill it, restart it, or change what it reads. */
export const it = base.extend<StageFixtures>({
  setStage: async ({}, use) => {
    const stages: Stage[] = [];
    await use(async (options) => {
      const stage = await Stage.set(options);
      stages.push(stage);
      return stage;
    });
    for (const stage of stages) await stage.close();
  },
  openStage: async ({ setStage }, use) => {
    await use(async (options) => {
      const stage = await setStage(options);
      await stage.start();
      return stage;
    });
  },
});
