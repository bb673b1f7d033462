import { connect, type Socket } from 'node:net';

/** What waits for the answer to the one request that is on the wire. */
interface Asked {
  readonly resolve: (status: number | null) => void;
  text: string;
}

/**
 * A kept-alive connection with one request on the wire at a time. It does as little as can be done: who offers a server ten
 * times of what it takes must not be slower than the server.
 */
export class Wire {
  readonly #port: number;
  #socket: Socket | null = null;
  #asked: Asked | null = null;

  constructor(port: number) {
    this.#port = port;
  }

  /** Resolves when the server has answered on it: the system says that a connection is there long before a process has it. */
  async open(): Promise<void> {
    await this.ask(Buffer.from('GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n'));
  }

  /** Hands over the bytes of one request; resolves with the status of the answer, or null where there is none. */
  ask(request: Buffer): Promise<number | null> {
    return new Promise((resolve) => {
      this.#asked = { resolve, text: '' };
      this.#socket ??= this.#connect();
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket?.destroy();
  }

  #connect(): Socket {
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true });
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => this.#take(text));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#socket = null;
      this.#settle(null);
    });
    return socket;
  }

  #take(text: string): void {
    if (this.#asked === null) return;
    this.#asked.text += text;
    const status = statusOf(this.#asked.text);
    if (status !== null) this.#settle(status);
  }

  #settle(status: number | null): void {
    const asked = this.#asked;
    this.#asked = null;
    asked?.resolve(status);
  }
}

/** Null: the answer is not all here yet. */
function statusOf(text: string): number | null {
  const head = text.indexOf('\r\n\r\n');
  if (head === -1) return null;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0);
  return text.length < head + 4 + length ? null : Number(text.slice(9, 12));
}
