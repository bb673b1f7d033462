/** `none`: not promised, or kept already; `paused`: the clock stands still while the contact is waited for. */
export const serviceLevels = ['none', 'good', 'at_risk', 'late', 'paused'] as const;

export type ServiceLevel = (typeof serviceLevels)[number];

/** One promise, as pages count it down. Moments are epoch ms. */
export interface Deadline {
  /** Null: not promised, kept, or the clock stands still. */
  readonly dueAt: number | null;
  /** From when on it is at risk; null where nothing is due. */
  readonly atRiskAt: number | null;
  readonly isPaused: boolean;
}

/** How it stands with a promise at `now`; the one place where it is said what is late. */
export function serviceLevel({ dueAt, atRiskAt, isPaused }: Deadline, now: number): ServiceLevel {
  if (isPaused) return 'paused';
  if (dueAt === null) return 'none';
  if (now >= dueAt) return 'late';
  return atRiskAt !== null && now >= atRiskAt ? 'at_risk' : 'good';
}
