import type { Flow } from '../../core/flow.js';

/** Open runs that stand at one step of one version of a flow. */
export interface StandingRuns {
  readonly flow: string;
  readonly version: string;
  readonly step: string;
  readonly runs: number;
}

/** What will become of them: see `EditPolicy`. `stay`: their version stays the newest. */
export interface RunFate extends StandingRuns {
  readonly fate: 'stay' | 'finish' | 'migrate' | 'restart';
  /** Why they do not migrate although their flow says so; null: they do, or it does not say so. */
  readonly because: string | null;
}

export function fateOf(runs: StandingRuns, newest: Flow | undefined): RunFate {
  if (newest === undefined) return { ...runs, fate: 'finish', because: 'the flow is gone' };
  if (newest.version === runs.version) return { ...runs, fate: 'stay', because: null };
  if (newest.onEdit !== 'migrate') return { ...runs, fate: newest.onEdit, because: null };
  const step = newest.steps.get(runs.step);
  if (step === undefined) return { ...runs, fate: 'finish', because: 'their step is gone' };
  if (!step.hasId) return { ...runs, fate: 'finish', because: 'their step has no id' };
  return { ...runs, fate: 'migrate', because: null };
}
