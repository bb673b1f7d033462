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
    saveAnswer: note<{ readonly name: string }>((context, { name }, event) =>
      event.type === 'answer' ? { answers: { ...context.answers, [name]: event.value } } : {},
    ),
    keepResults: note<{ readonly keeps: readonly KeptResult[] }>((context, { keeps }, event) =>
      event.type === 'result' ? { answers: withResults(context.answers, keeps, event.values) } : {},
    ),
    countMiss: note<unknown>((context) => ({ misses: context.misses + 1 })),
  };
}

/** Own properties only: a step may be named `constructor`. */
function visitsOf({ visits }: FrameContext, step: string): number {
  return Object.hasOwn(visits, step) ? (visits[step] ?? 0) : 0;
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
