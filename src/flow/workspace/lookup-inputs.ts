import type { JsonValue } from '../../core/lookup.js';
import { inputsIn } from '../../core/lookup-request.js';
import type { Place } from '../issue.js';
import { didYouMean } from '../nearest-word.js';
import type { WrittenLookup } from './lookup-shape.js';
import type { NamedEntry } from './named-things.js';

/** Inputs that are shown but not taken, taken but not shown, or written as nothing is. */
export function checkInputs(entry: NamedEntry<WrittenLookup>): void {
  const { written, place, report } = entry;
  const takes = written.takes ?? [];
  const inBody = textsIn(written.body ?? null).join('\n');
  const used = new Set([...inputsIn(written.url), ...inputsIn(inBody)]);
  reportUntaken(inputsIn(written.url), place('url'), entry);
  reportUntaken(inputsIn(inBody), place('body'), entry);
  if (/\{\{(?!\s*input\.[a-z][a-z0-9_]*\s*\}\})/u.test(inBody)) {
    report.error(
      place('body'),
      'bad-placeholder',
      'A body shows what the look-up is told: {{input.name}}, and nothing else in {{ }}.',
    );
  }
  takes.forEach((name, index) => {
    if (used.has(name)) return;
    report.warning(place('takes', index), 'unused-input', `"${name}" is taken and not told to anybody.`, {
      hint: `Write {{input.${name}}} where it belongs: in the path, the query or the body.`,
    });
  });
}

function reportUntaken(
  names: readonly string[],
  at: Place,
  { written, report }: NamedEntry<WrittenLookup>,
): void {
  const takes = written.takes ?? [];
  for (const name of names) {
    if (takes.includes(name)) continue;
    report.error(at, 'unknown-lookup-input', `The look-up does not take "${name}".`, {
      allowed: takes,
      hint: didYouMean(name, takes) ?? `Write takes: [${[...takes, name].join(', ')}]`,
    });
  }
}

function textsIn(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
