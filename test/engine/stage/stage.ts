import { createHash } from 'node:crypto';
import { createEngine, type RunningEngine } from '../../../src/engine/create-engine.js';
import { FlowSource } from '../../../src/engine/flow-source.js';
import { PinnedFlows } from '../../../src/engine/pinned-flows.js';
import type { EngineLog } from '../../../src/engine/ports.js';
import { Workspaces } from '../../../src/engine/workspaces.js';
import type { SourceFile } from '../../../src/flow/yaml/source-file.js';
import type { Store } from '../../../src/store/store.js';
import { EmbeddedWork } from '../../../src/work/embedded/embedded-work.js';
import { OpenCalls } from './open-calls.js';
import { ScriptedOutside } from './scripted-outside.js';
import { ScriptedPlatform } from './scripted-platform.js';
import { createStageData, type StageData } from './stage-data.js';
import { VirtualTime } from './virtual-time.js';

/** One line that the engine logged. */
export interface Logged {
  readonly level: keyof EngineLog;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly message: string;
}

interface Life {
  isDead: boolean;
  readonly store: Store;
  readonly busyStore: Store;
  readonly workspaces: Workspaces;
  readonly flows: FlowSource;
  readonly engine: RunningEngine;
}

export interface StageOptions {
  /** Epoch ms. */
  readonly startsAt?: number;
  readonly files: readonly SourceFile[];
  /** Values of the environment; default: each name has one. */
  readonly secret?: (name: string) => string | undefined;
  /** Conversations that are served at the same time. */
  readonly concurrency?: number;
}

/** Monday 12 January 2026, 10:00 in Berlin. */
const beginning = Date.UTC(2026, 0, 12, 9);
const nobody = (): void => undefined;
const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/**
 * The engine as `app.ts` puts it together, without a web server and in one process: what arrives is handed to it, what it
 * sends goes to a scripted platform, and time passes as the test says. It can be stopped, killed and started again on
 * the same data, which are a SQLite file or a PostgreSQL database.
 */
export class Stage {
  readonly time: VirtualTime;
  readonly platform: ScriptedPlatform;
  readonly outside: ScriptedOutside;
  readonly logged: Logged[] = [];
  /** The flow files on disk. */
  files: readonly SourceFile[];
  readonly #data: StageData;
  readonly #calls = new OpenCalls();
  readonly #options: StageOptions;
  #life: Life | null = null;
  #ids = 0;

  private constructor(data: StageData, options: StageOptions) {
    this.#data = data;
    this.#options = options;
    this.files = options.files;
    this.time = new VirtualTime(() => this.#calls.any);
    this.platform = new ScriptedPlatform(this.time);
    this.outside = new ScriptedOutside();
    this.time.start(options.startsAt ?? beginning);
  }

  static async open(options: StageOptions): Promise<Stage> {
    const stage = new Stage(await createStageData(), options);
    await stage.start();
    return stage;
  }

  get engine(): RunningEngine {
    return this.#alive().engine;
  }

  get store(): Store {
    return this.#alive().store;
  }

  /** The store for what runs beside the engine: no time passes while it is asked something. */
  get busyStore(): Store {
    return this.#alive().busyStore;
  }

  get workspaces(): Workspaces {
    return this.#alive().workspaces;
  }

  async start(): Promise<void> {
    if (this.#life !== null) throw new Error('A server runs already: a stage has one at a time.');
    const store = await this.#data.open({
      newId: this.#newId,
      random: (size) => createHash('shake256', { outputLength: size }).update(this.#newId()).digest(),
    });
    const life = await this.#wire(store);
    this.#life = life;
    await this.time.passUntil(life.engine.start());
  }

  /**
   * Ends the process without warning: nothing that it waited for ever comes, nobody hears of it again. What it had asked of
   * the store has still been done when this resolves, as if the kill had come between that and the answer.
   */
  async kill(): Promise<void> {
    const life = this.#alive();
    life.isDead = true;
    this.platform.hangUp(life);
    void life.engine.stop();
    this.#life = null;
    await life.store.close();
  }

  /** Ends the process as an operator does. */
  async stop(): Promise<void> {
    const { engine, store } = this.#alive();
    await this.time.passUntil(engine.stop());
    await store.close();
    this.#life = null;
  }

  /** Lets the server read its flow files again. */
  async reload(): Promise<void> {
    const { flows, workspaces } = this.#alive();
    await this.time.passUntil(flows.reload(workspaces));
  }

  async close(): Promise<void> {
    if (this.#life !== null) await this.kill();
    await this.time.settle();
    this.time.end();
    await this.#data.remove();
  }

  async #wire(opened: Store): Promise<Life> {
    const life = { isDead: false };
    const { time, logged } = this;
    const store = this.#calls.count(opened, () => life.isDead);
    const pinned = new PinnedFlows();
    pinned.revive(await opened.storedFlows());
    const log = logInto(logged);
    const flows = new FlowSource({
      store,
      pinned,
      digest,
      turn: () => Promise.resolve(),
      secret: this.#options.secret ?? ((name) => `value of ${name}`),
      read: () => Promise.resolve({ files: this.files, issues: [] }),
      readAtRest: () => Promise.resolve({ files: this.files, issues: [] }),
      log,
    });
    const workspaces = new Workspaces(await time.passUntil(flows.loadAtStart()));
    const engine = createEngine({
      store,
      channels: this.platform.connect(life),
      outside: this.outside.connect(life),
      workspaces,
      pinned,
      storyFeed: null,
      clock: time,
      chance: () => 0.5,
      newId: this.#newId,
      publicUrl: 'https://dm.example',
      metrics: {
        ...{ sendEnded: nobody, lookupEnded: nobody, noticeHeard: nobody },
        ...{ deliveryAdmitted: nobody, deliveryWaited: nobody },
      },
      elapsed: () => time.now(),
      log,
      createWork: (tasks) =>
        new EmbeddedWork(tasks, {
          now: () => time.now(),
          concurrency: this.#options.concurrency ?? 128,
          onError: (err) => log.error({ err }, 'work failed and is tried again'),
        }),
    });
    return Object.assign(life, { store: opened, busyStore: store, workspaces, flows, engine });
  }

  readonly #newId = (): string => {
    this.#ids += 1;
    return `id-${String(this.#ids).padStart(8, '0')}`;
  };

  #alive(): Life {
    if (this.#life === null) throw new Error('No server runs.');
    return this.#life;
  }
}

function logInto(logged: Logged[]): EngineLog {
  const at =
    (level: keyof EngineLog): EngineLog['info'] =>
    (facts, message) =>
      void logged.push({ level, facts, message });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
