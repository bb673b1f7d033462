import type { Event } from '../event.js';
import { flowPayload, isShortForm, shortFormOf } from '../payload.js';
import type { Draft } from './draft.js';
import { questionOffer } from './faq-offers.js';
import { choicePayload, donePayload } from './question.js';
import { openQuestion } from './run-state.js';

/**
 * The whole payload that a short form stands for, of all that can be pressed here and now: the open question's choices,
 * buttons that start flows, questions that we offer. One that stands for none of them comes back as it is: an old button.
 */
function restorePayload(draft: Draft, payload: string): string {
  if (!isShortForm(payload)) return payload;
  return pressable(draft).find((one) => shortFormOf(one) === payload) ?? payload;
}

/** The event as it would be where payloads may be as long as they are. */
export function restoreEvent<T extends Event>(draft: Draft, event: T): T {
  switch (event.kind) {
    case 'messageReceived':
      if (event.quickReply === null) return event;
      return { ...event, quickReply: restorePayload(draft, event.quickReply) };
    case 'postbackReceived':
      return { ...event, payload: restorePayload(draft, event.payload) };
    default:
      return event;
  }
}

function pressable(draft: Draft): readonly string[] {
  const { faq, flows, languages } = draft.workspace;
  const open = openQuestion(draft);
  const choices =
    open === null
      ? []
      : [
          ...open.question.choices.map((choice) => choicePayload(open.frame, choice)),
          donePayload(open.frame),
        ];
  const questions = [...faq.entries.keys()].flatMap((entry) =>
    languages.map((language) => questionOffer({ entry, language, score: 0 })),
  );
  return [...choices, ...[...flows.keys()].map(flowPayload), ...questions];
}
