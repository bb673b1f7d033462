import { entryOf } from '../compile/entry.js';
import { passing, to } from '../compile/step-state.js';
import { walkTo } from '../compile/way.js';
import type { SplitWay } from '../definition.js';
import { isName, nameRule } from '../names.js';
import { byName, mapping, name, steps } from '../shape/values.js';
import { wholeNumber } from '../shape/whole-number.js';
import { keyPlaceAt } from '../yaml/source-node.js';
import { defineStep } from './step.js';
import type { StepReading } from './step.js';

const MOST_WEIGHT = 1_000_000;

const weight = wholeNumber({
  from: 1,
  to: MOST_WEIGHT,
  message: 'A weight is a whole number above zero.',
  hint: 'A way that nobody shall go any more is taken out: who went it is drawn anew.',
});

const way = mapping({ weight: weight.optional(), then: steps.optional() });

export const splitStep = defineStep({
  verb: 'split',
  meaning: `Sends each contact one of several ways, to see which does better. Each way has its share by \`weight\`
(1 where none is given). Who was sent one way keeps it, in every flow that names this split, also when the weights
change; outcomes are kept with the ways. Afterwards the flow goes on below. A test chooses:
\`contact: { splits: { offer_test: short } }\`.`,
  example: `flow: offer
start:
  - keyword: offer
steps:
  - split: offer_test
    ways:
      short:
        weight: 50
        then:
          - say: Two for one, until Friday.
      long:
        weight: 50
        then:
          - say: Until Friday everything comes twice. Bring a friend, or keep both.
  - outcome: delivered
`,
  shape: { split: name, ways: byName(way) },
  read: ({ split, ways: written }, step) => {
    const names = Object.keys(written).filter((one) => isUsableName(one, step));
    if (Object.keys(written).length < 2) {
      step.report.error(step.place('ways'), 'one-way', 'A split has two ways at least.', {
        hint: 'A way without steps of its own is one too: control: {}',
      });
    }
    const ways = names.map((one): SplitWay => ({
      name: one,
      weight: written[one]?.weight ?? 1,
      then: step.steps(one, 'ways', one, 'then'),
    }));
    for (const one of names) {
      const place = keyPlaceAt(step.node('ways'), one) ?? step.place('ways');
      step.mention({ kind: 'split', split, way: one, step: step.path, place });
    }
    return { verb: 'split', path: step.path, split, ways };
  },
  state: ({ path, split, ways }, next) =>
    passing(
      path,
      [
        {
          type: 'drawWay',
          params: { split, ways: ways.map(({ name: one, weight: share }) => ({ name: one, weight: share })) },
        },
      ],
      [
        ...ways.map(({ name: one, then }) => ({
          ...to(entryOf(then, next)),
          guard: { type: 'drew' as const, params: { split, way: one } },
        })),
        to(next),
      ],
    ),
  ways: ({ ways }, next) => ways.map(({ name: one, then }) => walkTo(entryOf(then, next), one)),
  branches: ({ ways }) => ways.map(({ then }) => then),
});

function isUsableName(one: string, step: StepReading): boolean {
  if (isName(one)) return true;
  const place = keyPlaceAt(step.node('ways'), one) ?? step.place('ways');
  step.report.error(place, 'bad-name', `"${one}" cannot name a way.`, { hint: nameRule });
  return false;
}
