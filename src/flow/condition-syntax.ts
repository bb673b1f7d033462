import { z } from 'zod';
import type { Condition, Subject, Test } from '../core/condition.js';
import { channelNames } from '../core/channel.js';
import { isOneOf, readTest } from './condition-test.js';
import { numberTests, tagCondition, timeTests, weekdayTests } from './condition-values.js';
import { isName, nameRule } from './names.js';
import { nearestWord } from './nearest-word.js';
import { readShape } from './shape/read-shape.js';
import { oneOrMore, text } from './shape/values.js';
import type { StepReading } from './steps/step.js';
import { lookUp } from './vocabulary.js';
import type { ListNode, MapEntry, SourceNode } from './yaml/source-node.js';

const subjects: readonly string[] = [
  'answer.<name>',
  'contact.<field>',
  'consent.<topic>',
  'tag',
  'channel',
  'reply_window',
  'office_hours',
  'score.<name>',
  'visits',
  'visits.<step>',
  'outcome.<name>',
  'language',
  'time',
  'weekday',
  'any',
  'all',
  'not',
];

const anyWords = oneOrMore(text);
const channelWords = oneOrMore(z.enum(channelNames));
const windowWords = oneOrMore(z.enum(['open', 'closed']));
const yesOrNo = oneOrMore(z.enum(['yes', 'no']));

/** One line of a condition: what is looked at, and what it must be. */
interface Line {
  readonly key: string;
  readonly entry: MapEntry;
  readonly step: StepReading;
}

/** A mapping of subjects to what they must be, all of which must hold; null where any of it cannot be read. */
export function readCondition(node: SourceNode, step: StepReading): Condition | null {
  if (node.kind !== 'map' || node.entries.size === 0) {
    step.report.error(node.place, 'wrong-type', 'Expected what to look at, and what it must be.', {
      allowed: subjects,
      hint: 'For example: `answer.project: { has_word: [shop] }`',
    });
    return null;
  }
  const lines = [...node.entries].map(([key, entry]) => readLine({ key, entry, step }));
  return combine('all', lines);
}

function combine(kind: 'all' | 'any', conditions: readonly (Condition | null)[]): Condition | null {
  const known = conditions.filter((condition) => condition !== null);
  if (known.length < conditions.length) return null;
  const [only, second] = known;
  return only !== undefined && second === undefined ? only : { kind, of: known };
}

function readLine(line: Line): Condition | null {
  switch (line.key) {
    case 'any':
    case 'all':
      return readSeveral(line.key, line);
    case 'not': {
      const of = readCondition(line.entry.value, line.step);
      return of && { kind: 'not', of };
    }
    case 'tag':
      return readShape(tagCondition, line.entry.value, line.step.report).value;
    case 'visits':
      return readTests(line, { kind: 'visits', step: null }, numberTests);
    case 'language':
      return readLanguage(line);
    case 'time':
      return readTests(line, { kind: 'time' }, timeTests);
    case 'weekday':
      return readTests(line, { kind: 'weekday' }, weekdayTests);
    case 'channel':
      return readWords(line, { kind: 'channel' }, channelWords);
    case 'reply_window':
      return readWords(line, { kind: 'reply_window' }, windowWords);
    case 'office_hours':
      return readWords(line, { kind: 'office_hours' }, yesOrNo);
    default:
      return readNamedSubject(line);
  }
}

function readSeveral(kind: 'all' | 'any', { entry, step }: Line): Condition | null {
  const { value } = entry;
  if (value.kind === 'list' && value.items.length > 0) return combine(kind, readItems(value, step));
  step.report.error(value.place, 'wrong-type', `"${kind}" takes a list of conditions.`);
  return null;
}

function readItems(list: ListNode, step: StepReading): readonly (Condition | null)[] {
  return list.items.map((item) => readCondition(item, step));
}

/** One of a subject's tests, or several that must all hold. */
function readTests(line: Line, subject: Subject, tests: z.ZodType<readonly Test[]>): Condition | null {
  const { value } = readShape(tests, line.entry.value, line.step.report);
  return (
    value &&
    combine(
      'all',
      value.map((test) => testOf(subject, test)),
    )
  );
}

function readLanguage(line: Line): Condition | null {
  const { languages } = line.step.vocabulary;
  return readWords(line, { kind: 'language' }, languages.length === 0 ? anyWords : oneOrMore(z.enum(languages)));
}

/** A subject that has a fixed set of values. */
function readWords(line: Line, subject: Subject, words: z.ZodType<string[]>): Condition | null {
  const { value } = readShape(words, line.entry.value, line.step.report);
  return value === null ? null : testOf(subject, isOneOf(value));
}

function readNamedSubject(line: Line): Condition | null {
  const dot = line.key.indexOf('.');
  const name = line.key.slice(dot + 1);
  switch (line.key.slice(0, Math.max(dot, 0))) {
    case 'answer':
      return isUsableName(line, name) ? readAnswer(line, name) : null;
    case 'contact':
      return isUsableName(line, name) ? readContact(line, name) : null;
    case 'consent':
      lookUp(line.step.vocabulary.topics, name, line.entry.keyPlace, line.step.report);
      return readWords(line, { kind: 'consent', topic: name }, yesOrNo);
    case 'score':
      if (!isUsableName(line, name)) return null;
      line.step.mention({ kind: 'contact', name, place: line.entry.keyPlace });
      return readTests(line, { kind: 'score', name }, numberTests);
    case 'visits':
      line.step.mention({ kind: 'step', id: name, place: line.entry.keyPlace });
      return readTests(line, { kind: 'visits', step: name }, numberTests);
    case 'outcome':
      line.step.mention({ kind: 'outcome', name, place: line.entry.keyPlace });
      return readWords(line, { kind: 'outcome', name }, yesOrNo);
    default:
      reportSubject(line);
      return null;
  }
}

function reportSubject({ key, entry, step }: Line): void {
  const words = subjects.map((subject) => subject.replace(/\..*/u, ''));
  const nearest = nearestWord(key.replace(/\..*/u, ''), words);
  step.report.error(entry.keyPlace, 'unknown-subject', `A condition cannot look at "${key}".`, {
    allowed: subjects,
    hint: nearest === null ? null : `Did you mean "${subjects[words.indexOf(nearest)] ?? nearest}"?`,
  });
}

function isUsableName({ entry, step }: Line, name: string): boolean {
  if (isName(name)) return true;
  step.report.error(entry.keyPlace, 'bad-name', `"${name}" cannot be a name.`, { hint: nameRule });
  return false;
}

function readAnswer(line: Line, name: string): Condition | null {
  const { entry, step } = line;
  const test = readTest(entry.value, step.report);
  step.mention({
    kind: 'answer',
    name,
    step: step.path,
    place: entry.keyPlace,
    allowsUnknown: true,
    values: comparedValues(test, entry.value),
  });
  return test && testOf({ kind: 'answer', name }, test);
}

function readContact(line: Line, name: string): Condition | null {
  line.step.mention({ kind: 'contact', name, place: line.entry.keyPlace });
  const test = readTest(line.entry.value, line.step.report);
  return test && testOf({ kind: 'contact', name }, test);
}

/** Only whole values are compared with choices; words may be a part of them. */
function comparedValues(test: Test | null, node: SourceNode) {
  if (test?.kind === 'is') return [{ value: test.value, place: node.place }];
  if (test?.kind !== 'is_one_of' || node.kind !== 'list') return [];
  return test.values.map((value, index) => ({ value, place: node.items[index]?.place ?? node.place }));
}

function testOf(subject: Subject, test: Test): Condition {
  return { kind: 'test', subject, test };
}
