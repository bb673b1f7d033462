const minute = 60_000;

/** What X lets one user send. Source: X API v2, rate limits of direct messages (platforms reference §8.3). */
const windows = [
  { most: 15, per: 15 * minute },
  { most: 1_440, per: 24 * 60 * minute },
] as const;

interface Window {
  readonly since: number;
  readonly used: number;
}

export interface BudgetAnswer {
  readonly isOver: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts what each user has sent, in windows that begin with the first send. */
export class XBudget {
  readonly #users = new Map<string, readonly Window[]>();

  take(user: string, now: number): BudgetAnswer {
    const before = this.#users.get(user) ?? windows.map(() => ({ since: now, used: 0 }));
    const current = windows.map(({ per }, index): Window => {
      const window = before[index] ?? { since: now, used: 0 };
      return now - window.since < per ? window : { since: now, used: 0 };
    });
    const full = windows.findIndex(({ most }, index) => (current[index]?.used ?? 0) >= most);
    const after = full === -1 ? current.map(({ since, used }) => ({ since, used: used + 1 })) : current;
    this.#users.set(user, after);
    return { isOver: full !== -1, headers: headersOf(after, full === -1 ? 0 : full) };
  }
}

/** Of the window that is told: the shorter one, or the one that is full. */
function headersOf(state: readonly Window[], index: number): BudgetAnswer['headers'] {
  const { most, per } = windows[index] ?? windows[0];
  const { since = 0, used = 0 } = state[index] ?? {};
  return {
    'x-rate-limit-limit': String(most),
    'x-rate-limit-remaining': String(most - used),
    'x-rate-limit-reset': String(Math.ceil((since + per) / 1000)),
  };
}
