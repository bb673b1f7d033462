import { oneOrMore, text } from '../shape/values.js';
import { defineTrigger } from './trigger.js';

export const postbackTrigger = defineTrigger({
  name: 'postback',
  meaning: `A button with this payload, set up outside of Heyword: "Get started", or a button of a message template.`,
  example: `flow: welcome
start:
  - postback: GET_STARTED
steps:
  - say: Welcome! Write GUIDE and we send it right away.
  - outcome: welcomed
`,
  chat: `- postback: GET_STARTED
- bot: Welcome
`,
  shape: { postback: oneOrMore(text) },
  read: ({ postback }, trigger) => {
    trigger.starts('postback', postback, 'postback');
    return { kind: 'postback', payloads: postback };
  },
});
