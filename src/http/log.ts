import type { EngineLog } from '../engine/ports.js';

/** What the web server needs of the log: the engine's, and what only someone who looks for a fault wants to see. */
export interface Log extends EngineLog {
  debug(facts: Readonly<Record<string, unknown>>, message: string): void;
}
