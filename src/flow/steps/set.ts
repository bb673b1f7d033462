import { z } from 'zod';
import { passing, to } from '../compile/step-state.js';
import { isName, nameRule } from '../names.js';
import { text } from '../shape/values.js';
import { keyPlaceAt } from '../yaml/source-node.js';
import { defineStep } from './step.js';
import type { StepReading } from './step.js';

const prefix = 'contact.';
/** Told by the platform: a flow does not overwrite it. */
const profileNames: readonly string[] = ['first_name', 'name'];

export const setStep = defineStep({
  verb: 'set',
  meaning: `Remembers something about the contact, beyond this run: read back anywhere as \`{{contact.<field>}}\` and
in conditions.`,
  example: `flow: size
start:
  - keyword: size
steps:
  - ask: How large is your team?
    save: size
  - set:
      contact.team_size: "{{answer.size}}"
  - outcome: qualified
`,
  shape: { set: z.record(z.string(), text) },
  read: ({ set }, step) => ({
    verb: 'set',
    path: step.path,
    fields: Object.keys(set).flatMap((key) => {
      const field = readField(key, step);
      return field === null ? [] : [{ name: field, value: step.template('set', key) }];
    }),
  }),
  state: ({ path, fields }, next) =>
    passing(
      path,
      fields.map(({ name, value }) => ({ type: 'setField', params: { field: name, value } })),
      [to(next)],
    ),
  texts: ({ fields }) => fields.map(({ value }) => value),
});

function readField(key: string, step: StepReading): string | null {
  const field = key.slice(prefix.length);
  const place = keyPlaceAt(step.node('set'), key) ?? step.place('set');
  if (!key.startsWith(prefix) || !isName(field)) {
    step.report.error(place, 'bad-name', `"${key}" cannot be set.`, {
      hint: `Write contact.<field>. ${nameRule}`,
    });
    return null;
  }
  if (!profileNames.includes(field)) return field;
  step.report.error(place, 'reserved-name', `contact.${field} comes from the platform and cannot be set.`, {
    hint: `Choose a name of your own, such as contact.given_${field}.`,
  });
  return null;
}
