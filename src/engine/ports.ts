/** What the engine needs from outside that is not a room of its own: time, chance, a place for what goes wrong. */
export interface Clock {
  /** Epoch ms. */
  now(): number;
}

/** In [0, 1). */
export type Chance = () => number;

/** Takes facts by name; never message text, names or tokens. */
export interface EngineLog {
  debug(facts: Readonly<Record<string, unknown>>, message: string): void;
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
  error(facts: Readonly<Record<string, unknown>>, message: string): void;
}
