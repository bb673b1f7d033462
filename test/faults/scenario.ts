import type { Chance } from './chance.js';
import type { EngineName, TestEngine } from './engine.js';
import type { Judgement } from './history/judge.js';

/** One kind of fault, and how it is done to servers. */
export interface Scenario {
  /** Of the command line. */
  readonly name: string;
  /** Of the fault table: `docs/faults.md` says what each is. */
  readonly rows: readonly number[];
  readonly title: string;
  readonly engines: readonly EngineName[];
  /** How often: `few` in a run of minutes, `record` for the record. */
  readonly trials: { readonly few: number; readonly record: number };
  /** Why it cannot be tried on this machine; null: it can. */
  readonly missing?: () => Promise<string | null>;
  readonly run: (setting: Setting) => Promise<Outcome>;
}

export interface Setting {
  readonly engine: TestEngine;
  readonly trials: number;
  readonly chance: Chance;
  /** Says how far it has come. */
  readonly show: (progress: string) => void;
}

/** What came of it. */
export interface Outcome {
  readonly trials: number;
  readonly judgement: Judgement;
  /** What else is not as it must be, such as a damaged file, a wrong answer, or a fault that never struck. */
  readonly others: readonly string[];
  /** From each fault until the server did again what it is there for, ms. */
  readonly recoveries: readonly number[];
  /** Figures that say how much was tried, and what is worth knowing. */
  readonly facts: Readonly<Record<string, number>>;
}
