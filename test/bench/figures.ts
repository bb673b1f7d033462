/** What one load generator measured. */
export interface LoadFigures {
  readonly perSecond: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly errors: number;
  readonly p50: number;
  readonly p99: number;
}

/** What one round measured of a contestant. */
export interface RoundFigures extends LoadFigures {
  /** CPU time of its server processes for each acknowledged event, ms; NaN where the system does not tell. */
  readonly cpu: number;
  /** Null: it sends nothing. */
  readonly sends: number | null;
  /** How long after the last acknowledgement the last message was out, s. */
  readonly drained: number | null;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Several generators at once, as if they were one. */
export function together(all: readonly LoadFigures[]): LoadFigures {
  const sum = (of: (figures: LoadFigures) => number) =>
    all.reduce((total, figures) => total + of(figures), 0);
  const worst = (of: (figures: LoadFigures) => number) => Math.max(...all.map(of));
  return {
    perSecond: sum(({ perSecond }) => perSecond),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    refused: sum(({ refused }) => refused),
    errors: sum(({ errors }) => errors),
    p50: worst(({ p50 }) => p50),
    p99: worst(({ p99 }) => p99),
  };
}
