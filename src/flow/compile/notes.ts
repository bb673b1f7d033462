import { assign } from 'xstate';
import type { FrameContext } from '../../core/conversation.js';
import type { FlowEvent } from '../../core/flow.js';
import type { KeptResult } from '../definition.js';

/** Is shown the context of a frame whenever the machine has written into it. */
export type Watch = (context: FrameContext) => void;

/** What the machine writes into its own context; the core asks for none of it. */
export function noteActions(watch: Watch = () => undefined) {
  const note = <P>(write: (context: FrameContext, params: P, event: FlowEvent) => Partial<FrameContext>) =>
    assign<FrameContext, FlowEvent, P, FlowEvent, never>(({ context, event }, params) => {
      const change = write(context, params, event);
      watch({ ...context, ...change });
      return change;
    });
  return {
    arrive: note<{ readonly step: string }>((context, { step }) => ({
      visits: { ...context.visits, [step]: visitsOf(context, step) + 1 },
      misses: 0,
    })),
    saveAnswer: note<{ readonly name: string; readonly isSensitive?: true }>(
      (context, { name, isSensitive }, event) =>
        event.type === 'answer'
          ? {
              answers: { ...context.answers, [name]: event.value },
              ...markSensitive(context, [name], isSensitive || event.isSensitive ? [name] : []),
            }
          : {},
    ),
    saveResults: note<{ readonly results: Readonly<Record<string, string>> }>(
      (context, { results }, event) =>
        event.type === 'returned' ? savedResults(context, results, event) : {},
    ),
    keepResults: note<{ readonly keeps: readonly KeptResult[] }>((context, { keeps }, event) =>
      event.type === 'result' ? keptResults(context, keeps, event) : {},
    ),
    countMiss: note<unknown>((context) => ({ misses: context.misses + 1 })),
  };
}

/** Own properties only: a step may be named `constructor`. */
function visitsOf({ visits }: FrameContext, step: string): number {
  return Object.hasOwn(visits, step) ? (visits[step] ?? 0) : 0;
}

/** Which answers are sensitive once those `saved` are written anew, some of them `sensitive`. */
function markSensitive(
  context: FrameContext,
  saved: readonly string[],
  sensitive: readonly string[],
): Pick<FrameContext, 'sensitive'> {
  if (context.sensitive === undefined && sensitive.length === 0) return {};
  const others = (context.sensitive ?? []).filter((name) => !saved.includes(name));
  return { sensitive: [...others, ...sensitive] };
}

function savedResults(
  context: FrameContext,
  results: Readonly<Record<string, string>>,
  { answers, sensitive = [] }: Extract<FlowEvent, { type: 'returned' }>,
): Partial<FrameContext> {
  const saved = namedHere(results, answers);
  const names = Object.keys(saved);
  const confided = names.filter((name) => sensitive.includes(results[name] ?? ''));
  return { answers: { ...context.answers, ...saved }, ...markSensitive(context, names, confided) };
}

function keptResults(
  context: FrameContext,
  keeps: readonly KeptResult[],
  { values, isSensitive }: Extract<FlowEvent, { type: 'result' }>,
): Partial<FrameContext> {
  const names = keeps.map(({ as }) => as);
  const answers = withResults(context.answers, keeps, values);
  return { answers, ...markSensitive(context, names, isSensitive ? names : []) };
}

/** The other flow's answers under the names that they get here; one that it has not got leaves ours as it was. */
function namedHere(
  results: Readonly<Record<string, string>>,
  theirs: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(results).flatMap(([name, source]) => {
      const value = Object.hasOwn(theirs, source) ? theirs[source] : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function withResults(
  answers: FrameContext['answers'],
  keeps: readonly KeptResult[],
  values: Readonly<Record<string, string>>,
): FrameContext['answers'] {
  const kept = new Set(keeps.map(({ as }) => as));
  const others = Object.entries(answers).filter(([name]) => !kept.has(name));
  const news = keeps.flatMap(({ result, as }) => {
    const value = Object.hasOwn(values, result) ? values[result] : undefined;
    return value === undefined ? [] : [[as, value] as const];
  });
  return Object.fromEntries([...others, ...news]);
}
