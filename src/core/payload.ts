/**
 * What our own buttons send back. A choice sends `flow#step#value` (`choicePayload`); no flow's name has a colon, so that
 * none of these can be taken for one.
 */
const flowPrefix = 'start:';
const typedPrefix = 'say:';

/** Of a button that starts a flow, as it is served when the button is pressed. */
export function flowPayload(flow: string): string {
  return `${flowPrefix}${flow}`;
}

/** The flow that a pressed button is to start; null: it is another button. */
export function flowOfPayload(payload: string): string | null {
  return payload.startsWith(flowPrefix) ? payload.slice(flowPrefix.length) : null;
}

/** Of a quick reply that stands for typed words. */
export function typedPayload(words: string): string {
  return `${typedPrefix}${words}`;
}

/** The words that a tapped quick reply stands for; null: it stands for a choice. */
export function wordsOfPayload(payload: string): string | null {
  return payload.startsWith(typedPrefix) ? payload.slice(typedPrefix.length) : null;
}

/** What whoever meets us for the first time sends by pressing the button that the platform puts there. */
export const getStartedPayload = 'GET_STARTED';
