import { contactValues } from '../conversation.js';
import type { Template } from '../flow.js';
import { fillTemplate } from '../template.js';
import type { Draft } from './draft.js';
import { languagesOf } from './language.js';
import type { Place } from './run-state.js';

/** A text of a flow with what is known now in the places of its placeholders. */
export function fill(draft: Draft, { frame }: Place, template: Template): string {
  const { conversation, workspace } = draft;
  return fillTemplate(template, {
    answers: frame.context.answers,
    contact: contactValues(conversation.contact),
    workspace: { brand: workspace.brand },
    languages: languagesOf(draft),
  });
}
