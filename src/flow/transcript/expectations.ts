import { topicConsent, everything } from '../../core/consent.js';
import type { Consent } from '../../core/consent.js';
import type { Expectation } from '../test-definition.js';
import type { Footprints } from './footprints.js';
import { isSameText } from './same-text.js';
import type { VirtualStore } from './virtual-store.js';

/** What is left when a chat is over. */
export interface Ending {
  readonly store: VirtualStore;
  readonly footprints: Footprints;
}

/** Why an expectation is not met, in a sentence; null: it is. */
export function disappointment(expectation: Expectation, ending: Ending): string | null {
  const { conversation, outcomes, handoffTeams } = ending.store;
  switch (expectation.kind) {
    case 'outcome':
      return outcomes.includes(expectation.outcome)
        ? null
        : `Expected the outcome ${expectation.outcome}, but ${listed('reached', outcomes)}.`;
    case 'no_outcome':
      return outcomes.length === 0 ? null : `Expected no outcome, but ${listed('reached', outcomes)}.`;
    case 'handoff':
      return handoffTo(expectation.team, handoffTeams);
    case 'no_handoff':
      return handoffTeams.length === 0 ? null : 'Expected no handoff, but the chat was given to a person.';
    case 'consent': {
      const state = consentState(conversation.consent, expectation.topic);
      return differs(`the consent to ${expectation.topic}`, expectation.state, state);
    }
    case 'tag':
      return conversation.contact.tags.includes(expectation.tag)
        ? null
        : `Expected the tag ${expectation.tag}, but ${listed('given', conversation.contact.tags)}.`;
    case 'answer':
      return differs(
        `the answer ${expectation.name}`,
        expectation.value,
        ending.footprints.answer(expectation.name),
      );
    case 'field':
      return differs(`the field ${expectation.name}`, expectation.value, fieldOf(ending, expectation.name));
  }
}

function handoffTo(team: string | null, teams: readonly (string | null)[]): string | null {
  if (teams.length === 0) return 'Expected a handoff, but the chat stayed with the bot.';
  if (team === null || teams.includes(team)) return null;
  return `Expected a handoff to ${team}, but it went to ${teams.map((one) => one ?? 'no team').join(', ')}.`;
}

function consentState({ stopped, topics }: Consent, topic: string): string {
  if (topic === everything) return stopped === null ? 'unasked' : 'withdrawn';
  return topicConsent({ stopped, topics }, topic)?.state ?? 'unasked';
}

function fieldOf({ store }: Ending, name: string): string | undefined {
  const { fields } = store.conversation.contact;
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function differs(what: string, expected: string, found: string | undefined): string | null {
  if (found === undefined) return `Expected ${what} to be “${expected}”, but there is none.`;
  return isSameText(expected, found) ? null : `Expected ${what} to be “${expected}”, but it is “${found}”.`;
}

function listed(verb: string, names: readonly string[]): string {
  return names.length === 0 ? `none was ${verb}` : `${verb}: ${names.join(', ')}`;
}
