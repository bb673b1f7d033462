import type { HandoffReason } from '../../core/effect.js';

const words: Readonly<Record<HandoffReason, string>> = {
  flow: 'The flow asked for a person.',
  no_outcome: 'The flow ended without an outcome.',
  failed: 'A message could not be delivered.',
  poison: 'Something in the server went wrong with a message.',
  retries_exhausted: 'A message could not be sent, however often it was tried.',
  escalated: 'The flow sent the contact on to people elsewhere.',
  asked: 'The contact asked for a person.',
  taken: 'A person took the chat.',
};

/** Why a person was asked for: the author's own note where there is one. */
export function explainHandoff({
  reason,
  note,
}: {
  readonly reason: HandoffReason;
  readonly note: string;
}): string {
  return note === '' ? words[reason] : note;
}
