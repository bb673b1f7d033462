import { oneOrMore, text } from '../shape/values.js';
import { anything, defineTrigger } from './trigger.js';

export const adTrigger = defineTrigger({
  name: 'ad',
  meaning: `An advertisement that leads into the chat, by its id, or \`any\`. An advertisement with a \`ref\` of its own
starts the flow that has this ref.`,
  example: `flow: spring_ad
start:
  - ad: ["120210000000001", "120210000000002"]
steps:
  - say: Thanks for your interest! Here is the offer from the ad.
    link: home
  - outcome: delivered
`,
  chat: `- ad: "120210000000002"
- bot: the offer from the ad
`,
  shape: { ad: oneOrMore(text) },
  read: ({ ad }, trigger) => {
    trigger.starts('ad', ad, 'ad');
    return { kind: 'ad', ads: ad.length === 1 && ad[0] === anything ? [] : ad };
  },
});
