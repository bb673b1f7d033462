import { measureText, type TextLimit } from './channel-capabilities.js';
import { hashText } from './hash-text.js';

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

/**
 * The words that a tapped quick reply stands for; null: it stands for a choice.
 *
 * @param title What stands on it: the words, where they did not fit into its payload.
 */
export function wordsOfPayload(payload: string, title = ''): string | null {
  if (payload === wordsAreTitle) return title;
  return payload.startsWith(typedPrefix) ? payload.slice(typedPrefix.length) : null;
}

/** Sent in place of typed words that are too long for the channel's payloads. */
const wordsAreTitle = 'say~';

/** No payload of ours begins with it but a short form. */
const shortPrefix = '~';

/**
 * A payload as a channel carries it: itself where it fits, else a short form of it, the same on every machine and for
 * ever, by which it is found again (`isShortForm`). Takes 15 bytes.
 */
export function shortenPayload(payload: string, limit: TextLimit): string {
  if (measureText(payload, limit) <= limit.size) return payload;
  return payload.startsWith(typedPrefix) ? wordsAreTitle : shortFormOf(payload);
}

/** Whether a payload that came back is the short form of something. */
export function isShortForm(payload: string): boolean {
  return payload.startsWith(shortPrefix);
}

/**
 * 64 bits in 14 letters and digits: two hashes, of which the second begins with another letter, since texts that the first
 * takes for the same would stay the same for it whatever followed them.
 */
export function shortFormOf(payload: string): string {
  const parts = [payload, `${shortPrefix}${payload}`].map((text) =>
    hashText(text).toString(36).padStart(7, '0'),
  );
  return `${shortPrefix}${parts.join('')}`;
}

/** What whoever meets us for the first time sends by pressing the button that the platform puts there. */
export const getStartedPayload = 'GET_STARTED';
