import type { BenchOptions } from './options.js';
import type { Figures, Part, Subject } from './parts/part.js';
import type { Progress } from './progress.js';

/** What the rounds have measured of each subject, by its name. */
export type Rounds = ReadonlyMap<string, readonly Figures[]>;

/** Those of a part that are asked for, and can be measured: of some the first, with which they are compared, too. */
export function subjectsOf(part: Part, options: BenchOptions): readonly Subject[] {
  const isAsked = ({ name }: Subject): boolean =>
    options.subjects.some((words) => name.toLowerCase().includes(words));
  if (!part.subjects.some(isAsked)) return [];
  return part.subjects.filter((subject, at) => (at === 0 || isAsked(subject)) && subject.missing() === null);
}

/** Measures the subjects in turns. */
export async function runPart(
  part: Part,
  subjects: readonly Subject[],
  options: BenchOptions,
  progress: Progress,
): Promise<Rounds> {
  for (const subject of subjects)
    await subject.prepare?.((what, share) => progress.show(`preparing ${subject.name}: ${what}`, share));
  const measured = new Map<string, Figures[]>(subjects.map(({ name }) => [name, []]));
  for (let number = 1; number <= options.rounds; number += 1) {
    const round = new Map<string, Figures>();
    for (const subject of subjects) {
      progress.begin(`${part.name}, round ${String(number)} of ${String(options.rounds)}: ${subject.name}`);
      round.set(subject.name, await subject.measure(options.lengths));
      progress.end();
    }
    const related = part.relate(round);
    for (const [name, figures] of round) measured.get(name)?.push({ ...figures, ...related.get(name) });
  }
  return measured;
}
