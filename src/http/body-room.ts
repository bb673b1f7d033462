import type { IncomingMessage } from 'node:http';
import { readBody } from './read-body.js';

/** What a request holds beside its body: the objects that Node and we make of it. */
const requestBytes = 8 * 1024;

/**
 * The memory that requests may take up together while they are read and answered. Anybody can begin one, and its
 * signature is known only when all of it is here; beyond the room it is answered 503, and a platform tries again.
 */
export class BodyRoom {
  #free: number;

  constructor(bytes: number) {
    this.#free = bytes;
  }

  /** Reads a body and holds its room until `use` is done with it. @throws {HttpProblem} see {@link readBody} */
  async read<T>(request: IncomingMessage, limit: number, use: (body: Buffer) => Promise<T>): Promise<T> {
    let held = requestBytes;
    this.#free -= held;
    const take = (bytes: number): boolean => {
      held += bytes;
      this.#free -= bytes;
      return this.#free >= 0;
    };
    try {
      return await use(await readBody(request, limit, take));
    } finally {
      this.#free += held;
    }
  }
}
