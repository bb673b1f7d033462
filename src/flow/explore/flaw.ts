import type { Place } from './place.js';
import { trailInOrder } from './trail.js';

/** What exploring can find wrong. */
export type FlawCode =
  | 'stuck-end'
  | 'endless-walk'
  | 'run-failed'
  | 'deaf-answer'
  | 'waits-for-ever'
  | 'never-ends'
  | 'endless-request'
  | 'no-basis'
  | 'stop-ignored'
  | 'stop-leaves-timer'
  | 'stop-unconfirmed'
  | 'talks-after-stop'
  | 'person-ignored'
  | 'person-leaves-timer'
  | 'talks-over-person';

/** Something that must not happen, and the shortest way to it. */
export interface Flaw {
  readonly code: FlawCode;
  /** Where the run stood before; null: it began. */
  readonly flow: string | null;
  readonly step: string | null;
  readonly message: string;
  /** Its trail ends with what shows the flaw. */
  readonly shownBy: Place;
}

/** A flaw that `shownBy` shows, of the place that a run stood at before. */
export function flawAt(
  code: FlawCode,
  { frame }: Pick<Place, 'frame'>,
  shownBy: Place,
  message: string,
): Flaw {
  return { code, flow: frame?.flow ?? null, step: frame?.step ?? null, message, shownBy };
}

/** Flaws of the same code at the same step are one; the shortest way to it stands for all. */
export function firstOfEachFlaw(flaws: readonly Flaw[]): readonly Flaw[] {
  const first = new Map<string, Flaw>();
  for (const flaw of flaws) {
    const key = JSON.stringify([flaw.code, flaw.flow, flaw.step]);
    const known = first.get(key);
    if (known === undefined || lengthOf(flaw) < lengthOf(known)) first.set(key, flaw);
  }
  return [...first.values()];
}

function lengthOf({ shownBy }: Flaw): number {
  return trailInOrder(shownBy.trail).length;
}
