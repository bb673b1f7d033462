import { z } from 'zod';
import type { Template } from '../../core/flow.js';
import { passing, to } from '../compile/step-state.js';
import { namePattern, nameRule } from '../names.js';
import { text, writtenLike } from '../shape/values.js';
import { keyPlaceAt } from '../yaml/source-node.js';
import { isFieldName } from './field-name.js';
import { defineStep } from './step.js';
import type { StepReading } from './step.js';

const prefix = 'contact.';
const fieldPattern = `^contact\\.${namePattern.slice(1)}`;
const fieldRule = `Write contact.<field>. ${nameRule}`;

export const setStep = defineStep({
  verb: 'set',
  meaning: `Remembers something about the contact, beyond this run: read back anywhere as \`{{contact.<field>}}\` and
in conditions. \`null\` forgets it.`,
  example: `flow: size
start:
  - keyword: size
steps:
  - ask: How large is your team?
    save: size
  - set:
      contact.team_size: "{{answer.size}}"
      contact.old_size: null
  - outcome: qualified
`,
  shape: { set: z.record(z.string().meta(writtenLike(fieldPattern, fieldRule)), text.nullable()) },
  // What is sensitive stays so under its new name.
  isDiscreet: true,
  read: ({ set }, step) => ({
    verb: 'set',
    path: step.path,
    fields: Object.keys(set).flatMap((key) => {
      const field = readField(key, step);
      return field === null ? [] : [{ name: field, value: readValue(key, step) }];
    }),
  }),
  state: ({ path, fields }, next) =>
    passing(
      path,
      fields.map(({ name, value }) => ({ type: 'setField', params: { field: name, value } })),
      [to(next)],
    ),
  texts: ({ fields }) => fields.flatMap(({ value }) => (value === null ? [] : [value])),
  fields: ({ fields }) => fields.flatMap(({ name, value }) => (value === null ? [] : [name])),
});

/** Nothing at all after the colon is a forgotten value, not one to forget. */
function readValue(key: string, step: StepReading): Template | null {
  const node = step.node('set', key);
  if (node?.kind !== 'scalar' || node.value !== null) return step.template('set', key);
  if (node.raw === '') {
    step.report.error(node.place, 'missing-key', `"${key}" is empty; it takes a text.`, {
      hint: 'To forget what is known, write null.',
    });
  }
  return null;
}

function readField(key: string, step: StepReading): string | null {
  const field = key.slice(prefix.length);
  const place = keyPlaceAt(step.node('set'), key) ?? step.place('set');
  if (!key.startsWith(prefix)) {
    step.report.error(place, 'bad-name', `"${key}" cannot be set.`, {
      hint: fieldRule,
    });
    return null;
  }
  return isFieldName(field, key, place, step.report) ? field : null;
}
