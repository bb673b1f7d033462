import { z } from 'zod';
import { passing, to } from '../compile/step-state.js';
import { byName, refuse, writtenAs } from '../shape/values.js';
import { keyPlaceAt } from '../yaml/source-node.js';
import { isFieldName } from './field-name.js';
import { defineStep } from './step.js';

const MOST_AT_ONCE = 1_000_000;

const points = z
  .number()
  .transform((value, context) =>
    Number.isInteger(value) && value !== 0 && Math.abs(value) <= MOST_AT_ONCE
      ? value
      : refuse(context, {
          code: 'bad-number',
          message: `${value} are no points to add.`,
          hint: 'Write a whole number; one below zero takes points off: { interest: -2 }',
        }),
  )
  .meta(writtenAs({ type: 'integer', minimum: -MOST_AT_ONCE, maximum: MOST_AT_ONCE, not: { const: 0 } }));

export const scoreStep = defineStep({
  verb: 'score',
  meaning: `Adds points to scores of the contact, or takes them off: \`score: { interest: 5 }\`. A score begins at 0, is
kept beyond this run, and shown as \`{{contact.interest}}\`.`,
  example: `flow: interested
start:
  - keyword: tell me more
steps:
  - score: { interest: 5, reach: -1 }
  - say: Noted! That makes {{contact.interest}} points.
  - outcome: delivered
`,
  shape: { score: byName(points) },
  read: ({ score }, step) => {
    if (Object.keys(score).length === 0) {
      step.report.error(step.place('score'), 'missing-key', 'Say which score, and how many points.', {
        hint: 'For example: score: { interest: 5 }',
      });
    }
    return {
      verb: 'score',
      path: step.path,
      points: Object.entries(score).flatMap(([name, by]) => {
        const place = keyPlaceAt(step.node('score'), name) ?? step.place('score');
        return isFieldName(name, name, place, step.report) ? [{ name, by }] : [];
      }),
    };
  },
  state: ({ path, points: added }, next) =>
    passing(
      path,
      added.map(({ name, by }) => ({ type: 'addPoints', params: { field: name, by } })),
      [to(next)],
    ),
  fields: ({ points: added }) => added.map(({ name }) => name),
});
