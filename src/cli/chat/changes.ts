import type { Ownership } from '../../core/conversation.js';
import { explainRefusal } from '../../core/refusal-words.js';
import { tellBody } from '../../flow/transcript/body-words.js';
import type { VirtualStore } from '../../flow/transcript/virtual-store.js';

/** What a chat has led to so far, to be compared with later. */
export interface ChatFacts {
  readonly outcomes: readonly string[];
  readonly handoffTeams: readonly (string | null)[];
  readonly owner: Ownership['owner'];
  readonly consent: ReadonlyMap<string, string>;
}

/** The facts as they are now; the store goes on changing. */
export function factsOf({ conversation, outcomes, handoffTeams }: VirtualStore): ChatFacts {
  const { stopped, topics } = conversation.consent;
  return {
    outcomes: [...outcomes],
    handoffTeams: [...handoffTeams],
    owner: conversation.ownership.owner,
    consent: new Map([
      ['all messages', stopped === null ? 'allowed' : 'withdrawn'],
      ...Object.entries(topics).map(([topic, { state }]) => [topic, state] as const),
    ]),
  };
}

/** What changed since `before` that a follower does not see, a line each. */
export function describeChanges(before: ChatFacts, store: VirtualStore): readonly string[] {
  const after = factsOf(store);
  return [
    ...store.unsaid.map(
      ({ message, refusal }) => `not sent: “${tellBody(message.body)}”. ${explainRefusal(refusal)}`,
    ),
    ...after.outcomes.slice(before.outcomes.length).map((name) => `outcome: ${name}`),
    ...after.handoffTeams
      .slice(before.handoffTeams.length)
      .map((team) => `handed over to ${team ?? 'a person'}`),
    ...[...after.consent]
      .filter(([purpose, state]) => (before.consent.get(purpose) ?? 'allowed') !== state)
      .map(([purpose, state]) => `consent to ${purpose}: ${state}`),
    ...(before.owner === after.owner ? [] : [`the chat belongs to ${ownerWords[after.owner]} now`]),
  ];
}

const ownerWords: Readonly<Record<Ownership['owner'], string>> = {
  bot: 'the bot',
  human: 'a person',
  other: 'a person in another app',
};
