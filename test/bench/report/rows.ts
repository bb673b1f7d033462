import type { BenchOptions } from '../options.js';
import type { Figures, Part } from '../parts/part.js';
import type { Rounds } from '../run-part.js';
import type { Circumstances, Row } from './record.js';

/** What a run has to say of a part, in the order of its subjects. */
export function rowsOf(
  part: Part,
  rounds: Rounds,
  options: BenchOptions,
  when: Circumstances,
): readonly Row[] {
  const lengths = part.isUnderLoad ? options.lengths : { seconds: 0, warmUp: 0 };
  const common = { part: part.name, ...when, ...lengths };
  return part.subjects.flatMap((subject): readonly Row[] => {
    const measured = rounds.get(subject.name);
    if (measured !== undefined)
      return [{ ...common, subject: subject.name, skipped: null, figures: byFigure(measured) }];
    const skipped = subject.missing();
    return skipped === null ? [] : [{ ...common, subject: subject.name, skipped, figures: {} }];
  });
}

function byFigure(rounds: readonly Figures[]): Row['figures'] {
  const names = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, rounds.map((round) => tidy(round[name]))]));
}

/** Five digits say more than a run can repeat. */
function tidy(value = Number.NaN): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(5)) : null;
}
