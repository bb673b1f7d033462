import type { Flow } from '../../core/flow.js';
import { migrationRefusal } from '../../core/migration.js';

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

/** @param earlier The flow as it is served now, which may be a later version than the runs are on. */
export function fateOf(runs: StandingRuns, earlier: Flow | undefined, newest: Flow | undefined): RunFate {
  if (newest === undefined) return { ...runs, fate: 'finish', because: 'the flow is gone' };
  if (newest.version === runs.version) return { ...runs, fate: 'stay', because: null };
  if (newest.onEdit !== 'migrate') return { ...runs, fate: newest.onEdit, because: null };
  const own = earlier?.version === runs.version ? earlier : undefined;
  const because = migrationRefusal(own, newest, runs.step);
  return { ...runs, fate: because === null ? 'migrate' : 'finish', because };
}
