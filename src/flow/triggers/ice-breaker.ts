import { oneOrMore, text } from '../shape/values.js';
import { defineTrigger } from './trigger.js';

export const iceBreakerTrigger = defineTrigger({
  name: 'ice_breaker',
  meaning: `A question that the platform offers to people who open the chat for the first time; a tap on it starts the
flow. A workspace has four at most. Its payload is \`start:\` and the flow's name.`,
  example: `flow: offers
start:
  - ice_breaker: What do you offer?
steps:
  - say: Websites, shops and the words in them.
  - outcome: answered
`,
  chat: `- ice_breaker: What do you offer?
- bot: Websites, shops
`,
  shape: { ice_breaker: oneOrMore(text) },
  read: ({ ice_breaker: titles }, trigger) => {
    trigger.starts('ice_breaker', titles, 'ice_breaker');
    return { kind: 'ice_breaker', titles };
  },
});
