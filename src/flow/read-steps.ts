import { reachFrom } from './check/reach.js';
import { entryOf } from './compile/entry.js';
import { placeSteps } from './compile/placed-steps.js';
import type { StepDefinition } from './definition.js';
import type { FlowNotes } from './flow-source.js';
import type { Place } from './issue.js';
import { noteLostAnswers } from './lost-answers.js';
import { isName } from './names.js';
import { findVerb } from './find-verb.js';
import { kindOf } from './steps/step-kinds.js';
import type { StepReading } from './steps/step.js';
import { readLiteral, readSpeech, readTemplate, readWording } from './translation/read-speech.js';
import { topOf } from './yaml/source-file.js';
import { entryAt, nodeAt, placeAt } from './yaml/source-node.js';
import type { SourceNode } from './yaml/source-node.js';

/** Keys under which steps stand inside a step: read for their own mistakes even when the step itself is broken. */
const branchKeys: readonly string[] = [
  ...['then', 'else', 'yes', 'no', 'good', 'poor', 'otherwise', 'missed'],
  ...['found', 'not_found', 'failed', 'sold_out'],
];

/** Keys under which there are several ways, each with steps of its own. */
const wayKeys: readonly string[] = ['choices', 'else_if', 'ways'];

/** Nobody could still follow more, and every check walks through all of them. */
const MOST_STEPS = 1000;

/**
 * The steps of a list, in order; what is no step is reported and left out.
 *
 * @param prefix What the paths of steps without an `id` begin with.
 */
export function readSteps(list: SourceNode, prefix: string, notes: FlowNotes): readonly StepDefinition[] {
  if (hasTooManySteps(notes)) return [];
  return itemsOf(list).flatMap((node, index) => {
    const step = readStep(node, `${prefix}${index + 1}`, notes);
    if (step !== null) return [step];
    noteGap(node, notes);
    return [];
  });
}

function hasTooManySteps({ stepPlaces, report, file }: FlowNotes): boolean {
  if (stepPlaces.size <= MOST_STEPS) return false;
  report.error(topOf(file), 'too-many-steps', `A flow may have up to ${MOST_STEPS} steps.`, {
    hint: 'Split it into several flows; `go` and `run` lead from one to another.',
  });
  return true;
}

/** `then: end` is short for a list of that one step. */
function itemsOf(list: SourceNode): readonly SourceNode[] {
  if (list.kind === 'list') return list.items;
  return list.kind === 'scalar' && list.value === 'end' ? [list] : [];
}

/** What a step that cannot be read would have given to those after it. */
function noteGap(node: SourceNode, notes: FlowNotes): void {
  notes.hasGaps = true;
  noteLostAnswers(node, notes);
}

function readStep(node: SourceNode, position: string, notes: FlowNotes): StepDefinition | null {
  const found = findVerb(node, notes.report);
  if (found === null) {
    readInnerSteps(node, position, notes);
    return null;
  }
  const path = readId(found.node, notes) ?? `${position}-${found.kind.verb}`;
  notes.stepPlaces.set(path, found.place);
  const step = found.kind.read(found.node, readingOf(found.node, path, notes));
  if (step === null) readInnerSteps(found.node, path, notes);
  return step;
}

/** For the mistakes in them, and for the ids that others go to. */
function readInnerSteps(node: SourceNode, path: string, notes: FlowNotes): void {
  for (const key of branchKeys) {
    const branch = entryAt(node, key);
    if (branch !== undefined) readSteps(branch.value, `${path}/${key}/`, notes);
  }
  for (const key of wayKeys) readWaySteps(entryAt(node, key)?.value, `${path}/${key}`, notes);
}

/** The same of each way of a step that has several, such as the choices of a question. */
function readWaySteps(ways: SourceNode | undefined, path: string, notes: FlowNotes): void {
  const each = ways?.kind === 'list' ? ways.items : ways?.kind === 'map' ? valuesOf(ways) : [];
  for (const [index, way] of each.entries()) readInnerSteps(way, `${path}/${index + 1}`, notes);
}

function valuesOf(map: Extract<SourceNode, { kind: 'map' }>): readonly SourceNode[] {
  return [...map.entries.values()].map(({ value }) => value);
}

function readId(node: SourceNode, { ids, report }: FlowNotes): string | null {
  const id = entryAt(node, 'id')?.value;
  if (id?.kind !== 'scalar' || typeof id.value !== 'string' || !isName(id.value)) return null;
  const first = ids.get(id.value);
  // A branch of a step that cannot be read is read once more, for its own mistakes.
  if (first === undefined || isSamePlace(first, id.place)) {
    ids.set(id.value, id.place);
    return id.value;
  }
  report.error(id.place, 'duplicate-id', `Another step is called "${id.value}" already.`, {
    hint: `It stands in line ${first.line}.`,
  });
  return null;
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.line === other.line && one.column === other.column;
}

function readingOf(node: SourceNode, path: string, notes: FlowNotes): StepReading {
  const { vocabulary, report } = notes;
  return {
    path,
    vocabulary,
    report,
    place: (...at) => placeAt(node, at),
    node: (...at) => nodeAt(node, at),
    template: (...at) => readTemplate(nodeAt(node, at), path, notes),
    speech: (...at) => readSpeech(nodeAt(node, at), path, notes),
    wording: (...at) => readWording(nodeAt(node, at), notes),
    literal: (...at) => readLiteral(nodeAt(node, at), notes),
    steps: (branch, ...at) => {
      const list = nodeAt(node, at);
      return list === undefined ? [] : readSteps(list, `${path}/${branch}/`, notes);
    },
    comesOut,
    implied: (impliedPath, place) => notes.stepPlaces.set(impliedPath, place),
    mention: (mention) => notes.mentions.push(mention),
  };
}

/** Where a list of steps comes out; no step can have this path. */
const exit = '(exit)';

function comesOut(steps: readonly StepDefinition[]): boolean {
  const ways = new Map(
    placeSteps(steps, exit).map(({ step, next }) => [step.path, kindOf(step).ways(step, next)]),
  );
  return reachFrom([entryOf(steps, exit)], (path) => (ways.get(path) ?? []).map(({ to }) => to)).has(exit);
}
