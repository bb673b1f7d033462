import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { answerProblems } from '../../../src/http/problem.js';
import { WorldChanges } from './change-world.js';
import { conversationRoutes } from './conversation-routes.js';
import { createWorld, type WorldOptions } from './create-world.js';
import { deedRoutes } from './deed-routes.js';
import { Faults } from './faults.js';
import { entranceRoutes, peopleRoutes } from './identity-routes.js';
import { LiveLine } from './live-line.js';
import { otherRoutes, type PresenceTold } from './other-routes.js';
import { queueRoutes } from './queue-routes.js';
import { replyRoutes, viewRoutes } from './saved-routes.js';
import { searchRoutes } from './search-routes.js';
import { type FakeRoute, serveRoutes } from './serve-contract.js';
import { servePages } from './serve-pages.js';
import { sessionRoutes } from './session-routes.js';
import type { World } from './world.js';

/** A request that reached the API. */
interface Received {
  readonly method: string;
  /** Below `/api/v1`. */
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** Plays the server's side of the contract over a world in memory, and serves the built pages. */
export class FakeInbox {
  readonly world: World;
  readonly live = new LiveLine();
  readonly faults = new Faults();
  readonly changes: WorldChanges;
  /** What pages have said of where their people are. */
  readonly presence: PresenceTold[] = [];
  readonly received: Received[] = [];
  readonly #server: Server;

  private constructor(server: Server, world: World) {
    this.#server = server;
    this.world = world;
    this.changes = new WorldChanges(world, this.live);
  }

  static async start(pageFolder: string, options: WorldOptions = {}): Promise<FakeInbox> {
    const app = express();
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const fake = new FakeInbox(server, createWorld(options));
    fake.#route(app, pageFolder);
    return fake;
  }

  /** Without a slash at its end. */
  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Tells every open page. */
  get push(): LiveLine['push'] {
    return this.live.push.bind(this.live);
  }

  /** Breaks every connection and answers nothing until `comeBack`. */
  goOffline(): void {
    this.faults.goOffline();
    this.live.cut();
  }

  comeBack(): void {
    this.faults.comeBack();
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  #route(app: Express, pageFolder: string): void {
    const api = express.Router();
    api.use(express.json({ limit: '1mb' }), this.faults.strike, (request, _response, next) => {
      const { method, path, query, body } = request;
      this.received.push({ method, path, query, body });
      next();
    });
    api.get('/live', this.live.listen);
    api.use(serveRoutes(this.#routes(), this.world));
    app.use('/api/v1', api);
    servePages(app, pageFolder);
    app.use(answerProblems(silent));
  }

  #routes(): readonly FakeRoute[] {
    return [
      ...sessionRoutes(this.world),
      ...entranceRoutes(this.world),
      ...peopleRoutes(this.world),
      ...queueRoutes(this.world),
      ...searchRoutes(this.world),
      ...viewRoutes(this.world),
      ...replyRoutes(this.world),
      ...conversationRoutes(this.world),
      ...deedRoutes(this.world, this.changes),
      ...otherRoutes(this.world, this.presence),
    ];
  }
}

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
