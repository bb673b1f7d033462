import type { FlowAction } from '../flow.js';
import { pickLanguage } from '../template.js';
import { recordConsent } from './consent.js';
import type { Draft } from './draft.js';
import { languagesOf } from './language.js';
import type { Place } from './run-state.js';

type Answered = Extract<FlowAction, { type: 'recordConsent' }>['params'];

/** Writes into the ledger what a contact answered to a topic's notice. */
export function recordTopicConsent(draft: Draft, place: Place, answered: Answered): void {
  const { step, topic, change } = answered;
  recordConsent(draft, {
    change,
    purpose: topic.name,
    notice: textsShown(draft, place, answered).join('\n\n'),
    actor: 'contact',
    // The step that asked: on the way out of it the frame stands at the next already.
    flow: { name: place.flow.name, version: place.flow.version, step },
  });
}

/** The notice, and the question that confirms it where that has been put, word for word. */
function textsShown(draft: Draft, place: Place, { step, topic, confirms }: Answered): readonly string[] {
  const notice = asShown(draft, place, confirms ?? step, topic.notice, topic.notices);
  if (confirms === undefined || topic.confirm === undefined) return [notice];
  return [notice, asShown(draft, place, step, topic.confirm, topic.confirms)];
}

/** In the language of the question, though it may have been answered in another. */
function asShown(
  draft: Draft,
  { frame }: Place,
  step: string,
  text: string,
  byLanguage: Readonly<Record<string, string>> | undefined,
): string {
  if (byLanguage === undefined) return text;
  const { askedIn = {} } = frame.context;
  const language = Object.hasOwn(askedIn, step) ? askedIn[step] : undefined;
  const languages = language === undefined ? languagesOf(draft) : [language, ...draft.workspace.languages];
  return pickLanguage(byLanguage, languages) ?? text;
}
