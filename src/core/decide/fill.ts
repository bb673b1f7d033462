import { contactValues } from '../conversation.js';
import type { Template } from '../flow.js';
import { fillTemplate } from '../template.js';
import { showSensitive } from './confidence.js';
import type { Draft } from './draft.js';
import { languagesOf } from './language.js';
import type { Place } from './run-state.js';

/** A text of a flow with what is known now in the places of its placeholders. */
export function fill(draft: Draft, { frame }: Place, template: Template): string {
  return fillWith(draft, template, frame.context.answers, languagesOf(draft));
}

/** A filled text, and whether it holds what the contact said in confidence. */
export interface Filled {
  readonly text: string;
  readonly isSensitive: boolean;
}

export function fillNoting(draft: Draft, place: Place, template: Template): Filled {
  return { text: fill(draft, place, template), isSensitive: showSensitive(draft, place, [template]) };
}

/**
 * A text that belongs to no flow, and knows no answers.
 *
 * @param justUsed The language that the contact just used; where it is not known, undefined.
 */
export function fillOutsideFlow(draft: Draft, template: Template, justUsed?: string): string {
  return fillWith(draft, template, {}, languagesOf(draft, justUsed));
}

function fillWith(
  { conversation, workspace }: Draft,
  template: Template,
  answers: Readonly<Record<string, string>>,
  languages: readonly string[],
): string {
  return fillTemplate(template, {
    answers,
    contact: contactValues(conversation.contact),
    workspace: { brand: workspace.brand },
    languages,
  });
}
