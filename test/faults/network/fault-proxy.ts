import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Direction, Fate, Moment } from './fate.js';

/** Between two servers: passes bytes on, until what is to befall a connection befalls it. */
export class FaultProxy {
  /** What has struck, once for each connection. */
  readonly struck: Fate[] = [];
  readonly #server: Server;
  readonly #lines = new Set<Line>();

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Listens on the loopback, and connects to `port` there for each connection; `draw` says what becomes of it. */
  static async to(port: number, draw: () => Fate): Promise<FaultProxy> {
    // Half-closed connections are passed on as such.
    const server = createServer({ allowHalfOpen: true, noDelay: true });
    const proxy = new FaultProxy(server);
    server.on('connection', (asking) => proxy.#join(asking, port, draw()));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** As whoever is to be misled calls it. */
  get address(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  async close(): Promise<void> {
    this.#server.close();
    for (const line of this.#lines) line.reset();
    await once(this.#server, 'close');
  }

  #join(asking: Socket, port: number, fate: Fate): void {
    const asked = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    const strike = (): void => void this.struck.push(fate);
    const line: Line = new Line({ asking, asked }, fate, strike, () => this.#lines.delete(line));
    this.#lines.add(line);
  }
}

interface Ends {
  readonly asking: Socket;
  readonly asked: Socket;
}

/** One connection, which is two. */
class Line {
  readonly #ends: Ends;
  readonly #fate: Fate;
  readonly #strike: () => void;
  readonly #passed: Record<Direction, number> = { asked: 0, answered: 0 };
  #seen = 0;
  #isStruck = false;
  /** Nothing is passed on any more. */
  #isSevered = false;

  constructor(ends: Ends, fate: Fate, strike: () => void, gone: () => void) {
    this.#ends = ends;
    this.#fate = fate;
    this.#strike = strike;
    void this.#pass(ends.asking, ends.asked, 'asked');
    void this.#pass(ends.asked, ends.asking, 'answered');
    for (const end of [ends.asking, ends.asked]) {
      end.on('error', () => {
        if (!this.#isSevered) this.reset();
      });
      end.on('close', gone);
    }
  }

  reset(): void {
    this.#ends.asking.resetAndDestroy();
    this.#ends.asked.resetAndDestroy();
  }

  async #pass(from: Socket, to: Socket, direction: Direction): Promise<void> {
    try {
      for await (const piece of from as AsyncIterable<Buffer>) await this.#passOn(piece, to, direction);
      if (!this.#isSevered) to.end();
    } catch {
      if (!this.#isSevered) this.reset();
    }
  }

  async #passOn(piece: Buffer, to: Socket, direction: Direction): Promise<void> {
    // What still comes after a black hole has opened is swallowed.
    if (this.#isSevered) return;
    const room = this.#roomFor(piece, direction);
    for (const part of this.#cut(piece.subarray(0, room))) {
      if (this.#fate.kind === 'delay') await this.#slowly(this.#fate.by);
      if (this.#fate.kind === 'throttle') await this.#slowly(1);
      if (!to.write(part) && !to.destroyed) await once(to, 'drain');
    }
    this.#passed[direction] += room;
    if (room < piece.length || this.#isDue(direction)) this.#befall();
  }

  /** How many of the bytes may still pass. */
  #roomFor(piece: Buffer, direction: Direction): number {
    const at = momentOf(this.#fate);
    if (at === null) return piece.length;
    if ('after' in at)
      return at.of === direction ? Math.min(piece.length, at.after - this.#passed[direction]) : piece.length;
    if (direction === 'answered') return piece.length;
    this.#seen += piece.toString('latin1').split(at.upon).length - 1;
    return this.#seen >= at.times && !at.passed
      ? Math.max(0, piece.indexOf(at.upon, 0, 'latin1'))
      : piece.length;
  }

  #isDue(direction: Direction): boolean {
    const at = momentOf(this.#fate);
    if (at === null) return false;
    if ('upon' in at) return direction === 'asked' && this.#seen >= at.times;
    // At once where nothing may be answered: as soon as everything was asked.
    const isAtOnce = at.after === 0 && at.of === 'answered';
    return isAtOnce ? false : at.of === direction && this.#passed[direction] >= at.after;
  }

  #cut(piece: Buffer): readonly Buffer[] {
    if (this.#fate.kind !== 'throttle') return piece.length === 0 ? [] : [piece];
    const { bytes } = this.#fate;
    const count = Math.ceil(piece.length / bytes);
    return Array.from({ length: count }, (_, place) => piece.subarray(place * bytes, (place + 1) * bytes));
  }

  async #slowly(milliseconds: number): Promise<void> {
    this.#strikeOnce();
    await pause(milliseconds);
  }

  #befall(): void {
    this.#isSevered = true;
    this.#strikeOnce();
    if (this.#fate.kind === 'reset') this.reset();
    if (this.#fate.kind === 'half_open') this.#ends.asked.destroy();
  }

  #strikeOnce(): void {
    if (!this.#isStruck) this.#strike();
    this.#isStruck = true;
  }
}

function momentOf(fate: Fate): Moment | null {
  return 'at' in fate ? fate.at : null;
}
