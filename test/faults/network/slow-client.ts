import { connect, type Socket } from 'node:net';

/** What a slow client never comes to the end of. */
export type SlowPart = 'headers' | 'body';

/** A client that says a byte now and then, until it is cut off. */
export class SlowClient {
  readonly #socket: Socket;
  readonly #began = performance.now();
  #cutAfter: number | null = null;

  constructor(port: number, part: SlowPart, pause: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const line = 'POST /webhooks/meta HTTP/1.1\r\nhost: 127.0.0.1\r\n';
    if (part === 'body')
      this.#socket.write(`${line}content-type: application/json\r\ncontent-length: 900\r\n\r\n`);
    else this.#socket.write(`${line}x-slow: `);
    const drip = setInterval(() => this.#socket.write('x'), pause);
    this.#socket.on('error', () => undefined);
    // What is answered is read, so that the end is seen.
    this.#socket.resume();
    this.#socket.on('close', () => {
      clearInterval(drip);
      this.#cutAfter = performance.now() - this.#began;
    });
  }

  /** How long it held its connection, ms; null: it still does. */
  get cutAfter(): number | null {
    return this.#cutAfter;
  }

  leave(): void {
    this.#socket.destroy();
  }
}
