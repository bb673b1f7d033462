import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Serve = (incoming: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A real HTTP server on a free port of loopback, as every fake platform is. */
export class LoopbackServer {
  readonly #server: Server;
  #port = 0;

  constructor(serve: Serve) {
    this.#server = createServer((request, response) => {
      // A client that dies in the middle of its request has not said anything.
      serve(request, response).catch(() => request.destroy());
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Ends at once, with the requests that are still waiting for an answer. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}
