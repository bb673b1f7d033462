import type { AnswerKind } from '../../core/answers/answer-kind.js';
import type { Question } from '../../core/flow.js';
import { duration, oneOrMore, text, writtenLike, yesOrNo } from '../shape/values.js';
import { isName, namePattern, nameRule } from '../names.js';
import type { StepReading } from './step.js';
import { spoken } from '../translation/spoken.js';

const knownRule = 'Write answer.<name> or contact.<field>.';

const LONGEST_SETTLE = 30_000;

/** What a question takes beside its kind of answer. */
export const questionShape = {
  retry: oneOrMore(spoken).optional(),
  unless_known: text.meta(writtenLike(`^(?:answer|contact)\\.${namePattern.slice(1)}`, knownRule)).optional(),
  settle: duration.optional(),
  sensitive: yesOrNo.optional(),
};

export interface WrittenQuestion {
  readonly unless_known?: string | undefined;
  readonly settle?: number | undefined;
  readonly sensitive?: boolean | undefined;
}

type Retries = Pick<Question, 'retry' | 'laterRetries'>;

/** One text for every miss, or one for each in turn. */
export function readRetries(tries: number, step: StepReading): Retries {
  const node = step.node('retry');
  if (node === undefined) return { retry: null };
  if (node.kind !== 'list') return { retry: step.speech('retry') };
  const [first = [], ...later] = node.items.map((_, index) => step.speech('retry', index));
  if (node.items.length >= tries && tries > 1) reportUnused(tries, step);
  return { retry: first, ...(later.length === 0 ? {} : { laterRetries: later }) };
}

function reportUnused(tries: number, step: StepReading): void {
  step.report.warning(
    step.place('retry', tries - 1),
    'unused-retry',
    `This is never said: with tries: ${tries} a question is put ${tries} times, and missed ${tries - 1} times in between.`,
    { hint: 'Raise `tries`, or take this line out.' },
  );
}

export function readQuestionOptions(
  written: WrittenQuestion,
  isFreeText: boolean,
  step: StepReading,
): Pick<Question, 'unlessKnown' | 'settle' | 'isSensitive'> {
  const unlessKnown = written.unless_known === undefined ? null : readKnown(written.unless_known, step);
  const settle = written.settle === undefined ? null : readSettle(written.settle, isFreeText, step);
  return {
    ...(unlessKnown === null ? {} : { unlessKnown }),
    ...(settle === null ? {} : { settle }),
    ...(written.sensitive === true ? { isSensitive: true } : {}),
  };
}

export function isFreeText(kind: AnswerKind | undefined, choices: Question['choices']): boolean {
  return kind === undefined ? choices.length === 0 : kind.kind === 'text';
}

function readSettle(settle: number, isFree: boolean, step: StepReading): number | null {
  if (settle > LONGEST_SETTLE) {
    step.report.error(step.place('settle'), 'long-settle', 'Nobody waits for an answer longer than 30s.', {
      hint: 'A few seconds are enough to join what comes in one breath: settle: 4s',
    });
  }
  if (isFree) return settle;
  // With a kind of its own it is reported with the other options of that kind.
  if (step.node('kind') === undefined) {
    step.report.error(
      step.place('settle'),
      'settle-not-here',
      'A choice is one message: there is nothing to wait for.',
      { hint: 'settle goes with questions that take any words.' },
    );
  }
  return null;
}

function readKnown(path: string, step: StepReading): NonNullable<Question['unlessKnown']> | null {
  const dot = path.indexOf('.');
  const [given, name] = [path.slice(0, Math.max(dot, 0)), path.slice(dot + 1)];
  const source = (['answer', 'contact'] as const).find((one) => one === given);
  const place = step.place('unless_known');
  if (source === undefined) {
    step.report.error(place, 'unknown-source', `"${path}" does not say where it would be known from.`, {
      allowed: ['answer.<name>', 'contact.<field>'],
    });
    return null;
  }
  if (!isName(name)) {
    step.report.error(place, 'bad-name', `"${name}" cannot be a name.`, { hint: nameRule });
    return null;
  }
  step.mention(
    source === 'answer'
      ? { kind: 'answer', name, step: step.path, place, allowsUnknown: true, values: [] }
      : { kind: 'contact', name, place },
  );
  return { source, name };
}
