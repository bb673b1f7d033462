import type { ReadFlow } from '../flow-source.js';
import type { Place } from '../issue.js';
import { mentionsOf } from '../mention.js';
import { didYouMean } from '../nearest-word.js';
import type { Report } from '../report.js';
import type { TestFile } from '../test-definition.js';

/** One step's ways through a split, and where the first of them stands. */
interface OfferedSplit {
  readonly split: string;
  readonly ways: readonly string[];
  readonly place: Place;
}

/** Splits of one name with different ways: a contact would be drawn anew at each of them. */
export function checkSplits(flows: readonly ReadFlow[], report: Report): void {
  const first = new Map<string, OfferedSplit>();
  for (const offered of offeredSplits(flows)) {
    const before = first.get(offered.split) ?? offered;
    first.set(offered.split, before);
    if (sorted(before.ways) === sorted(offered.ways)) continue;
    const { file, line } = before.place;
    report.warning(
      offered.place,
      'split-differs',
      `The split "${offered.split}" has other ways elsewhere (${file}:${line}): who comes to both is drawn anew.`,
      { hint: 'Give both the same ways, or this one a name of its own.' },
    );
  }
}

/** Splits and ways that a test puts its contact on, and that no flow has. */
export function checkSplitsOfTests(
  files: readonly TestFile[],
  flows: readonly ReadFlow[],
  report: Report,
): void {
  const offered = offeredSplits(flows);
  for (const { split, way, place } of files.flatMap(({ tests }) => tests.flatMap(waysOfTest))) {
    const ways = offered.filter((one) => one.split === split).flatMap((one) => one.ways);
    if (ways.includes(way)) continue;
    const [word, known, message] =
      ways.length === 0
        ? [split, offered.map((one) => one.split), `No flow has a split "${split}".`]
        : [way, ways, `The split "${split}" has no way "${way}".`];
    report.error(place, 'unknown-split', message, {
      allowed: [...new Set(known)],
      hint: didYouMean(word, known),
    });
  }
}

function waysOfTest({ contact }: TestFile['tests'][number]) {
  return contact.splits ?? [];
}

function offeredSplits(flows: readonly ReadFlow[]): readonly OfferedSplit[] {
  return flows.flatMap(({ notes }) => {
    const steps = new Map<string, OfferedSplit>();
    for (const { split, way, step, place } of mentionsOf(notes.mentions, 'split')) {
      const before = steps.get(step) ?? { split, ways: [], place };
      steps.set(step, { ...before, ways: [...before.ways, way] });
    }
    return [...steps.values()];
  });
}

function sorted(ways: readonly string[]): string {
  return [...ways].sort().join(' ');
}
