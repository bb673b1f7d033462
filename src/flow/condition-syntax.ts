import { z } from 'zod';
import type { Condition, Subject, Test } from '../core/condition.js';
import { channelNames } from '../core/channel.js';
import { isOneOf, readTests, testShape } from './condition-test.js';
import type { PlacedTest } from './condition-test.js';
import { numberTests, tagCondition, timeTests, weekdayTests } from './condition-values.js';
import type { ComparedValue } from './mention.js';
import { isName, nameRule } from './names.js';
import { nearestWord } from './nearest-word.js';
import { readShape } from './shape/read-shape.js';
import { languageCode, oneOrMore } from './shape/values.js';
import type { StepReading } from './steps/step.js';
import { lookUp } from './vocabulary.js';
import { nodeAt } from './yaml/source-node.js';
import type { ListNode, MapEntry, SourceNode } from './yaml/source-node.js';

/** What a condition can look at, and what that must be. */
export const conditionSubjects: Readonly<Record<string, string>> = {
  'answer.<name>': 'What was answered: a value, a list of which one must fit, or tests.',
  'contact.<field>': 'What `set` has remembered: a value, a list of which one must fit, or tests.',
  'consent.<topic>': '`yes` or `no`: whether they agree to the topic now.',
  tag: '`vip`, a list of which they have one, or `{ any: …, all: …, none: … }`.',
  channel: 'The channel of the chat, such as `instagram`, or a list.',
  reply_window: '`open` or `closed`: whether the platform lets you write now.',
  office_hours: '`yes` or `no`: whether somebody is there by the `hours` of workspace.yaml.',
  'score.<name>': 'What `score` has counted: `{ at_least: 5 }`.',
  visits: 'How often they have begun this flow, this time included: `{ more_than: 1 }`.',
  'visits.<step>': 'How often this run has come to that step: `{ less_than: 3 }`.',
  'outcome.<name>': '`yes` or `no`: whether this run has reached the outcome.',
  language: 'The language that they write, such as `de`, or a list.',
  time: 'The time of day: `{ from: "18:00", to: "09:00" }`, over midnight too.',
  weekday: 'The day: `sat`, `mon-fri`, or a list.',
  any: 'A list of conditions of which one must hold.',
  all: 'A list of conditions that must all hold.',
  not: 'A condition that must not hold.',
};

const subjects: readonly string[] = Object.keys(conditionSubjects);

const yesOrNo = oneOrMore(z.enum(['yes', 'no']));

/** What there is one of, and what it may be. */
export const ownSubjects = {
  tag: tagCondition,
  channel: oneOrMore(z.enum(channelNames)),
  reply_window: oneOrMore(z.enum(['open', 'closed'])),
  office_hours: yesOrNo,
  visits: numberTests,
  language: oneOrMore(languageCode),
  time: timeTests,
  weekday: weekdayTests,
};

/** What there are several of, `answer.<name>` and so on, and what each may be. */
export const namedSubjects = {
  answer: testShape,
  contact: testShape,
  consent: yesOrNo,
  score: numberTests,
  visits: numberTests,
  outcome: yesOrNo,
};

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
      return readShape(ownSubjects.tag, line.entry.value, line.step.report).value;
    case 'visits':
      return readValueTests(line, { kind: 'visits', step: null }, ownSubjects.visits);
    case 'language':
      return readLanguage(line);
    case 'time':
      return readValueTests(line, { kind: 'time' }, ownSubjects.time);
    case 'weekday':
      return readValueTests(line, { kind: 'weekday' }, ownSubjects.weekday);
    case 'channel':
      return readWords(line, { kind: 'channel' }, ownSubjects.channel);
    case 'reply_window':
      return readWords(line, { kind: 'reply_window' }, ownSubjects.reply_window);
    case 'office_hours':
      return readWords(line, { kind: 'office_hours' }, ownSubjects.office_hours);
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
function readValueTests(line: Line, subject: Subject, tests: z.ZodType<readonly Test[]>): Condition | null {
  const { value } = readShape(tests, line.entry.value, line.step.report);
  return value && allOf(subject, value);
}

function readLanguage(line: Line): Condition | null {
  const { languages } = line.step.vocabulary;
  return readWords(
    line,
    { kind: 'language' },
    languages.length === 0 ? ownSubjects.language : oneOrMore(z.enum(languages)),
  );
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
      return readWords(line, { kind: 'consent', topic: name }, namedSubjects.consent);
    case 'score':
      if (!isUsableName(line, name)) return null;
      line.step.mention({ kind: 'contact', name, place: line.entry.keyPlace });
      return readValueTests(line, { kind: 'score', name }, namedSubjects.score);
    case 'visits':
      line.step.mention({ kind: 'step', id: name, place: line.entry.keyPlace });
      return readValueTests(line, { kind: 'visits', step: name }, namedSubjects.visits);
    case 'outcome':
      line.step.mention({ kind: 'outcome', name, place: line.entry.keyPlace });
      return readWords(line, { kind: 'outcome', name }, namedSubjects.outcome);
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
    hint:
      nearest === null
        ? `If it is an answer, write answer.${key}; if it is known of the contact, contact.${key}.`
        : `Did you mean "${subjects[words.indexOf(nearest)] ?? nearest}"?`,
  });
}

function isUsableName({ entry, step }: Line, name: string): boolean {
  if (isName(name)) return true;
  step.report.error(entry.keyPlace, 'bad-name', `"${name}" cannot be a name.`, { hint: nameRule });
  return false;
}

function readAnswer(line: Line, name: string): Condition | null {
  const { entry, step } = line;
  const tests = readTests(entry.value, step.report);
  step.mention({
    kind: 'answer',
    name,
    step: step.path,
    place: entry.keyPlace,
    allowsUnknown: true,
    values: (tests ?? []).flatMap((one) => comparedValues(one, entry.value)),
  });
  return (
    tests &&
    allOf(
      { kind: 'answer', name },
      tests.map(({ test }) => test),
    )
  );
}

function readContact(line: Line, name: string): Condition | null {
  line.step.mention({ kind: 'contact', name, place: line.entry.keyPlace });
  const tests = readTests(line.entry.value, line.step.report);
  return (
    tests &&
    allOf(
      { kind: 'contact', name },
      tests.map(({ test }) => test),
    )
  );
}

function allOf(subject: Subject, tests: readonly Test[]): Condition | null {
  return combine(
    'all',
    tests.map((test) => testOf(subject, test)),
  );
}

/** Only whole values are compared with what a question takes; words may be a part of them. */
function comparedValues({ test, at }: PlacedTest, node: SourceNode): readonly ComparedValue[] {
  const written = nodeAt(node, at) ?? node;
  switch (test.kind) {
    case 'has_word':
    case 'is_known':
    case 'minute_between':
      return [];
    case 'is':
      return [{ value: test.value, place: written.place }];
    case 'is_one_of':
      return placedValues(test.values, written);
    case 'is_not':
    case 'includes':
    case 'starts_with':
      return placedValues(test.values, written).map((value) => ({ ...value, by: test.kind }));
    case 'before':
    case 'after':
      return [{ value: test.date, place: written.place, by: test.kind }];
    default:
      return [{ value: String(test.number), place: written.place, by: test.kind }];
  }
}

function placedValues(values: readonly string[], node: SourceNode): readonly ComparedValue[] {
  const items = node.kind === 'list' ? node.items : [];
  return values.map((value, index) => ({ value, place: items[index]?.place ?? node.place }));
}

function testOf(subject: Subject, test: Test): Condition {
  return { kind: 'test', subject, test };
}
