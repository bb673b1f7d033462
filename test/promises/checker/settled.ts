import type { CaseFile } from './case-file.js';

const unsettled: ReadonlySet<string | null> = new Set(['queued', 'sending']);

/** When all is over, nothing waits any more: no message, no event, no question to the outside. */
export function findStuck({ messages, entries, kept }: CaseFile): readonly string[] {
  return [
    ...messages
      .filter(({ state }) => unsettled.has(state))
      .map(({ body, state }) => `"${body.text}" is still ${state ?? ''}`),
    ...entries
      .filter(({ disposition }) => disposition !== 'handled')
      .map(({ kind, disposition }) => `an event (${kind}) is ${disposition}`),
    ...(kept.contact.conversation.awaiting === null ? [] : ['the conversation still awaits an answer']),
  ];
}
