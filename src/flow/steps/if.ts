import { z } from 'zod';
import type { SupportedChannel } from '../../core/channel.js';
import type { Condition } from '../../core/condition.js';
import { entryOf } from '../compile/entry.js';
import { passing, to } from '../compile/step-state.js';
import { channelsLeft, channelsOf } from '../compile/condition-channels.js';
import { walkTo } from '../compile/way.js';
import type { Way } from '../compile/way.js';
import { readCondition } from '../condition-syntax.js';
import type { ConditionalSteps, IfStep } from '../definition.js';
import { mapping, part, steps } from '../shape/values.js';
import { defineStep } from './step.js';
import type { StepReading } from './step.js';

export const ifStep = defineStep({
  verb: 'if',
  meaning: `Takes one of several ways: \`then\` where the condition holds, else the first of \`else_if\` whose own does, else
\`else\`. The condition is a mapping of what is looked at to what it must be: a value, a list of values of which one must
fit, \`{ has_word: [...] }\` or \`{ known: yes }\`. It can look at \`answer.<name>\`, \`contact.<field>\`, \`score.<name>\`
(\`{ at_least: 5 }\`), \`tag\` (\`vip\`, or \`{ any: [...], all: [...], none: [...] }\`), \`consent.<topic>\`, \`outcome.<name>\`
(reached in this run), \`visits\` (how often the contact has begun this flow) and \`visits.<step>\` (how often this run has
come there), \`language\`, \`channel\`, \`reply_window\`, \`office_hours\`, \`weekday\` (\`mon-fri\`) and \`time\`
(\`{ from: "18:00", to: "09:00" }\`). Several lines must all hold; \`any\`, \`all\` and \`not\` combine them. Afterwards the flow
goes on below.`,
  example: `flow: sort
start:
  - keyword: sort
steps:
  - ask: What are you working on?
    save: project
  - if:
      answer.project: { has_word: [shop, store] }
      office_hours: "yes"
    then:
      - handoff: any
        note: Runs a shop.
    else_if:
      - if: { visits: { at_least: 3 } }
        then:
          - say: You know your way around here by now!
      - if: { weekday: [sat, sun], time: { from: "20:00", to: "06:00" } }
        then:
          - say: Working late? Good luck!
    else:
      - say: Good luck with {{answer.project}}!
  - outcome: delivered
`,
  shape: {
    if: part('condition'),
    then: steps.optional(),
    else_if: z
      .array(mapping({ if: part('condition'), then: steps }))
      .min(1)
      .optional(),
    else: steps.optional(),
  },
  read: (written, step) => {
    if (step.node('then') === undefined) {
      step.report.error(step.place('if'), 'missing-key', '"then" is missing; it takes a list.');
    }
    const condition = readAt(step, 'if');
    const then = step.steps('then', 'then');
    const others = (written.else_if ?? []).map((_, index) => readOther(index, step));
    const otherwise = step.steps('else', 'else');
    const elseIf = others.filter((other) => other !== null);
    if (condition === null || elseIf.length < others.length) return null;
    return {
      verb: 'if',
      path: step.path,
      condition,
      then,
      ...(elseIf.length > 0 && { elseIf }),
      else: otherwise,
    };
  },
  state: (step, next) =>
    passing(
      step.path,
      [],
      [
        ...casesOf(step).map(({ condition, then }) => ({
          ...to(entryOf(then, next)),
          guard: { type: 'holds' as const, params: { condition } },
        })),
        to(entryOf(step.else, next)),
      ],
    ),
  ways: (step, next) => [
    ...casesOf(step).map(({ condition, then }, index) => ({
      ...walkTo(entryOf(then, next), index === 0 ? 'then' : `else if ${index}`),
      needsWindow: impliesOpenWindow(condition),
      ...onlyOn(channelsOf(condition)),
    })),
    {
      ...walkTo(entryOf(step.else, next), 'else'),
      ...onlyOn(channelsLeft(casesOf(step).map(({ condition }) => condition))),
    },
  ],
  branches: (step) => [...casesOf(step).map(({ then }) => then), step.else],
  conditions: (step) => casesOf(step).map(({ condition }) => condition),
});

function casesOf({ condition, then, elseIf = [] }: IfStep): readonly ConditionalSteps[] {
  return [{ condition, then }, ...elseIf];
}

function readOther(index: number, step: StepReading): ConditionalSteps | null {
  const condition = readAt(step, 'else_if', index, 'if');
  const then = step.steps(`else-if-${index + 1}`, 'else_if', index, 'then');
  return condition && { condition, then };
}

function readAt(step: StepReading, ...path: readonly PropertyKey[]): Condition | null {
  const node = step.node(...path);
  if (node !== undefined) return readCondition(node, step);
  step.report.error(step.place(...path), 'missing-key', '"if" is missing; it takes a condition.');
  return null;
}

function onlyOn(channels: readonly SupportedChannel[] | null): Pick<Way, 'onlyOn'> {
  return channels === null ? {} : { onlyOn: channels };
}

function impliesOpenWindow(condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.some(impliesOpenWindow);
    case 'any':
      return condition.of.every(impliesOpenWindow);
    case 'not':
      return false;
    case 'test': {
      const { subject, test } = condition;
      return subject.kind === 'reply_window' && test.kind === 'is' && test.value === 'open';
    }
  }
}
