import type { CaseFile, Outgoing } from './case-file.js';
import type { ContactRecord, Send } from './record.js';

/** What the platform answers when nothing was sent, and may be tried again. */
const notSent: ReadonlySet<Send['answer']> = new Set(['retry', 'throttle', 'auth']);
const arrived: ReadonlySet<Outgoing['state']> = new Set(['sent', 'delivered', 'read']);
const neverTried: ReadonlySet<Outgoing['state']> = new Set(['not_sent']);

/**
 * P1, P2, P7: what was acknowledged is there, once; what was sent, or may have been, is not sent again; what is said to
 * have been sent, was.
 */
export function findRepetitions(file: CaseFile): readonly string[] {
  return [...miscountedEvents(file), ...miscountedLines(file), ...strangeSends(file), ...repeatedSends(file)];
}

function miscountedEvents({ entries, record }: CaseFile): readonly string[] {
  const fed = record.fed
    .filter(({ acknowledged }) => acknowledged !== null)
    .map((one) => ({
      what: `${one.kind} "${one.text}"`,
      count: entries.filter(({ fed }) => fed === one).length,
    }));
  const done = record.deeds
    .filter(({ eventId }) => eventId !== null)
    .map((one) => ({
      what: `${one.kind} "${one.text}"`,
      count: entries.filter(({ eventId }) => eventId === one.eventId).length,
    }));
  return [...fed, ...done]
    .filter(({ count }) => count !== 1)
    .map(({ what, count }) => `${what} was acknowledged, and is there ${count} times`);
}

/** Each message of the contact is in the story once; so is each answer of a person, however often it was asked for. */
function miscountedLines({ kept, record }: CaseFile): readonly string[] {
  const heard = record.fed
    .filter(({ kind, acknowledged }) => kind === 'messageReceived' && acknowledged !== null)
    .map(({ platformMessageId }) => ({
      what: `message ${platformMessageId ?? ''}`,
      lines: kept.story.filter(
        (line) => line.direction === 'in' && line.platformMessageId === platformMessageId,
      ),
    }))
    .filter(({ lines }) => lines.length !== 1);
  const answers = new Map(
    record.deeds.filter(({ kind }) => kind === 'personReplied').map(({ text, eventId }) => [text, eventId]),
  );
  const said = [...answers].map(([text]) => ({
    what: `a person's "${text}"`,
    lines: kept.story.filter(({ direction, body }) => direction === 'out' && body.text === text),
  }));
  return [...heard, ...said.filter(({ lines }) => lines.length > 1)].map(
    ({ what, lines }) => `${what} is in the story ${lines.length} times`,
  );
}

/** Nothing is sent but lines of the story, word for word. */
function strangeSends(file: CaseFile): readonly string[] {
  return file.record.sends
    .filter((send) => file.messageOf(send)?.body.text !== send.text)
    .map(({ text, reference }) => `"${text}" was sent as ${reference}, which says something else`);
}

function repeatedSends({ messages, record }: CaseFile): readonly string[] {
  return messages.flatMap((message) => {
    const { sends, state, body } = message;
    const again = sends.slice(0, -1).find(({ answer }) => !notSent.has(answer));
    const name = `"${body.text}" (${state ?? ''})`;
    return [
      ...(again === undefined ? [] : [`${name} was sent again after ${again.answer ?? 'no answer'}`]),
      ...(arrived.has(state) && !mayHaveArrived(message, record) ? [`${name} was never sent`] : []),
      ...(neverTried.has(state) && sends.length > 0 && sends.at(-1)?.answer === 'sent'
        ? [`${name} was sent all the same`]
        : []),
    ];
  });
}

/** Two messages with the same words cannot be told apart by an echo that tells no more than these. */
function mayHaveArrived({ sends, body }: Outgoing, { fed }: ContactRecord): boolean {
  return (
    sends.some(({ answer }) => answer === 'sent' || answer === 'unknown' || answer === null) ||
    fed.some(({ meaning, text }) => meaning === 'our echo' && text === body.text)
  );
}
