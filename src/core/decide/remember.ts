import type { FlowAction, Template } from '../flow.js';
import type { Draft } from './draft.js';
import type { Filled } from './fill.js';
import { learnLanguage } from './language.js';
import { keepWay } from './split.js';

/** What flows keep about a contact, beyond the run. */
type RememberAction = Extract<
  FlowAction,
  { type: 'setField' | 'addPoints' | 'addTags' | 'removeTags' | 'drawWay' }
>;

/** Far beyond any use, and still a whole number for certain. */
const mostPoints = 1_000_000_000;

export function remember(draft: Draft, action: RememberAction, fill: (text: Template) => Filled): void {
  switch (action.type) {
    case 'setField': {
      const { field, value } = action.params;
      return setField(draft, field, value && fill(value));
    }
    case 'addPoints':
      return addPoints(draft, action.params.field, action.params.by);
    case 'addTags':
      return addTags(draft, action.params.tags);
    case 'removeTags':
      return removeTags(draft, action.params.tags);
    case 'drawWay':
      return keepWay(draft, action.params.split, action.params.ways);
  }
}

/** Null: the field is forgotten. The language is no field like others: it must be one that the workspace speaks. */
function setField(draft: Draft, field: string, value: Filled | null): void {
  if (field === 'language') {
    learnLanguage(draft, value?.text ?? '');
    return;
  }
  const { sensitiveFields = [], ...contact } = draft.conversation.contact;
  const others = Object.entries(contact.fields).filter(([name]) => name !== field);
  const kept = value === null ? others : [...others, [field, value.text] as const];
  const otherSensitive = sensitiveFields.filter((name) => name !== field);
  const sensitive = value?.isSensitive ? [...otherSensitive, field] : otherSensitive;
  const confidence = sensitive.length === 0 ? {} : { sensitiveFields: sensitive };
  draft.change({ contact: { ...contact, fields: Object.fromEntries(kept), ...confidence } });
}

/** Counts on from what the field says; from nothing where that is no number. */
function addPoints(draft: Draft, field: string, by: number): void {
  const { fields, sensitiveFields = [] } = draft.conversation.contact;
  const before = Object.hasOwn(fields, field) ? Number(fields[field]) : 0;
  const sum = (Number.isFinite(before) ? before : 0) + by;
  const text = String(Math.max(-mostPoints, Math.min(mostPoints, sum)));
  setField(draft, field, { text, isSensitive: sensitiveFields.includes(field) });
}

export function addTags(draft: Draft, tags: readonly string[]): void {
  const { contact } = draft.conversation;
  draft.change({ contact: { ...contact, tags: [...new Set([...contact.tags, ...tags])] } });
}

export function removeTags(draft: Draft, tags: readonly string[]): void {
  const { contact } = draft.conversation;
  draft.change({ contact: { ...contact, tags: contact.tags.filter((tag) => !tags.includes(tag)) } });
}
