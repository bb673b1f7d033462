import { z } from 'zod';
import type { OutsideWindow, Template } from '../../core/flow.js';
import type { TemplateDefinition } from '../../core/resources.js';
import { alternativesOf } from '../../core/template.js';
import { mapping, name } from '../shape/values.js';
import { spoken } from '../translation/spoken.js';
import { lookUp } from '../vocabulary.js';
import { gapsIn } from '../workspace/template-body.js';
import type { StepReading } from './step.js';

const key = 'outside_window';

export const outsideWindowShape = mapping({
  template: name
    .describe('WhatsApp: the template of the workspace that is sent instead of this text.')
    .optional(),
  with: z.array(spoken).describe('What fills the gaps of the template, {{1}} first.').optional(),
  topic: name
    .describe('Messenger: the topic under which it may go to those who have opted in to it there.')
    .optional(),
});

/** How a text may be said when the reply window has closed; null where the step does not say, or not so that it works. */
export function readOutsideWindow(
  written: z.output<typeof outsideWindowShape> | undefined,
  step: StepReading,
): OutsideWindow | null {
  if (written === undefined) return null;
  const { template, topic } = written;
  if (template === undefined && topic === undefined) {
    step.report.error(step.place(key), 'bad-outside-window', 'This does not say how it goes out then.', {
      hint: 'Write template: with a template of the workspace (WhatsApp), topic: (Messenger), or both.',
    });
    return null;
  }
  const found = template === undefined ? null : readTemplate(template, written.with ?? [], step);
  if (template === undefined && written.with !== undefined) {
    step.report.error(step.place(key, 'with'), 'bad-outside-window', 'There is no template to fill.', {
      hint: 'Write template: with the name of one, or take this line out.',
    });
  }
  if (topic !== undefined) lookUp(step.vocabulary.topics, topic, step.place(key, 'topic'), step.report);
  return { ...(found && { template: found }), ...(topic !== undefined && { topic }) };
}

function readTemplate(
  called: string,
  fillings: readonly string[],
  step: StepReading,
): OutsideWindow['template'] | null {
  const place = step.place(key, 'template');
  const definition = lookUp(step.vocabulary.templates, called, place, step.report);
  const parameters = fillings.map((filling, index) => readFilling(filling, index, step));
  if (definition === null) return null;
  checkCount(definition, fillings.length, step);
  return { definition, parameters };
}

/** What is nothing but placeholders without words of their own is the same in every language. */
const onlyPlaceholders = /^(?:\s*\{\{[^"'{}]*\}\}\s*)+$/u;

function readFilling(written: string, index: number, step: StepReading): Template {
  const at = [key, 'with', index] as const;
  const filling = onlyPlaceholders.test(written) ? step.template(...at) : step.speech(...at);
  const empty = alternativesOf(filling).find((one) => canBeEmpty(one));
  if (empty !== undefined) {
    step.report.error(step.place(...at), 'empty-gap', 'This may be empty, and no gap of a template may be.', {
      hint: 'Say what stands there then: {{contact.first_name or "there"}}',
    });
  }
  return filling;
}

/** Of an answer the flow sees to it that there is one, and a brand there always is. */
function canBeEmpty(filling: Template): boolean {
  return filling.every((part) =>
    typeof part === 'string'
      ? part.trim() === ''
      : 'source' in part && part.source === 'contact' && part.fallback.trim() === '',
  );
}

function checkCount({ name: called, texts }: TemplateDefinition, given: number, step: StepReading): void {
  const gaps = Math.max(0, ...Object.values(texts).map(({ body }) => gapsIn(body).length));
  if (gaps === given) return;
  const at = step.node(key, 'with') === undefined ? step.place(key, 'template') : step.place(key, 'with');
  step.report.error(at, 'wrong-gap-count', `The template ${called} has ${gaps} gaps; here are ${given}.`, {
    hint: gaps === 0 ? 'Take the line with: out.' : 'Under with: stands one text for each gap, {{1}} first.',
  });
}
