interface ApiProblemFacts {
  /** The HTTP status; 0: there was no answer that can be read. */
  readonly status: number;
  /** Stable, for programs: `story_moved_on`; without an answer `unreachable`, `timeout` or `unreadable`. */
  readonly code: string;
  /** The server's words, for people. */
  readonly message: string;
  /** What would have been accepted, where the server says so. */
  readonly allowed?: readonly string[];
}

/** A request that did not get what it asked for. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly allowed: readonly string[];

  constructor({ status, code, message, allowed = [] }: ApiProblemFacts, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.code = code;
    this.allowed = allowed;
  }

  /** Whether the same request may do better a little later. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}
