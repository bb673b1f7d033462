import type { Environment } from '../config.js';

/** Good; the files are at fault; the call is. */
export type ExitCode = 0 | 1 | 2;

/** All that a command touches of the machine it runs on. */
export interface Terminal {
  /** One or more lines of what was asked for. */
  readonly print: (text: string) => void;
  /** One or more lines of what is wrong. */
  readonly complain: (text: string) => void;
  /** Asks for a line of input, where a person types it; does nothing where it comes from a file. */
  readonly prompt: (text: string) => void;
  readonly input: NodeJS.ReadableStream;
  readonly environment: Environment;
  /** Resolves when whoever called wants it to end; from then on it must. */
  readonly interrupted: () => Promise<void>;
}

export interface Command {
  /** One word, or two: `consent verify`. */
  readonly name: string;
  /** What follows the name, such as `[dir] [--json]`. */
  readonly usage: string;
  readonly summary: string;
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;
}

/** The command was called in a way that it cannot be; the message says how it can. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'usage';
  readonly retryable = false;
}
