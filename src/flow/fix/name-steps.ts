import { alternativesOf } from '../../core/template.js';
import { toMatchText } from '../../core/words.js';
import { waitsWithoutName } from '../check/check-ids.js';
import { placeSteps } from '../compile/placed-steps.js';
import type { FlowDefinition, StepDefinition } from '../definition.js';
import type { Place } from '../issue.js';
import { isName } from '../names.js';
import { kindOf } from '../steps/step-kinds.js';
import type { SourceFile } from '../yaml/source-file.js';
import type { Fix } from './fix.js';
import { offsetOf, readRanges } from './value-ranges.js';
import type { ValueRange } from './value-ranges.js';

/** Of the words of a text, as many as a name is still read with. */
const MOST_WORDS = 4;
const LONGEST_NAME = 40;

/**
 * Gives every step in which a run waits an `id` where it has none, named after what it asks: analytics, and runs that
 * move over to an edited flow, hold on to it.
 *
 * @param places Where each step stands, by its path.
 */
export function nameSteps(
  file: SourceFile,
  { steps }: FlowDefinition,
  places: ReadonlyMap<string, Place>,
): readonly Fix[] {
  const all = placeSteps(steps).map(({ step }) => step);
  const taken = new Set(all.map(({ path }) => path));
  const unnamed = all.filter(waitsWithoutName);
  const ranges = unnamed.length === 0 ? [] : readRanges(file.text);
  return unnamed.flatMap((step) => {
    const place = places.get(step.path);
    const start = place === undefined ? -1 : offsetOf(file.text, place);
    const verb = ranges.find(({ keyStart }) => keyStart === start);
    if (place === undefined || verb === undefined || hasIdLine(file.text, verb)) return [];
    const id = freeName(nameFor(step), taken);
    taken.add(id);
    const message = `gave this step the id "${id}"`;
    return [{ code: 'missing-id', place, message, ...insertion(file.text, verb, place, `id: ${id}`) }];
  });
}

/** After the line of its verb, or between the brackets of a step on one line. */
function insertion(text: string, { end, inFlow }: ValueRange, { column }: Place, line: string) {
  if (inFlow) return { start: end, end, text: `, ${line}` };
  const indent = ' '.repeat(column - 1);
  // A text of several lines ends where its last line does.
  if (text[end - 1] === '\n') return { start: end, end, text: `${indent}${line}\n` };
  const lineEnd = text.indexOf('\n', end);
  const at = lineEnd === -1 ? text.length : lineEnd;
  const before = text[at - 1] === '\r' ? at - 1 : at;
  return { start: before, end: before, text: `${before < at ? '\r\n' : '\n'}${indent}${line}` };
}

/** An `id` that is no name was reported, and is the author's to correct. */
function hasIdLine(text: string, { end }: ValueRange): boolean {
  return /^[^\n]*\n\s+id\s*:/u.test(text.slice(end));
}

function nameFor(step: StepDefinition): string {
  if ('save' in step && typeof step.save === 'string') return step.save;
  const [spoken = []] = kindOf(step).texts(step);
  const [own = []] = alternativesOf(spoken);
  const literal = own.filter((part) => typeof part === 'string').join(' ');
  const words = toMatchText(literal)
    .split(' ')
    .filter((word) => /^[a-z0-9]+$/u.test(word));
  const name = words.slice(0, MOST_WORDS).join('_').slice(0, LONGEST_NAME).replace(/_+$/u, '');
  return isName(name) ? name : step.verb;
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}_${number}`;
  return name;
}
