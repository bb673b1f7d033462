import type { RequestHandler } from 'express';
import { HttpProblem } from '../../../src/http/problem.js';

interface Failure {
  readonly status: number;
  readonly code: string;
}

interface Asked {
  readonly method: string;
  /** Below `/api/v1`. */
  readonly path: string;
}

/** What goes wrong, on a test's command. Addresses are named by how they begin below `/api/v1`: `/queue`. */
export class Faults {
  readonly #failures = new Map<string, Failure>();
  readonly #gates = new Map<string, Promise<void>>();
  #isOffline = false;

  get isOffline(): boolean {
    return this.#isOffline;
  }

  /** Refuses from now on what is asked below this address. */
  fail(begins: string, status = 500, code = 'internal'): void {
    this.#failures.set(begins, { status, code });
  }

  /** Answers again what was refused. */
  mend(begins: string): void {
    this.#failures.delete(begins);
  }

  /** Lets whatever is asked below this address wait; the result answers it. */
  hold(begins: string): () => void {
    let open = (): void => undefined;
    this.#gates.set(begins, new Promise((resolve) => (open = resolve)));
    return () => {
      this.#gates.delete(begins);
      open();
    };
  }

  /** From now on nothing is answered: connections break. */
  goOffline(): void {
    this.#isOffline = true;
  }

  comeBack(): void {
    this.#isOffline = false;
  }

  /** Stands before all routes. */
  readonly strike: RequestHandler = async (request, _response, next) => {
    if (this.#isOffline) {
      request.socket.destroy();
      return;
    }
    await this.#find(this.#gates, request);
    const failure = this.#find(this.#failures, request);
    if (failure === undefined) next();
    else throw new HttpProblem(failure.status, failure.code, 'It fails because a test says so.');
  };

  #find<T>(faults: ReadonlyMap<string, T>, { path }: Asked): T | undefined {
    return [...faults].find(([begins]) => path.startsWith(begins))?.[1];
  }
}
