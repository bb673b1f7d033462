import type { Course } from './course.js';
import { surplus } from './script.js';

/** What happened more than once, or happened though it was called off. */
export function findDoubled(course: Course): readonly string[] {
  return [
    ...doubledMessages(course),
    ...doubledSends(course),
    ...doubledReplies(course),
    ...doubledConsent(course),
    ...surplus(course),
  ];
}

function doubledMessages({ said, heard }: Course): readonly string[] {
  return said
    .map(({ text, messageId }) => ({
      text,
      times: heard.filter((line) => line.platformMessageId === messageId).length,
    }))
    .filter(({ times }) => times > 1)
    .map(({ text, times }) => `"${text}" is there ${String(times)} times`);
}

/** A line may be tried again after a refusal, never after it has arrived. */
function doubledSends({ lines, sends }: Course): readonly string[] {
  return lines.flatMap(({ id, text, state, refusal }) => {
    const tries = sends.filter(({ lineId }) => lineId === id);
    const arrivals = tries.filter(({ delivered }) => delivered).length;
    const isSilencing = refusal === 'stopped' || refusal === 'owner_changed';
    return [
      ...(tries.slice(0, -1).some(({ delivered }) => delivered)
        ? [`"${text}" was sent again after it had arrived`]
        : []),
      ...(state === 'cancelled' && !isSilencing && arrivals > 0
        ? [`"${text}" arrived though it was called off (${refusal ?? ''})`]
        : []),
    ];
  });
}

function doubledReplies({ deeds, lines }: Course): readonly string[] {
  const replies = deeds.filter(({ kind }) => kind === 'reply').map(({ text }) => text);
  return [...new Set(replies)]
    .filter((text) => lines.filter((line) => line.text === text).length > 1)
    .map((text) => `a person's "${text}" became more than one line`);
}

function doubledConsent({ ledger }: Course): readonly string[] {
  const keys = ledger.map(({ eventId, purpose }) => `${purpose} by ${eventId}`);
  return [...new Set(keys)]
    .filter((key) => keys.indexOf(key) !== keys.lastIndexOf(key))
    .map((key) => `the ledger says twice: ${key}`);
}
