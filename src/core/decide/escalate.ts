import type { FlowAction, Template } from '../flow.js';
import { referenceOf } from '../reference.js';
import type { Escalation } from '../resources.js';
import { fillPhrase } from '../template.js';
import type { Draft } from './draft.js';
import type { Filled } from './fill.js';
import { firstTeam, openHandoff, type HandoffRequest } from './handoff.js';
import { phrasesFor } from './speak.js';

/**
 * Sends the contact on to people elsewhere. Whatever becomes of that, a handoff is open here with what they must know,
 * under the reference that the contact was told: so nothing is lost between two places.
 */
export function escalate(
  draft: Draft,
  { escalation, note, priority, ticket }: Extract<FlowAction, { type: 'escalate' }>['params'],
  fill: (template: Template) => Filled,
): void {
  const ticketed = fill(ticket);
  const noted = fill(note);
  const theirs = ticketed.text.trim();
  const reference = theirs === '' ? referenceOf(draft.event.id) : theirs;
  const words = wordsFor(draft, escalation, reference, theirs !== '');
  openHandoff(draft, {
    reason: 'escalated',
    team: escalation.team,
    note: noted.text,
    isSensitive: noted.isSensitive || ticketed.isSensitive,
    announces: true,
    priority,
    reference,
    ...(words === null ? {} : { words }),
  });
}

/** Null: only what to expect of the team is said, as of any handoff. */
function wordsFor(
  draft: Draft,
  { by, team }: Escalation,
  reference: string,
  hasTicket: boolean,
): NonNullable<HandoffRequest['words']> | null {
  const phrases = phrasesFor(draft);
  const name = (team ?? firstTeam(draft))?.title ?? draft.workspace.brand;
  switch (by.kind) {
    case 'email':
      return {
        text: fillPhrase(phrases.escalatedEmail, { team: name, to: by.to, reference }),
        isAll: true,
      };
    case 'phone':
      return {
        text: fillPhrase(phrases.escalatedPhone, { team: name, to: by.to, reference }),
        isAll: true,
      };
    case 'ticket':
      return hasTicket ? { text: fillPhrase(phrases.escalatedTicket, { reference }), isAll: false } : null;
  }
}
