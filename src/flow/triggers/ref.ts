import { oneOrMore, text } from '../shape/values.js';
import { defineTrigger } from './trigger.js';

export const refTrigger = defineTrigger({
  name: 'ref',
  meaning: `The \`ref\` of a link into the chat (ig.me, m.me) or of an advertisement: letters, digits and \`-_=\`, told
apart by case.`,
  example: `flow: spring
start:
  - ref: spring_sale
steps:
  - say: The spring offers are here.
    link: home
  - outcome: delivered
`,
  chat: `- ref: spring_sale
- bot: The spring offers
`,
  shape: { ref: oneOrMore(text) },
  read: ({ ref }, trigger) => {
    trigger.starts('ref', ref, 'ref');
    return { kind: 'ref', refs: ref };
  },
});
